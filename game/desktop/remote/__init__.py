"""A match that another machine hosts: the way to it, the line to it, and the seat that is played over the line."""

"""A tournament: every doctrine in every seat, against tables of the others."""

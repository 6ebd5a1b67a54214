"""Runs of a scenario for many seeds: in which processes they are played, and what is kept of their months."""

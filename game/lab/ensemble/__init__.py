"""Ensembles: the same scenario under many seeds, and the figures in which its matches end."""

"""Many matches at once: ensembles, the back-test, levers, calibration, and pictures of the model."""

WIDTH = 100
"""Columns into which the tables fit."""

"""Builds what a seat sees: each module a part of its view, from the scene that it sits before."""

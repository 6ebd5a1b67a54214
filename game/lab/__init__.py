"""Ensembles and experiments over many matches."""

"""The seeds that a match may have: one range for the window, the command line, ensembles and saves."""

SEEDS = 2**63
"""Seeds are from 0 to one below this."""

"""Calibration: free figures fitted to the facts of the early years, and what moves what."""

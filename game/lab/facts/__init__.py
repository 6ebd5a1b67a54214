"""Facts against what was recorded: what a measure gives, and whether it lies where it should."""

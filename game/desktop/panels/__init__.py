"""The panels of the play screen, one module each."""

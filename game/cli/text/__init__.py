"""The whole game in a terminal: for a shell over SSH, for screen readers, for a machine without a display."""

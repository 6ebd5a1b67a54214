"""What the models cannot see: whether the files fit together, and whether what they say can happen."""

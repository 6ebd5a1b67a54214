"""The world and its monthly step: numpy arrays in, numpy arrays out."""

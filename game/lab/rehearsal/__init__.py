"""A session rehearsed: the program in every seat, under many seeds, and what of it a facilitator should know before."""

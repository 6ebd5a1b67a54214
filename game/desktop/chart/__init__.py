"""Curves over the months, and the card that holds them."""

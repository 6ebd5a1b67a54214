"""What a seat takes for the truth, where the truth is kept from it."""

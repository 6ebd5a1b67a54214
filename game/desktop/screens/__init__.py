"""The screens and the cards over them."""

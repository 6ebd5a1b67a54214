"""What every screen is made of: window, canvas, controls, focus, text, theme. Knows no screen, no match, no view."""

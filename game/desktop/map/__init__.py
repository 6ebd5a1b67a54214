"""The world map: outlines, marks, legend, notes, and the card that holds it."""

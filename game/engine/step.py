"""One month: the phases in order. This file is the table of contents of the model."""

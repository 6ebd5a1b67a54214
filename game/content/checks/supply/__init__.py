"""What may be wrong with a rule set of goods and processes."""

"""The balance of a scenario: what its gates ask for, measured by thousands of matches, and the page that says so."""

"""YAML, checked and compiled: the only reader of rules/ and scenarios/."""

"""The month of the core written for other tools, to be measured beside it: ``python -m tests.perf --peers``."""

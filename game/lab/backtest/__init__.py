"""The back-test: history played again, and every fact that it is held against."""

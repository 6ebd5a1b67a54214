"""Causes that can be defended: what a figure would have done without an order, a rule or an incident, same seed."""

"""Sheets of paper for a session without a network: roles, codes, orders and what is read out."""

"""Ablation: each lever alone against all of them together."""

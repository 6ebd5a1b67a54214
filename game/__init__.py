"""Chokepoint: a serious game about critical-mineral supply chains."""

__version__ = "0.1.0"

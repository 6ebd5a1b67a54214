"""Chokepoint: a serious game about critical-mineral supply chains."""

import os

__version__ = "0.1.0"

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""None is used: pydantic need not look for them through all packages that are installed."""

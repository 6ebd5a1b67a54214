"""Copies of the rule set of goods and processes in ``salt`` with one thing changed."""

from __future__ import annotations

import shutil
from pathlib import Path

SALT = Path(__file__).parent / "salt"


def copy_of_salt(folder: Path) -> Path:
    """Copy the rule set below `folder`; returns where it lies."""
    return Path(shutil.copytree(SALT, folder / SALT.name))

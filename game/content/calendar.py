"""Months as they are written in rule files."""

from __future__ import annotations

import re

MONTH_PATTERN = re.compile(r"^(\d{4})-(0[1-9]|1[0-2])$")
"""``YYYY-MM``."""


def month_number(month: str) -> int:
    """``YYYY-MM`` counted as year * 12 + (month - 1)."""
    year, rest = month.split("-")
    return int(year) * 12 + int(rest) - 1

"""Phrases that findings share."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str:
    """``, perhaps 'capacity'`` for the known word most like `word`; empty when none is."""
    near = difflib.get_close_matches(word, [str(item) for item in known], n=1, cutoff=0.55)
    return f", perhaps '{near[0]}'" if near else ""


def kind_of(value: object) -> str:
    """What a value from a file is, in words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"text '{value if len(value) <= 40 else value[:37] + '...'}'"
    if isinstance(value, (int, float)):
        return f"the number {value:g}"
    return "a list" if isinstance(value, list) else "a map"

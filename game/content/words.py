"""Phrases that findings share."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

FEW = 18
"""As many words as a hint lists."""


def closest(word: str, known: Iterable[str]) -> str:
    """``perhaps 'capacity'`` for the known word most like `word`; the known words when none is and they are few."""
    words = sorted({str(item) for item in known})
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.55)
    if near:
        return f"perhaps '{near[0]}'"
    return f"known here: {', '.join(words)}" if 0 < len(words) <= FEW else ""


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


def one_of(axis: str) -> str:
    """The name of an axis for one of its entries: ``nation`` for ``nations``."""
    return axis.removesuffix("es") if axis.endswith("sses") else axis.removesuffix("s")

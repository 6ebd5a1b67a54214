"""Where a number comes from: the block that a figure, a group of figures or a whole entry carries.

Either a source with the confidence put in it::

    source: "projects.csv; annual report 2012"
    confidence: high          # high, medium or low

or the plain statement that nobody measured it, and why this value was taken::

    assumed: true
    why: "Half of what the operator's plan says, as at the neighbouring plant."

`note` may be added to either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

KEYS = ("source", "confidence", "assumed", "why", "note")
LEVELS = ("high", "medium", "low")
ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Origin:
    """A source and the confidence in it; `confidence` is ``assumed`` where `source` is the reason for a guess."""

    source: str
    confidence: str
    note: str = ""


def read_origin(block: Mapping[str, Any]) -> tuple[Origin | None, str, str]:
    """The origin that `block` states (None: none), what is wrong with it (empty: nothing), and a hint."""
    source, confidence = block.get("source"), block.get("confidence")
    note = str(block.get("note") or "")
    if block.get("assumed"):
        if source is not None:
            return None, "has a source and is assumed too", "keep one of them"
        why = block.get("why")
        if not isinstance(why, str) or not why.strip():
            return None, "assumed without a reason", 'add why: "..."'
        return Origin(why, ASSUMED, note), "", ""
    if source is None:
        return (None, "", "") if block.get("why") is None else (None, "why, but not assumed", "add assumed: true")
    if not isinstance(source, str) or not source.strip():
        return None, "empty source", "say where the number stands"
    if confidence not in LEVELS:
        return None, "a source without confidence", "add confidence: high, medium or low"
    return Origin(source, confidence, note), "", ""

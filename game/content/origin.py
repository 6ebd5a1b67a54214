"""Where a number comes from: the block that a figure, a group of figures or a whole entry carries.

Either a source with the confidence put in it::

    source: [pit_capacity, annual_2012]   # one key of sources.yaml, or several
    confidence: high                      # high, medium or low

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
    """What a number, an entry or an event rests on."""

    cited: tuple[str, ...] = ()
    """Keys of ``sources.yaml``; none where it is assumed."""
    confidence: str = ""
    """``high``, ``medium``, ``low`` or ``assumed``; empty where nothing was said."""
    why: str = ""
    """The reason for what is assumed."""
    note: str = ""
    fitted: bool = False
    """Whether the number was set with an outcome in sight: its reason tells of what is to come, if without a year."""


NOWHERE = Origin()
"""The origin of what states none."""


def read_origin(block: Mapping[str, Any]) -> tuple[Origin | None, str, str]:
    """The origin that `block` states (None: none), what is wrong with it (empty: nothing), and a hint."""
    if not isinstance(block.get("assumed") or False, bool):
        return None, "assumed is neither true nor false", "write assumed: true"
    source, confidence = block.get("source"), block.get("confidence")
    note = str(block.get("note") or "")
    if block.get("assumed"):
        if source is not None:
            return None, "has a source and is assumed too", "keep one of them"
        why = block.get("why")
        if not isinstance(why, str) or not why.strip():
            return None, "assumed without a reason", 'add why: "..."'
        return Origin((), ASSUMED, why, note), "", ""
    if source is None:
        return (None, "", "") if block.get("why") is None else (None, "why, but not assumed", "add assumed: true")
    cited = citations(source)
    if not cited:
        return None, "empty source", "name a key of sources.yaml, or several in a list"
    if confidence not in LEVELS:
        return None, "a source without confidence", "add confidence: high, medium or low"
    return Origin(cited, confidence, "", note), "", ""


def citations(source: object) -> tuple[str, ...]:
    """The keys that a ``source`` names; none where it is not one text or a list of texts."""
    several = source if isinstance(source, (list, tuple)) else [source]
    if not all(isinstance(key, str) and key.strip() for key in several):
        return ()
    return tuple(several)

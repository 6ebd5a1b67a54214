"""Who may see a thing, said where the thing is declared: metrics, fields of the state, tables of the world.

Views are built from what is open; a test changes all that is not, mark by mark, and compares every byte that a seat can
get at.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, get_args, get_origin, get_type_hints


class Seen(Enum):
    """Which seats may know a thing."""

    ALL = "all"
    """Published: customs and industry statistics, prices, laws, treaties, accounts of companies, or plain to see."""
    OWN = "own"
    """Known to a nation of itself: its purse and plans, what lies in its stores, what its firms lack and fear."""
    COMING = "coming"
    """Known for the months that have come, and for no later one: the course of demand, quotas, announcements."""
    CONTROL = "control"
    """Part of the script, of the dice or of the model's own workings: for whoever leads the match, never for a seat."""


def marks(record: type) -> dict[str, Seen]:
    """Who may see each field of a record, by the marks in its annotations (``Annotated[..., Seen.OWN]``)."""
    hints: dict[str, Any] = get_type_hints(record, include_extras=True)
    return {name: _mark(hint) for name, hint in hints.items()}


def _mark(hint: Any) -> Seen:
    extras = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((extra for extra in extras if isinstance(extra, Seen)), Seen.ALL)

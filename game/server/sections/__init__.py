"""Parts of a seat's page that are made when somebody looks at them: agreements, what it holds, supply, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.server.sections.agreements import agreements_of
from game.server.sections.ending import result_of, turning_of
from game.server.sections.holdings import holdings_of
from game.server.sections.supply import supply_of
from game.session.match import Match
from game.session.views import View

_PARTS: Mapping[str, Callable[[Match, View], dict[str, Any]]] = {
    "agreements": agreements_of,
    "holdings": holdings_of,
    "supply": supply_of,
    "result": result_of,
    "turning": turning_of,
}


def part(match: Match, view: View, name: str) -> dict[str, Any]:
    """The part of a seat's page called `name`, in words.

    Raises:
        KeyError: when there is none of that name.
    """
    return {"type": "part", "part": name, "turn": view.turn, **_PARTS[name](match, view)}


def slow(name: str) -> bool:
    """Whether turns are played again for the part called `name`, so that it is made apart."""
    return name == "turning"

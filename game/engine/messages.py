"""What the engine, orders and the session have to say: codes with parameters, which `game.telling` puts into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Name:
    """Something of the rule set: an axis (a field of `Names`, or ``incidents``) and its identifier there."""

    axis: str
    id: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure and its unit, as the number writer knows them (``share``, ``US$ million``, ``t/year``, ``months``).

    It is told as exactly as it takes to read otherwise than the amount `beside` it, where one is given.
    """

    value: float
    unit: str
    beside: float | None = None


@dataclass(frozen=True)
class Message:
    """Something to be told: a dotted code, and what stands in the places of its text.

    A part that is itself a message is told inside; a tuple is told as a list. A plain text is shown as it is: only
    what a person typed, such as a player's name, belongs there.
    """

    code: str
    parts: Mapping[str, Part] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.code, frozenset(self.parts.items())))


Part: TypeAlias = "Name | Amount | Message | str | tuple[Name | Amount | Message | str, ...]"

"""Terms: what phases and orders add to the figures that are sums, each with its cause and its size.

A figure such as tension or the budget changes by what is added to it and by nothing else, so the terms of a turn are
the whole answer to "why did it move?". Where a figure fades, what was added fades with it: a term is what is left of it
when the terms are taken, and therefore what the figure would differ by without it. Phases hand over whole arrays, as
they have them anyway; what a term comes to is worked out when somebody takes the terms of the turn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Amount = Array | Callable[[], Array]

FIGURES = (
    "tension",
    "trust",
    "reputation",
    "approval",
    "capital",
    "budget",
    "gdp_loss",
    "fear",
    "reserve",
    "readiness",
)
"""Fields of the state of which every change is recorded as terms."""

CAUSES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # what somebody decided, or the script brought
        "order": ("nations", "", "", ""),
        "rule": ("rules",),
        "incident": ("incidents",),
        "agreement": ("agreements", "nations"),
        "partnership": (),
        "precedent": ("agreements", "nations", "nations"),
        # what lasts
        "posture": (),
        "return": (),
        "bound": (),
        # lines of the books
        "income": (),
        "research": ("lines",),
        "purchase": ("materials",),
        "sale": ("materials",),
        "storage": (),
        "upkeep": ("agreements",),
        "floor": ("sites",),
        "dividend": ("sites",),
        "overrun": ("projects",),
        "called": ("projects",),
        "refund": ("projects",),
        # reserve and readiness
        "bought": (),
        "release": (),
        "shared": ("nations",),
        "spending": (),
        "partner": (),
        # loss, fear and the voters
        "lost_output": (),
        "dear_imports": (),
        "foreign_tariff": (),
        "import_tariff": (),
        "economic_loss": (),
        "protest": ("sites",),
        "standards": (),
        "refused": (),
        "shortage": (),
        "rising_prices": (),
    }
)
"""Codes of causes, and the axes (fields of `Names`, or ``incidents``) of the identifiers that follow a code.

An order names the nation, its kind, and the axis and identifier of what it is about, if anything. ``return`` is the
pull of the level of rest, and the fading of what was there before; ``bound`` what the ends of a scale cut off.
"""


NOTHING = 1e-12
"""Amounts, in any unit, that only rounding makes other than 0."""


@dataclass(frozen=True, slots=True)
class Term:
    """What one cause added to one figure of one match."""

    match: int
    figure: str
    """One of `FIGURES`."""
    place: tuple[int, ...]
    """Positions on the axes of the field."""
    cause: str
    """A code of `CAUSES`, and its identifiers after colons."""
    amount: float
    """In the unit of the field."""


RETURN = "return"
_Key = tuple[str, tuple[int, ...], str, tuple[str, ...]]
"""Figure, positions, cause, and the identifiers that part it."""


class Terms:
    """Collects the terms of the matches that are watched; an ensemble watches none and pays nothing."""

    __slots__ = ("_entries", "watched")

    def __init__(self, *, watched: bool) -> None:
        self.watched = watched
        self._entries: list[tuple[_Key, Amount] | tuple[str, Array, Array | float]] = []

    def add(
        self, figure: str, cause: str, amount: Amount, *, at: tuple[int, ...] = (), each: tuple[str, ...] = ()
    ) -> None:
        """Record that `cause` added `amount` to `figure`.

        `amount` lies over the axes of the field that `at` leaves open, match axis last, or is a function that returns
        this later; what it is worked out from must not be changed afterwards. With `each`, an axis before the match
        axis parts the amount by causes, whose identifiers are these.
        """
        if self.watched:
            self._entries.append(((figure, at, cause, each), amount))

    def moved(self, figure: str, cause: str, before: Array, after: Array, *, at: tuple[int, ...] = ()) -> None:
        """Record that `cause` moved `figure` from `before` to `after`, which may be changed from then on."""
        if self.watched:
            self._entries.append(((figure, at, cause, ()), after - before))

    def fade(self, figure: str, before: Array, stays: Array | float) -> None:
        """Record that of `figure`, which was `before`, only the part `stays` is left; neither may be changed later."""
        if self.watched:
            self._entries.append((figure, before, stays))

    def take(self) -> list[Term]:
        """The terms since the last call, one for each figure, place and cause; the collection is emptied."""
        entries, self._entries = self._entries, []
        sums: dict[_Key, Array] = {}
        for entry in entries:
            if len(entry) == 2:
                key, amount = entry
                added = amount if isinstance(amount, np.ndarray) else amount()
                sums[key] = sums[key] + added if key in sums else added
            else:
                _fade(sums, *entry)
        return [term for key, amounts in sums.items() for term in _written(*key, amounts)]


def _fade(sums: dict[_Key, Array], figure: str, before: Array, stays: Array | float) -> None:
    """Let what was added to `figure` fade, and count as ``return`` what fades of the rest of it."""
    opening, left = before.copy(), np.broadcast_to(stays, before.shape)
    for key, amounts in sums.items():
        if key[0] == figure:
            opening[key[1]] -= amounts
            sums[key] = amounts * left[key[1]]
    back = (figure, (), RETURN, ())
    sums[back] = sums.get(back, 0.0) + opening * (left - 1.0)


def _written(figure: str, at: tuple[int, ...], cause: str, each: tuple[str, ...], amounts: Array) -> list[Term]:
    """A term for every place, cause and match in which something was added."""
    terms = []
    for place in np.argwhere(np.abs(amounts) > NOTHING).tolist():
        *rest, match = place
        named = f"{cause}:{each[rest.pop()]}" if each else cause
        terms.append(Term(match, figure, (*at, *rest), named, float(amounts[tuple(place)])))
    return terms

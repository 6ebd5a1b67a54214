"""Terms: what phases and orders add to the figures that are sums, each with its cause and its size.

A figure such as tension or the budget changes by what is added to it and by nothing else, so the terms of a turn are
the whole answer to "why did it move?". Where a figure fades, what was added fades with it: a term is what is left of it
when the terms are taken, and therefore what the figure would differ by without it. Phases hand over whole arrays, as
they have them anyway; what a term comes to is worked out when somebody takes the terms of the turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

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

PULLED = ("price",)
"""Fields that are no sums, of which what pulled at them over a turn is recorded: see `game.engine.price_pulls`."""

BETWEEN = ("trust", "reputation")
"""Figures that tell how nations stand to each other; all others concern a nation by itself."""

CAUSES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # what somebody decided, or the script brought
        "order": ("nations", "", "", ""),
        "rule": ("rules",),
        "incident": ("incidents",),
        "agreement": ("agreements", "nations"),
        "partnership": (),
        "breach": ("agreements", "nations"),
        "precedent": ("agreements", "nations", "nations"),
        # what a facilitator changed by hand
        "inject": (),
        "override": (),
        "ruling": (),
        # what lasts
        "posture": (),
        "return": (),
        "bound": (),
        # lines of the books
        "income": (),
        "lapsed": (),
        "research": ("lines",),
        "purchase": ("goods",),
        "sale": ("goods",),
        "storage": (),
        "upkeep": ("agreements",),
        "fee": ("agreements",),
        "floor": ("sites",),
        "carry": ("sites",),
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
        "others": (),
        # prices: the parts of what is called for
        "stocks": (),
        "hoarding": (),
        "held_back": (),
        "unfilled": (),
        "making": (),
        "habit": (),
        "ceiling": (),
    }
)
"""Codes of causes, and the axes (fields of `Names`, or ``incidents``) of the identifiers that follow a code.

An order names the nation, its kind, and the axis and identifier of what it is about, if anything. ``return`` is the
pull of the level of rest, and the fading of what was there before; ``bound`` what the ends of a scale cut off.
"""


NOTHING = 1e-12
"""Amounts, in any unit, that only rounding makes other than 0."""


class Term(NamedTuple):
    """What one cause added to one figure of one match."""

    match: int
    figure: str
    """One of `FIGURES` or of `PULLED`."""
    place: tuple[int, ...]
    """Positions on the axes of the field."""
    cause: str
    """A code of `CAUSES`, and its identifiers after colons."""
    amount: float
    """In the unit of the field."""


_Key = tuple[tuple[int, ...], str, tuple[str, ...]]
"""Positions, cause, and the identifiers that part it."""
_BACK: _Key = ((), "return", ())
_BOUND: _Key = ((), "bound", ())


class Fading(NamedTuple):
    """How a figure faded in a month; nothing of it may be changed later."""

    before: Array
    stays: Array | float
    """Part of it that is left."""
    pull: Array
    """What the level of rest adds, (..., B) or (..., 1)."""
    free: Array
    """What it came to with all that was added in the month ..."""
    bound: Array
    """... and within the ends of its scale."""


class Terms:
    """Collects the terms of the matches that are watched; an ensemble watches none and pays nothing."""

    __slots__ = ("_entries", "watched")

    def __init__(self, *, watched: bool) -> None:
        self.watched = watched
        self._entries: list[tuple[str, _Key | None, Any]] = []
        """Figure, key and amount; or figure, None and how it faded."""

    def add(
        self, figure: str, cause: str, amount: Amount, *, at: tuple[int, ...] = (), each: tuple[str, ...] = ()
    ) -> None:
        """Record that `cause` added `amount` to `figure`.

        `amount` lies over the axes of the field that `at` leaves open, match axis last, or is a function that returns
        this later; what it is worked out from must not be changed afterwards. With `each`, an axis before the match
        axis parts the amount by causes, whose identifiers are these.
        """
        if self.watched:
            self._entries.append((figure, (at, cause, each), amount))

    def moved(self, figure: str, cause: str, before: Array, after: Array, *, at: tuple[int, ...] = ()) -> None:
        """Record that `cause` moved `figure` from `before` to `after`, which may be changed from then on."""
        if self.watched:
            self._entries.append((figure, (at, cause, ()), after - before))

    def fade(self, figure: str, fading: Fading) -> None:
        """Record that `figure` faded; terms added later in the same month are not touched by it."""
        if self.watched:
            self._entries.append((figure, None, fading))

    def take(self, seats: int | None = None) -> list[Term]:
        """The terms since the last call, one for each figure, place and cause; the collection is emptied.

        With `seats`, those of the first so many nations alone, but for figures `BETWEEN` nations.
        """
        entries, self._entries = self._entries, []
        sums: dict[str, _Sum] = {}
        # Backward, so that the part of a term that is left at the end is known when it is come to.
        for figure, key, amount in reversed(entries):
            first = None if figure in BETWEEN else seats
            found = sums.get(figure)
            if found is None:
                found = sums[figure] = _Sum()
            if key is None:
                found.fade(amount, first)
            elif not key[0]:
                found.add(key, (amount() if callable(amount) else amount)[:first])
            elif first is None or key[0][0] < first:
                found.add(key, amount)
        return [
            term
            for figure, found in sums.items()
            for key, amounts in found.terms().items()
            for term in _written(figure, key, amounts)
        ]


class _Sum:
    """The terms of one figure, added up from the last entry to the first."""

    __slots__ = ("_amounts", "_before", "_early", "_left")

    def __init__(self) -> None:
        self._amounts: dict[_Key, Array] = {}
        self._left: Array | float = 1.0
        """Part that is left at the end of what is added now."""
        self._before: Array | None = None
        """What the figure was before it faded for the first time ..."""
        self._early: list[tuple[tuple[int, ...], Array]] = []
        """... and what had been added by then: where, and how much."""

    def add(self, key: _Key, amount: Array) -> None:
        if not np.count_nonzero(amount):
            return
        self._early.append((key[0], amount))
        left, later = self._left, self._amounts.get(key)
        if self._before is not None:
            amount = amount * (left[key[0]] if isinstance(left, np.ndarray) else left)
        self._amounts[key] = amount if later is None else later + amount

    def fade(self, fading: Fading, first: int | None) -> None:
        before, stays, pull, free, bound = fading
        if free.tobytes() != bound.tobytes():
            self.add(_BOUND, (bound - free)[:first])
        self.add(_BACK, pull[:first])
        self._before, self._early = before[:first], []
        self._left = self._left * (stays[:first] if isinstance(stays, np.ndarray) else stays)

    def terms(self) -> dict[_Key, Array]:
        """The sums; what faded of the rest of the figure counts as ``return``."""
        if self._before is None:
            return self._amounts
        opening = self._before.copy()
        for at, amount in self._early:
            opening[at] -= amount
        faded = opening * (self._left - 1.0)
        self._amounts[_BACK] = self._amounts[_BACK] + faded if _BACK in self._amounts else faded
        return self._amounts


def _written(figure: str, key: _Key, amounts: Array) -> Iterator[Term]:
    """A term for every place, cause and match in which something was added."""
    at, cause, each = key
    for (place, match), amount in zip(_places(amounts.shape), amounts.ravel().tolist(), strict=True):
        if -NOTHING <= amount <= NOTHING:
            continue
        if each:
            yield Term(match, figure, at + place[:-1], f"{cause}:{each[place[-1]]}", amount)
        else:
            yield Term(match, figure, at + place, cause, amount)


@lru_cache(maxsize=64)
def _places(shape: tuple[int, ...]) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Place and match of every element of an array, in order."""
    return tuple((index[:-1], index[-1]) for index in np.ndindex(shape))

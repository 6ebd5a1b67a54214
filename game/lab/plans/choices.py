"""Every order that a seat could give, from the forms that people fill in.

A person sees a form filled with what the seat knows by then; so the views of several turns of a match are asked, and
what any of them offers is a choice. Numbers are taken in a few steps from nought to the most that the form allows.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.content.package import Package
from game.doctrines import open_match
from game.orders import KINDS, Order
from game.session.outlook.forms import filled

_SCALES = (0.0, 0.1, 0.25, 0.5, 1.0)
"""Parts of the range of a number that are tried."""
_LOOKS = 3
"""Times in a match at which views are asked: the first turn, the last, and evenly between."""


@dataclass(frozen=True)
class Choices:
    """All that a seat could order, by kind and by what it is about."""

    by_kind: Mapping[str, tuple[Order, ...]]

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How often a kind is drawn: by the root of how many choices it has, so that none drowns the others."""
        roots = {kind: float(np.sqrt(len(orders))) for kind, orders in self.by_kind.items()}
        return {kind: root / sum(roots.values()) for kind, root in roots.items()}

    @cached_property
    def everything(self) -> tuple[Order, ...]:
        """All of them, kind by kind."""
        return tuple(itertools.chain.from_iterable(self.by_kind.values()))

    def any(self, rng: np.random.Generator) -> Order:
        """One of them."""
        kinds = list(self.by_kind)
        kind = kinds[int(rng.choice(len(kinds), p=[self.weights[one] for one in kinds]))]
        return self._one(self.by_kind[kind], rng)

    def like(self, order: Order, rng: np.random.Generator) -> Order:
        """Another order of the same kind, about the same thing where there is another."""
        alike = [one for one in self.by_kind.get(order.kind, ()) if one != order]
        same = [one for one in alike if one.about() == order.about()]
        return self._one(same or alike or [order], rng)

    @staticmethod
    def _one(orders: Sequence[Order], rng: np.random.Generator) -> Order:
        return orders[int(rng.integers(len(orders)))]


def choices(package: Package, seat: str) -> Choices:
    """What `seat` could order in any turn, in the order of the registry and of the forms."""
    found: dict[str, dict[Order, None]] = {kind: {} for kind in KINDS}
    match = open_match(package, seed=1, people={seat: "search"})
    turns = package.world.calendar.turns
    asked = {round(part * (turns - 1) / (_LOOKS - 1)) for part in range(_LOOKS)}
    while not match.finished:
        if match.turn in asked:
            for kind, order in filled(match.view(seat), _SCALES):
                found[kind][order] = None
        match.seal(seat)
        match.resolve()
    return Choices({kind: tuple(orders) for kind, orders in found.items() if orders})

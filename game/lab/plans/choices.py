"""Every order that a seat could give, from the forms that people fill in.

A person sees a form filled with what the seat knows by then; so the views of several turns of a match are asked, and
what any of them offers is a choice. Numbers are taken in a few steps from nought to the most that the form allows.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from pydantic import ValidationError

from game.content.package import Package
from game.doctrines import open_match
from game.orders import KINDS, Order, parse
from game.orders.form import Face, Field, Flag, Form, Line, OneOf, Pick, Scale, Way

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
            face = match.view(seat)
            for kind, model in KINDS.items():
                found[kind] |= dict.fromkeys(_of_form(model.form, kind, face))
        match.seal(seat)
        match.resolve()
    return Choices({kind: tuple(orders) for kind, orders in found.items() if orders})


def _of_form(form: Form, kind: str, face: Face) -> Iterator[Order]:
    for way in form.ways:
        for said in _filled(form, way, face):
            try:
                yield parse({"kind": kind, **form.given(face, way, said)})
            except ValidationError:  # a form may offer what the order's own bounds exclude, as a share of nought
                continue


def _filled(form: Form, way: Way, face: Face) -> Iterator[dict[str, Any]]:
    """All ways in which the fields of `way` can be filled."""
    said: list[dict[str, Any]] = [dict(way.sets)]
    for name in (*way.asks, *way.may):
        said = [{**one, name: value} for one in said for value in _values(form.field(name), face, one)]
    yield from said


def _values(field: Field, face: Face, said: Mapping[str, Any]) -> Sequence[Any]:
    if isinstance(field, Pick):
        known = list(field.known(face, said))
        return known if field.everything is None else [field.everything.key, *known]
    if isinstance(field, OneOf):
        offered = None if field.offered is None else set(field.offered(face))
        return [one.key for one in field.alternatives if offered is None or one.key in offered]
    if isinstance(field, Line):
        return [""]
    if isinstance(field, Scale) and field.chosen is not None and field.now is not None:
        return [field.now(face, said)]  # terms are found by bargaining: a search over all of them would drown the rest
    if isinstance(field, Scale):
        return _steps(field, face, said)
    return [True, False] if isinstance(field, Flag) else []


def _steps(field: Scale, face: Face, said: Mapping[str, Any]) -> list[float]:
    """Numbers in the range of a slider, on its steps."""
    low, high, step = field.low(face, said), field.high(face, said), field.step(face, said)
    at = {low + (high - low) * part for part in _SCALES}
    rounded = {min(round(round(value / step) * step, 6), high) for value in at} if step > 0.0 else at
    return sorted(value for value in rounded if value >= low)

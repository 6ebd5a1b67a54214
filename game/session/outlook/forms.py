"""All orders that the forms offer a seat in one turn, as far as it can tell that they would be accepted."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from game.orders import KINDS, Order, parse
from game.orders.form import Face, Field, Flag, Form, Line, OneOf, Pick, Scale, Way


def filled(face: Face, parts: Sequence[float], *, together: bool = False) -> Iterator[tuple[str, Order]]:
    """Each kind and order that the forms give, filled in all ways, in the order of the registry and of the forms.

    Numbers are taken at `parts` of their range; where `together`, all numbers of a form at the same part.
    """
    for kind, model in KINDS.items():
        for way in model.form.ways:
            for said in _said(model.form, way, face, parts, together=together):
                try:
                    yield kind, parse({"kind": kind, **model.form.given(face, way, said)})
                except ValidationError:  # a form may offer what the order's own bounds exclude, as a share of nought
                    continue


def _said(form: Form, way: Way, face: Face, parts: Sequence[float], *, together: bool) -> Iterator[dict[str, Any]]:
    """All ways in which the fields of `way` can be filled."""
    rounds = [(part,) for part in parts] if together and _scales(form, way) > 1 else [tuple(parts)]
    for taken in rounds:
        said: list[dict[str, Any]] = [dict(way.sets)]
        for name in (*way.asks, *way.may):
            said = [{**one, name: value} for one in said for value in _values(form.field(name), face, one, taken)]
        yield from said


def _scales(form: Form, way: Way) -> int:
    return sum(isinstance(form.field(name), Scale) for name in (*way.asks, *way.may))


def _values(field: Field, face: Face, said: Mapping[str, Any], parts: Sequence[float]) -> Sequence[Any]:
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
        return _steps(field, face, said, parts)
    return [True, False] if isinstance(field, Flag) else []


def _steps(field: Scale, face: Face, said: Mapping[str, Any], parts: Sequence[float]) -> list[float]:
    """Numbers in the range of a slider, on its steps."""
    low, high, step = field.low(face, said), field.high(face, said), field.step(face, said)
    at = {low + (high - low) * part for part in parts}
    rounded = {min(round(round(value / step) * step, 6), high) for value in at} if step > 0.0 else at
    return sorted(value for value in rounded if value >= low)


@dataclass(frozen=True)
class Desk:
    """What of a view the forms read."""

    briefing: Any
    policy: Any
    projects: Sequence[Any]
    research: Sequence[Any]
    agreements: Sequence[Any]
    stockpiles: Sequence[Any]
    holdings: Sequence[Any]
    soil: Sequence[Any]


def distinct(orders: Iterator[tuple[str, Order]]) -> tuple[Order, ...]:
    """The orders alone, each once."""
    return tuple(dict.fromkeys(itertools.chain(order for _, order in orders)))

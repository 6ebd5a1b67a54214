"""Orders of every kind, good and bad, made from their forms: a new kind is in these without being named here."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

from game.engine.world import Names, World
from game.orders import KINDS, Order
from game.orders.form import Field, Flag, Line, OneOf, Pick, Scale

_MOST = {"share": 1.0, "days": 365.0, "US$ million/year": 80.0, "US$/kg": 60.0}
"""Greatest number of a unit that is tried ..."""
_MOST_ELSE = 10.0
"""... and of a unit that is not named there."""
_LEAST = 0.01
"""Some numbers have to be more than nothing."""


def any_order(world: World) -> st.SearchStrategy[dict[str, Any]]:
    """Well-formed orders about things of `world`."""
    names = world.names
    kinds = [
        st.fixed_dictionaries(
            {"kind": st.just(kind)} | {field.name: _values(field, names) for field in order.form.fields}
        )
        for kind, order in KINDS.items()
    ]
    return st.one_of(*kinds)


def turns_of(world: World, most: int = 4) -> st.SearchStrategy[list[list[tuple[int, dict[str, Any]]]]]:
    """Turns of orders, each with the seat that gives it."""
    turn = st.lists(st.tuples(st.integers(0, world.seats - 1), any_order(world)), max_size=6)
    return st.lists(turn, min_size=1, max_size=most)


def every(kind: str, names: Names) -> Iterator[Order]:
    """Orders of a kind with each identifier and alternative in turn, and no, a small and a great number."""
    fields = KINDS[kind].form.fields
    for values in itertools.product(*(_some(field, names) for field in fields)):
        with contextlib.suppress(ValidationError):  # of some numbers there have to be more than none
            yield KINDS[kind].model_validate({field.name: value for field, value in zip(fields, values, strict=True)})


def _values(field: Field, names: Names) -> st.SearchStrategy[Any]:
    if isinstance(field, Scale):
        return st.floats(_LEAST, _MOST.get(field.unit, _MOST_ELSE)) | st.just(_LEAST)
    return st.sampled_from(_some(field, names))


def _some(field: Field, names: Names) -> list[Any]:
    if isinstance(field, Pick):
        also = [] if field.everything is None else [field.everything.key]
        return [*getattr(names, field.axis), *also]
    if isinstance(field, OneOf):
        return [one.key for one in field.alternatives]
    if isinstance(field, Line):
        return ["", "as agreed"]
    if isinstance(field, Scale) and field.chosen is not None:  # what may be left out needs no number of each size
        return [0.0, _MOST.get(field.unit, _MOST_ELSE)]
    if isinstance(field, Scale):
        return [_LEAST, _MOST.get(field.unit, _MOST_ELSE), 0.0]
    assert isinstance(field, Flag)
    return [True, False]

"""The table of metrics, and how they are read."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.engine.conditions import Reading
from game.engine.fields import FIELDS
from game.engine.metrics.entry import AXES, Compute, Entry, Metric, Values
from game.engine.state import State
from game.engine.summation import total
from game.engine.supply_view import READ
from game.engine.world import Ints, World

METRICS: dict[str, Metric] = {}
"""By name, in the order in which figures are listed."""


class metric(Entry):  # noqa: N801 - it is used as a decorator only
    """Register a function ``(world, state, *positions) -> (B,)`` under its own name, with the entry written here."""

    def __call__(self, compute: Compute) -> Compute:
        """Register `compute`."""
        _add(compute.__name__, self, compute)
        return compute


def field_metric(name: str, label: str, meaning: str, **about: Any) -> None:
    """Register field `name` of the state under its own name: its axes are the arguments, and who may know it, may.

    `about` are the other parts of an `Entry`.
    """
    kept = READ[name].field if name in READ else FIELDS[name]

    def compute(world: World, state: State, *place: Any) -> Values:
        return getattr(state, name)[place].astype(np.float64, copy=False)

    _add(name, Entry(kept.axes, kept.unit, label, meaning, seen=kept.seen, **about), compute)


def _add(name: str, entry: Entry, compute: Compute) -> None:
    if name in METRICS:
        raise ValueError(f"two metrics are called {name}")
    METRICS[name] = Metric(**vars(entry), name=name, compute=compute)


def read(world: World, state: State, reading: Reading) -> Values:
    """The (B,) values of `reading`.

    Raises:
        KeyError: when there is no such metric.
    """
    return METRICS[reading.metric].compute(world, state, *reading.arguments)


def of_nations(world: World, state: State, name: str, count: int, *rest: int) -> Values:
    """Metric `name`, whose first argument is a nation, for the first `count` nations at once: (count, B).

    Every such metric also takes a slice for its nation: what it sums over it counts from the last axis backwards.
    """
    return METRICS[name].compute(world, state, slice(0, count), *rest)


def value(world: World, state: State, name: str, *arguments: str) -> Values:
    """The (B,) values of metric `name` for arguments given by their identifiers.

    Raises:
        KeyError: when metric or identifier is unknown.
    """
    entry = METRICS[name]
    positions = tuple(
        world.names.index(AXES[axis].names, argument) for axis, argument in zip(entry.axes, arguments, strict=True)
    )
    return read(world, state, Reading(name, positions))


def argument_axis(letter: str) -> str:
    """The field of `Names` that the axis letter of a metric refers to."""
    return AXES[letter].names


def over(part: Values, whole: Values) -> Values:
    """`part` / `whole`, and 0 where the whole is negligible."""
    share = part / np.maximum(whole, 1e-6)
    share *= whole > 1e-6
    return share


def part_of(part: Values, whole: Values) -> Values:
    """`part` / `whole` for a part that is nothing where the whole is."""
    share: Values = part / np.maximum(whole, 1e-6)
    return share


def over_goods(values: Values, goods: Ints) -> Values:
    """`values` (..., G, B) summed over some goods."""
    if not len(goods):
        return np.zeros((*values.shape[:-2], values.shape[-1]))
    return total(values.take(goods, axis=-2), -2)

"""Compiled `when` conditions over metrics, evaluated for the whole batch.

A condition is an expression over metric calls, numbers, comparisons, ``and``, ``or`` and ``not``, written in a rule
file as text (``tension(japan) > 0.6 and month() >= 8``) and compiled by `content.expressions`. Each metric that a
table of conditions names is computed at most once a month, whatever the number of conditions that read it, and only
when the date leaves open a condition that needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from game.engine.state import State
    from game.engine.world import World

Values = NDArray[np.float64]
Mask = NDArray[np.bool_]

CLOCK = frozenset({"month", "year"})
"""Metrics that are the same in every match of a batch."""


@dataclass(frozen=True)
class Reading:
    """One metric with its arguments, as indices on the metric's axes."""

    metric: str
    arguments: tuple[int, ...] = ()


@dataclass(frozen=True)
class Atom:
    """`reading` compared with `threshold`: above it when `sign` is 1, below when -1; `or_equal` admits equality."""

    reading: Reading
    sign: int
    threshold: float
    or_equal: bool

    @cached_property
    def bound(self) -> float:
        """What the signed reading must exceed: the comparison is made strict by stepping to the float below."""
        signed = self.sign * self.threshold
        return float(np.nextafter(signed, -np.inf)) if self.or_equal else signed


@dataclass(frozen=True)
class Condition:
    """Alternatives of which one must hold; each is a group of atoms that must all hold. An empty group holds."""

    any_of: tuple[tuple[Atom, ...], ...]
    text: str


Read = Callable[["World", "State", Reading], Values]


class ConditionTable:
    """Several conditions, compiled together.

    `read(world, state, reading)` gives the (B,) values of one reading: `metrics.read`.
    """

    def __init__(self, conditions: tuple[Condition, ...]) -> None:
        self._conditions = tuple(tuple(_Group.of(group) for group in condition.any_of) for condition in conditions)
        self._clock = tuple({atom.reading for groups in self._conditions for g in groups for atom in g.dated})
        self._plans: dict[tuple[tuple[int, int], ...], _Plan] = {}
        atoms = (atom for condition in conditions for group in condition.any_of for atom in group)
        self.readings = tuple(dict.fromkeys(atom.reading for atom in atoms))

    def holds(self, world: World, state: State, read: Read, wanted: Mask | Sequence[bool] | None = None) -> Mask:
        """Where each condition holds, (R, B). Conditions not in `wanted` (R,) are not looked at and stay False."""
        result = np.zeros((len(self._conditions), state.batch), dtype=bool)
        dates = {reading: float(read(world, state, reading)[0]) for reading in self._clock}
        asked = [True] * len(self._conditions) if wanted is None else list(wanted)
        live = tuple(
            (row, place)
            for row, groups in enumerate(self._conditions)
            if asked[row]
            for place, group in enumerate(groups)
            if group.in_season(dates)
        )
        if live:
            plan = self._plans.get(live)
            if plan is None:
                plan = self._plans[live] = _Plan([(row, self._conditions[row][place]) for row, place in live])
            plan.fill(result, world, state, read)
        return result


@dataclass(frozen=True)
class _Group:
    """Atoms that must all hold, those about the date apart."""

    dated: tuple[Atom, ...]
    others: tuple[Atom, ...]

    @classmethod
    def of(cls, atoms: tuple[Atom, ...]) -> _Group:
        dated = tuple(atom for atom in atoms if atom.reading.metric in CLOCK)
        return cls(dated, tuple(atom for atom in atoms if atom.reading.metric not in CLOCK))

    def in_season(self, dates: dict[Reading, float]) -> bool:
        """Whether the date alone still lets the group hold."""
        return all(atom.sign * dates[atom.reading] > atom.bound for atom in self.dated)


class _Plan:
    """Groups in season, their atoms laid out in one table: each row of it belongs to one group of one condition."""

    def __init__(self, groups: list[tuple[int, _Group]]) -> None:
        settled = [row for row, group in groups if not group.others]
        open_ = [(row, group) for row, group in groups if group.others]
        atoms = [atom for _, group in open_ for atom in group.others]
        places: dict[Reading, int] = {}
        for atom in atoms:
            places.setdefault(atom.reading, len(places))
        self._settled = settled
        self._readings = tuple(places)
        self._place = np.array([places[atom.reading] for atom in atoms], dtype=np.intp)
        self._sign = np.array([[float(atom.sign)] for atom in atoms])
        self._bound = np.array([[atom.bound] for atom in atoms])
        sizes = [len(group.others) for _, group in open_]
        self._group_starts = np.cumsum([0, *sizes])[:-1].astype(np.intp)
        rows = [row for row, _ in open_]
        self._rows = np.array(sorted(set(rows)), dtype=np.intp)
        self._row_starts = np.array([rows.index(row) for row in self._rows], dtype=np.intp)
        self._one_each = len(rows) == len(self._rows)

    def fill(self, result: Mask, world: World, state: State, read: Read) -> None:
        """Set the rows of `result` (R, B) whose condition holds."""
        if self._readings:
            values = np.empty((len(self._readings), state.batch))
            for place, reading in enumerate(self._readings):
                values[place] = read(world, state, reading)
            true = np.take(values, self._place, axis=0) * self._sign > self._bound
            groups = np.logical_and.reduceat(true, self._group_starts, axis=0)
            result[self._rows] = groups if self._one_each else np.logical_or.reduceat(groups, self._row_starts, axis=0)
        for row in self._settled:
            result[row] = True

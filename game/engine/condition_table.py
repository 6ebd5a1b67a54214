"""Compiled `when` conditions, evaluated for the whole batch.

Each metric that a table of conditions names is computed at most once a month, whatever the number of conditions that
read it, and only when the date leaves open a condition that needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.clock import CLOCK
from game.engine.conditions import Atom, Condition, Reading
from game.engine.state import State
from game.engine.world import World

Values = NDArray[np.float64]
Mask = NDArray[np.bool_]

Read = Callable[[World, State, Reading], Values]


class ConditionTable:
    """Several conditions, compiled together.

    `read(world, state, reading)` gives the (B,) values of one reading: `metrics.read`. Like ``and`` in most languages,
    a group reads its first atom first and the others only where that one holds in some match: write the rare one first.
    """

    def __init__(self, conditions: tuple[Condition, ...]) -> None:
        groups = [(row, group) for row, condition in enumerate(conditions) for group in condition.any_of]
        names = (atom.reading.metric for _, group in groups for atom in group)
        dates = tuple(dict.fromkeys(name for name in names if name in CLOCK))
        self._size = len(conditions)
        self._clocks = tuple(CLOCK[name] for name in dates)
        self._groups = tuple(_Group.of(row, group, dates) for row, group in groups)
        self._looks: dict[tuple[int, ...], _Look] = {}
        self._seasons: dict[tuple[float, ...], tuple[int, ...]] = {}
        self.readings = tuple(dict.fromkeys(atom.reading for _, group in groups for atom in group))
        places = {reading: index for index, reading in enumerate(self.readings)}
        self._alone = tuple(
            tuple((places[atom.reading], atom.reading, atom.sign, atom.bound) for atom in group.others)
            for group in self._groups
        )

    def holds(self, world: World, state: State, read: Read, wanted: Mask | Sequence[bool] | None = None) -> Mask:
        """Where each condition holds, (R, B). Conditions not in `wanted` (R,) are not looked at and stay False."""
        result = np.zeros((self._size, state.batch), dtype=bool)
        for row, where in self.found(world, state, read, wanted).items():
            result[row] = where
        return result

    def found(
        self, world: World, state: State, read: Read, wanted: Mask | Sequence[bool] | None = None
    ) -> dict[int, Mask]:
        """The conditions among `wanted` that hold in some match, by their number, each with (B,) where it does."""
        found: dict[int, Mask] = {}
        first = []
        for place in self._in_season(world, state):
            group = self._groups[place]
            if wanted is None or wanted[group.row]:
                if group.others:
                    first.append(place)
                else:
                    found[group.row] = np.ones(state.batch, dtype=bool)
        if first and state.batch == 1:
            self._look_alone(world, state, read, first, found)
        elif first:
            self._look_at(world, state, read, tuple(first), found)
        return found

    def _look_alone(self, world: World, state: State, read: Read, first: list[int], found: dict[int, Mask]) -> None:
        """The same for one match: plain numbers are compared much faster than arrays of one, and to the same end."""
        seen: list[float | None] = [None] * len(self.readings)
        for place in first:
            for index, reading, sign, bound in self._alone[place]:
                value = seen[index]
                if value is None:
                    value = seen[index] = float(read(world, state, reading)[0])
                if not sign * value > bound:
                    break
            else:
                found[self._groups[place].row] = np.ones(1, dtype=bool)

    def _look_at(self, world: World, state: State, read: Read, first: tuple[int, ...], found: dict[int, Mask]) -> None:
        """Add to `found` the conditions of those groups `first` that hold somewhere."""
        seen: list[Values | None] = [None] * len(self.readings)
        groups = self._look(first, first_only=True).holds(world, state, read, seen)
        rest = []
        for i, some in enumerate(somewhere(groups)):
            group = self._groups[first[i]]
            if some and len(group.others) > 1:
                rest.append(i)
            elif some:
                found[group.row] = found[group.row] | groups[i] if group.row in found else groups[i]
        if rest:
            both = self._look(tuple(first[i] for i in rest), first_only=False).holds(world, state, read, seen)
            both &= groups[rest]
            for i, some, where in zip(rest, somewhere(both), both, strict=True):
                row = self._groups[first[i]].row
                if some:
                    found[row] = found[row] | where if row in found else where

    def _in_season(self, world: World, state: State) -> tuple[int, ...]:
        """Groups that the date alone still lets hold."""
        dates = tuple([clock(world, state) for clock in self._clocks])
        if dates not in self._seasons:
            live = (place for place, group in enumerate(self._groups) if not group.dated or group.in_season(dates))
            self._seasons[dates] = tuple(live)
        return self._seasons[dates]

    def _look(self, places: tuple[int, ...], *, first_only: bool) -> _Look:
        key = (int(first_only), *places)
        if key not in self._looks:
            part = slice(0, 1) if first_only else slice(1, None)
            self._looks[key] = _Look([self._groups[place].others[part] for place in places], self.readings)
        return self._looks[key]


@dataclass(frozen=True)
class _Group:
    """Atoms that must all hold for condition `row`, those about the date apart as (which date, sign, bound)."""

    row: int
    dated: tuple[tuple[int, int, float], ...]
    others: tuple[Atom, ...]

    def in_season(self, dates: Sequence[float]) -> bool:
        """Whether all its atoms about the date hold."""
        return all(sign * dates[date] > bound for date, sign, bound in self.dated)

    @classmethod
    def of(cls, row: int, atoms: tuple[Atom, ...], dates: tuple[str, ...]) -> _Group:
        dated = (atom for atom in atoms if atom.reading.metric in CLOCK)
        others = tuple(atom for atom in atoms if atom.reading.metric not in CLOCK)
        return cls(row, tuple((dates.index(atom.reading.metric), atom.sign, atom.bound) for atom in dated), others)


class _Look:
    """Lists of atoms laid out in one table; all atoms of a list must hold."""

    def __init__(self, lists: list[tuple[Atom, ...]], readings: tuple[Reading, ...]) -> None:
        atoms = [atom for group in lists for atom in group]
        self._readings = tuple((readings.index(atom.reading), atom.reading) for atom in atoms)
        self._sign = np.array([[float(atom.sign)] for atom in atoms])
        self._bound = np.array([[atom.bound] for atom in atoms])
        self._starts = np.cumsum([0, *(len(group) for group in lists)])[:-1].astype(np.intp)
        self._one_each = len(atoms) == len(lists)

    def holds(self, world: World, state: State, read: Read, seen: list[Values | None]) -> Mask:
        """Where each list holds, (lists, B). Readings in `seen` are not read again; others are put there."""
        values = []
        for index, reading in self._readings:
            known = seen[index]
            if known is None:
                known = seen[index] = read(world, state, reading)
            values.append(known)
        signed = np.concatenate(values).reshape(len(values), -1)
        signed *= self._sign
        true: Mask = signed > self._bound
        return true if self._one_each else np.logical_and.reduceat(true, self._starts, axis=0)


def places(where: Mask) -> NDArray[np.intp]:
    """Rows of `where` (n, B) that hold in any match."""
    held: Mask = where[:, 0] if where.shape[1] == 1 else np.logical_or.reduce(where, axis=1)
    return held.nonzero()[0]


def somewhere(where: Mask) -> list[bool]:
    """For each row of `where` (n, B), whether it holds in any match. In a batch of one the row itself tells."""
    if where.shape[1] == 1:
        return where[:, 0].tolist()
    return np.logical_or.reduce(where, axis=1).tolist()

"""Compiled `when` conditions over metrics, evaluated for the whole batch.

A condition is an expression over metric calls, numbers, comparisons, ``and``, ``or`` and ``not``, written in a rule
file as text (``tension(japan) > 0.6 and month() >= 8``) and compiled by `content.expressions`. Each metric that a
table of conditions names is computed once a month, whatever the number of conditions that read it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from game.engine.state import State
    from game.engine.world import World

Values = NDArray[np.float64]
Mask = NDArray[np.bool_]


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


@dataclass(frozen=True)
class Condition:
    """Alternatives of which one must hold; each is a group of atoms that must all hold. An empty group holds."""

    any_of: tuple[tuple[Atom, ...], ...]
    text: str


class ConditionTable:
    """Several conditions, compiled together.

    `read(world, state, reading)` gives the (B,) values of one reading: `metrics.read`.
    """

    def __init__(self, conditions: tuple[Condition, ...]) -> None:
        readings: dict[Reading, int] = {}
        atoms: dict[Atom, int] = {}
        for condition in conditions:
            for group in condition.any_of:
                for atom in group:
                    readings.setdefault(atom.reading, len(readings))
                    atoms.setdefault(atom, len(atoms))
        self.readings = tuple(readings)
        self._row = np.array([readings[atom.reading] for atom in atoms], dtype=np.int64)
        self._sign = np.array([[float(atom.sign)] for atom in atoms])
        self._threshold = np.array([[atom.sign * atom.threshold] for atom in atoms])
        self._strict = np.array([[not atom.or_equal] for atom in atoms])
        self._groups = tuple(
            tuple(tuple(atoms[atom] for atom in group) for group in condition.any_of) for condition in conditions
        )

    def holds(
        self, world: World, state: State, read: Callable[[World, State, Reading], Values], wanted: Mask | None = None
    ) -> Mask:
        """Where each condition holds, (R, B). Conditions not in `wanted` (R,) are not looked at and stay False."""
        result = np.zeros((len(self._groups), state.batch), dtype=bool)
        if not self._groups:
            return result
        truth = self._truth(world, state, read)
        for row, groups in enumerate(self._groups):
            if wanted is not None and not wanted[row]:
                continue
            for group in groups:
                holds = result[row] | True
                for atom in group:
                    holds &= truth[atom]
                result[row] |= holds
        return result

    def _truth(self, world: World, state: State, read: Callable[[World, State, Reading], Values]) -> Mask:
        if not self.readings:
            return np.zeros((0, state.batch), dtype=bool)
        values = np.stack([read(world, state, reading) for reading in self.readings])[self._row]
        values = values * self._sign
        truth: Mask = (values > self._threshold) | (~self._strict & (values == self._threshold))
        return truth

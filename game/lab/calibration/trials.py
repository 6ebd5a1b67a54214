"""Trials of a calibration: the scenario with other figures, a few matches each, and what its facts come to.

A trial plays the scenario as it stands, with no other run, under the same seeds every time: what differs is what the
figures did. Each process reads the files once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from game.content.facts import Facts
from game.content.models.facts import BASE
from game.economy import machine
from game.lab.facts.evaluation import FactResult, evaluate
from game.lab.runs.play import play, variants
from game.lab.runs.pool import Pool, others, share

Array = NDArray[np.float64]
Tell = Callable[[int], None]


@dataclass(frozen=True)
class Setting:
    """What all trials have in common."""

    source: str
    """What the scenario is loaded from: an id or a folder."""
    facts: Facts
    """Facts with only those parts that the run of the scenario as it stands can tell."""
    seeds: tuple[int, ...]
    months: int
    """Months that are played; the parts look at no later ones."""


class Trials:
    """Plays trials, in one process or several; to be left as a context, so that the processes end."""

    def __init__(self, setting: Setting, *, processes: int = 1, tell: Tell | None = None) -> None:
        """Play by `setting`, which may be exchanged between calls; `tell` is told how many trials have been played."""
        self.setting, self._tell = setting, tell
        self._others = others(processes)
        self._pool: Pool | None = None
        self.played = 0

    def __enter__(self) -> Self:
        self._pool = self._others.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._others.__exit__(kind, error, trace)

    def results(self, changes: Sequence[Mapping[str, float]]) -> list[tuple[FactResult, ...]]:
        """The facts as they come out with each of the `changes` of figures.

        Raises:
            ContentError: where a figure cannot have a value.
        """
        jobs = [(self.setting, change) for change in changes]
        found = {place: self._counted(results) for place, results in share(_play, _play, jobs, self._pool)}
        return [found[place] for place in range(len(changes))]

    def medians(self, changes: Sequence[Mapping[str, float]]) -> list[Array]:
        """What all parts (M,) are measured to be with each of the `changes`; NaN for what never happens."""
        return [measured(results) for results in self.results(changes)]

    def _counted(self, results: tuple[FactResult, ...]) -> tuple[FactResult, ...]:
        self.played += 1
        if self._tell is not None:
            self._tell(self.played)
        return results


def measured(results: Sequence[FactResult]) -> Array:
    """The measured values of all parts in order, (M,); NaN for what never happens."""
    return np.array([math.nan if part.measured is None else part.measured for fact in results for part in fact.parts])


def _play(setting: Setting, changes: Mapping[str, float]) -> tuple[FactResult, ...]:
    machine.wait()  # a fit plays hundreds of matches
    readings, last = {BASE: setting.facts.readings().get(BASE, ())}, {BASE: setting.months - 1}
    package = variants(setting.source).package(changes)
    return evaluate(
        setting.facts, play(package, setting.source, setting.facts.runs, readings, setting.seeds, last=last)
    )

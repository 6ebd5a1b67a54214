"""Calibration from beginning to end: fit the early years, look at the late ones, and see what moves what."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from game.content.calibration import Calibration
from game.content.facts import FIT, HELD_OUT, Facts, Part
from game.content.models.facts import BASE
from game.lab.calibration.fit import Fit, fit, values_at
from game.lab.calibration.sensitivity import Sensitivity, sensitivity
from game.lab.calibration.trials import Setting, Trials, measured
from game.lab.facts.evaluation import FactResult, PartResult
from game.lab.runs.seeds import Draws

Array = NDArray[np.float64]
Tell = Callable[[int, int], None]

STEPS = 8
"""Steps of the fit unless asked otherwise."""


@dataclass(frozen=True)
class Line:
    """A part of a fact with the figures as they stand in the files, and as fitted."""

    fact: str
    before: PartResult
    after: PartResult

    @property
    def part(self) -> Part:
        """The part."""
        return self.before.part


@dataclass(frozen=True)
class Calibrated:
    """A calibration and what came of it."""

    scenario: str
    calibration: Calibration
    draws: Draws
    fit: Fit
    fitted: tuple[Line, ...]
    """Parts that were fitted; those of weight 0 are not among them."""
    held_out: tuple[Line, ...]
    """Parts that end in the years held out."""
    sensitivity: Sensitivity
    """Of all parts, the fitted ones first."""
    trials: int
    seconds: float
    marked: int = 0
    """Numbers of the rules that were fitted, with an outcome in sight, whether this moves them or not."""

    @property
    def norms(self) -> tuple[float, float]:
        """Root of the sum of squared distances of the fitted parts, weights left out, before and after."""
        return float(np.linalg.norm(self.fit.before)), float(np.linalg.norm(self.fit.after))


def calibrate(
    scenario: str,
    source: str,
    calibration: Calibration,
    facts: Facts,
    draws: Draws,
    *,
    steps: int = STEPS,
    processes: int = 1,
    tell: Tell | None = None,
) -> Calibrated:
    """Fit the figures to the early facts of the scenario as it stands, and report.

    `source` is what the scenario is loaded from. `tell(done, most)` is called after each trial, with as many trials as
    there may be at most. The same arguments give the same result, in any number of processes.

    Raises:
        ValueError: when no fact ends in the years to fit.
    """
    began = time.monotonic()
    early = _weighed(facts.only({BASE}, {FIT}), calibration)
    late = facts.only({BASE}, {HELD_OUT})
    if not early.facts:
        raise ValueError("no fact ends in the years to fit")
    free = len(calibration.parameters)
    most = steps * (1 + free) + 2 + 2 * free
    onward = (lambda done: tell(done, most)) if tell else None
    short, whole = (
        Setting(source, some, draws.seeds, 1 + some.last_months().get(BASE, 0))
        for some in (early, _joined(early, late))
    )
    with Trials(short, processes=processes, tell=onward) as trials:
        weights = [(part, calibration.weights.get(key, 1.0)) for key, part in _parts(early)]
        result = fit(calibration, weights, partial(_medians, calibration, trials), steps=steps)
        trials.setting = whole
        before, after = trials.results([_start(calibration), _end(result)])
        swings = _sensitivity(calibration, result, whole.facts, trials)
        played = trials.played
    lines = [Line(key, *pair) for (key, _), pair in zip(_parts(whole.facts), _pairs(before, after), strict=True)]
    count = len(list(early.parts()))
    seconds = time.monotonic() - began
    told = (tuple(lines[:count]), tuple(lines[count:]))
    return Calibrated(scenario, calibration, draws, result, *told, swings, played, seconds, facts.fitted)


def _medians(calibration: Calibration, trials: Trials, sets: Sequence[Array]) -> list[Array]:
    return trials.medians([values_at(calibration, positions) for positions in sets])


def _weighed(facts: Facts, calibration: Calibration) -> Facts:
    """The facts that count."""
    return replace(facts, facts=tuple(fact for fact in facts.facts if calibration.weights.get(fact.key, 1.0) > 0.0))


def _joined(early: Facts, late: Facts) -> Facts:
    return replace(early, facts=(*early.facts, *late.facts))


def _parts(facts: Facts) -> Iterable[tuple[str, Part]]:
    return ((fact.key, part) for fact in facts.facts for part in fact.parts)


def _pairs(before: Sequence[FactResult], after: Sequence[FactResult]) -> Iterable[tuple[PartResult, PartResult]]:
    for one, other in zip(before, after, strict=True):
        yield from zip(one.parts, other.parts, strict=True)


def _start(calibration: Calibration) -> dict[str, float]:
    return {parameter.path: parameter.start for parameter in calibration.parameters}


def _end(result: Fit) -> dict[str, float]:
    return {figure.parameter.path: figure.value for figure in result.figures}


def _sensitivity(calibration: Calibration, result: Fit, facts: Facts, trials: Trials) -> Sensitivity:
    """Every figure at either end of its range, the others as fitted."""
    fitted = _end(result)
    sets = [
        {**fitted, parameter.path: end}
        for parameter in calibration.parameters
        for end in (parameter.low, parameter.high)
    ]
    medians = [measured(results) for results in trials.results(sets)]
    parts = list(_parts(facts))
    return sensitivity(
        calibration.parameters,
        [part for _, part in parts],
        [f"{key} {part.label}" for key, part in parts],
        list(zip(medians[::2], medians[1::2], strict=True)),
    )

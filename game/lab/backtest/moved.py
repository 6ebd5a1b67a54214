"""Matches for the bands: in each of them every fitted number is another, within its error.

The sets of numbers fill the space of what could be (a Latin hypercube): a number takes each part of its range once.
Each set is compiled and brought to rest by itself, so there are few of them, a match for each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content import ContentError, Package, Variants, load_calibration
from game.content.facts import Facts, Run
from game.content.moving import Movable, moved
from game.economy import machine
from game.engine.conditions import Reading
from game.lab.runs.columns import Columns
from game.lab.runs.play import Tell, play, variants
from game.lab.runs.pool import Pool, share
from game.lab.runs.seeds import Draws

Array = NDArray[np.float64]
Readings = Mapping[str, tuple[Reading, ...]]

SETS = 8
"""Sets of numbers at most: seeking the rest of each and playing it alone costs as much as four matches of a batch."""
NEARER = (1.0, 0.5, 0.25, 0.0)
"""Parts of the way to a set that are tried until the rule set lets it pass; all that come along take the first."""


@dataclass(frozen=True)
class Band:
    """Matches with other numbers, from which bands are drawn."""

    numbers: int
    """That were moved in each match."""
    count: int
    runs: Mapping[str, Columns]


def sets_of(facts: Facts, draws: Draws) -> int:
    """How many matches of each run a band has; none where nothing is fitted, or no error is stated."""
    return min(draws.count, SETS) if facts.fitted and facts.error is not None else 0


def play_moved(
    source: str,
    facts: Facts,
    wanted: Readings,
    draws: Draws,
    *,
    last: Mapping[str, int],
    pool: Pool | None = None,
    tell: Tell | None = None,
) -> Band | None:
    """The matches of a band, by the first seeds of `draws`; None where nothing is fitted, or no error is stated.

    Each run is played to the turn of the `last` month that is asked of it. `tell(done, total)` is called as matches
    are finished.
    """
    count = sets_of(facts, draws)
    if not count or facts.error is None:
        return None
    numbers = in_their_ranges(source)
    places = positions(count, len(numbers), draws.seed)
    jobs = [
        (source, facts.runs, wanted, last, seed, [moved(numbers, place * part, facts.error.value) for part in NEARER])
        for seed, place in zip(draws.seeds, places, strict=False)
    ]
    done: dict[int, dict[str, Columns]] = {}
    for place, runs in share(_played, _played, jobs, pool):
        done[place] = runs
        if tell is not None:
            tell(len(done) * len(wanted), count * len(wanted))
    runs = {run: Columns.joined([done[place][run] for place in range(count)]) for run in wanted}
    return Band(len(numbers), count, runs)


def in_their_ranges(source: str) -> tuple[Movable, ...]:
    """The fitted numbers of a scenario; those that calibration may move stay in the range that it has for them."""
    calibration = load_calibration(source)
    free = calibration[0].parameters if calibration else ()
    ranges = {parameter.path: (parameter.low, parameter.high) for parameter in free}
    return tuple(number.within(ranges) for number in variants(source).movable())


def positions(sets: int, numbers: int, seed: int) -> Array:
    """(sets, numbers) from -1 to 1: of each number one in each of as many equal parts as there are sets."""
    chance = np.random.Generator(np.random.PCG64(seed))
    parts = chance.permuted(np.tile(np.arange(sets), (numbers, 1)), axis=1)
    found: Array = ((parts + chance.random((numbers, sets))) / sets * 2.0 - 1.0).T
    return found


def _played(
    source: str,
    runs: Mapping[str, Run],
    wanted: Readings,
    last: Mapping[str, int],
    seed: int,
    nearer: Sequence[Mapping[str, float]],
) -> dict[str, Columns]:
    machine.wait()  # seeking rest in plain Python takes seconds
    return play(_accepted(variants(source), nearer), source, runs, wanted, (seed,), last=last)


def _accepted(scenario: Variants, nearer: Sequence[Mapping[str, float]]) -> Package:
    """The scenario with the first of the sets of numbers that it takes; the last is what stands in the files."""
    for changes in nearer[:-1]:
        try:
            return scenario.package(changes)
        except ContentError:
            continue
    return scenario.package(nearer[-1])

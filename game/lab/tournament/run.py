"""The tournament: all tables of all seats, each played once under every seed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package
from game.lab.runs.play import Tell
from game.lab.runs.pool import others
from game.lab.runs.seeds import Draws
from game.lab.tables.bench import Bench, Job
from game.lab.tables.hands import Hand, Table, seats_of, with_hands
from game.lab.tables.outcomes import Outcomes
from game.lab.tournament.draw import TABLES, foresighted, suiting, tables

_ALIKE = 1e-9
"""Points by which two answers differ only in how sums were rounded."""


@dataclass(frozen=True)
class Seat:
    """How D doctrines did in one seat at K tables of the others under S seeds."""

    seat: str
    doctrines: tuple[str, ...]
    points: NDArray[np.float64]
    """(D, K, S)"""
    won: NDArray[np.bool_]
    """(D, K, S)"""

    @property
    def tables(self) -> int:
        """K."""
        return int(self.points.shape[1])

    @cached_property
    def means(self) -> NDArray[np.float64]:
        """(D,) mean points."""
        means: NDArray[np.float64] = self.points.mean(axis=(1, 2))
        return means

    @cached_property
    def wins(self) -> NDArray[np.float64]:
        """(D,) share of matches won."""
        wins: NDArray[np.float64] = self.won.mean(axis=(1, 2))
        return wins

    @cached_property
    def best_at(self) -> NDArray[np.int64]:
        """(D,) tables at which no other doctrine has more points in the mean of the seeds."""
        at_table = self.points.mean(axis=2)
        best: NDArray[np.int64] = (at_table >= at_table.max(axis=0) - _ALIKE).sum(axis=1)
        return best


@dataclass(frozen=True)
class Tournament:
    """The seats, and all that came of the tables that were played."""

    scenario: str
    title: str
    seed: int
    seeds: int
    """Matches of each table."""
    seats: tuple[Seat, ...]
    played: tuple[Table, ...]
    outcomes: Outcomes
    """Of the tables of `played`."""


def tournament(
    package: Package,
    *,
    seed: int,
    seeds: int,
    processes: int = 1,
    tell: Tell | None = None,
    most: int = TABLES,
    ahead: bool = False,
) -> Tournament:
    """Play it. `seeds` is how often each table is played; `most`, how many tables a seat meets at most.

    With `ahead`, doctrines that look ahead answer the tables too; at none of them they are among the others.

    Raises:
        ValueError: for a seed that no match can have, or without matches.
    """
    wanted = len(_wanted(package, most, seed, ahead=ahead)[1])
    with others(min(processes, wanted)) as pool:
        return held(Bench(package, pool, tell, wanted * seeds), Draws(seed, seeds), most, ahead=ahead)


def held(bench: Bench, draws: Draws, most: int = TABLES, *, ahead: bool = False) -> Tournament:
    """The same on a bench."""
    package = bench.package
    by_seat, played = _wanted(package, most, draws.seed, ahead=ahead)
    outcomes = bench.play([Job(played, draws.seeds)])[0]
    at = {table: place for place, table in enumerate(played)}
    seats = tuple(_seat(package, seat, met, at, outcomes, ahead=ahead) for seat, met in enumerate(by_seat))
    return Tournament(package.scenario, package.title, draws.seed, draws.count, seats, played, outcomes)


def matches(package: Package, most: int, seeds: int, seed: int) -> int:
    """How many matches `held` plays."""
    return len(_wanted(package, most, seed, ahead=False)[1]) * seeds


def _wanted(
    package: Package, most: int, seed: int, *, ahead: bool
) -> tuple[list[tuple[Table, ...]], tuple[Table, ...]]:
    """The tables of the others, seat by seat, and all that have to be played for them, each once."""
    by_seat = [tables(package, seat, most, seed) for seat in range(package.world.seats)]
    whole = {
        table: None
        for seat, met in enumerate(by_seat)
        for others in met
        for table in _answers(package, seat, others, ahead=ahead)
    }
    return by_seat, tuple(whole)


def _playing(package: Package, seat: int, *, ahead: bool) -> tuple[str, ...]:
    """The doctrines by which a seat answers."""
    name = seats_of(package)[seat]
    return (*suiting(package, name), *(foresighted(package, name) if ahead else ()))


def _answers(package: Package, seat: int, others: Table, *, ahead: bool) -> Iterable[Table]:
    """The table with each doctrine of the seat in turn."""
    return (with_hands(others, {seat: Hand(doctrine)}) for doctrine in _playing(package, seat, ahead=ahead))


def _seat(
    package: Package, seat: int, met: tuple[Table, ...], at: dict[Table, int], outcomes: Outcomes, *, ahead: bool
) -> Seat:
    places = np.array([[at[table] for table in _answers(package, seat, others, ahead=ahead)] for others in met]).T
    doctrines = _playing(package, seat, ahead=ahead)
    return Seat(seats_of(package)[seat], doctrines, outcomes.points[seat][places], outcomes.won[seat][places])

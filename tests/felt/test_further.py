"""Further scenarios of a rule set: neither nothing nor a wall of tariffs wins, and every part of the score moves."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from game.content.package import Package
from game.doctrines import run_batch
from game.engine import metrics, scoring
from game.engine.state import State
from tests import shipped
from tests.felt.test_scores_move import EDGE

pytestmark = pytest.mark.slow

SEEDS = range(1, 9)
LITTLE = 35.0
"""Points above which doing nothing must not come."""
LINES = ("", "status_quo", "hedger", "resource_agency", "wall")
"""Who leads every seat; the scenario's own doctrines first."""

ALONE = ("resource_agency", "plants_first")
"""Who leads one seat, the others by the scenario's own doctrines."""


class Played:
    """Eight matches of a scenario in which one doctrine leads every seat, or one alone."""

    def __init__(self, package: Package, line: str, alone: str = "") -> None:
        self.package = package
        self._goals = {(goal.metric, *goal.arguments) for goal in package.goals}
        self._months: list[dict[tuple[str, ...], np.ndarray[tuple[int, ...], np.dtype[np.float64]]]] = []
        led = dict.fromkeys([alone] if alone else package.seat_doctrines, line) if line else {}
        self.state = run_batch(package, SEEDS, doctrines=led, on_month=self._note)

    def _note(self, state: State) -> None:
        self._months.append({
            (seat, *goal): metrics.value(self.package.world, state, goal[0], *self._of(goal, seat)).copy()
            for goal in self._goals
            for seat in self.package.seat_doctrines
        })  # fmt: skip

    @staticmethod
    def _of(goal: tuple[str, ...], seat: str) -> tuple[str, ...]:
        return tuple(seat if argument == "self" else argument for argument in goal[1:])

    def won(self, seat: str) -> float:
        """Part of the matches in which the seat reaches its score and every goal."""
        place = tuple(self.package.seat_doctrines).index(seat)
        wins = scoring.total(self.package.world, self.state)[place] >= self.package.win_scores[seat]
        for goal in self.package.goals_of(seat):
            values = np.array([month[(seat, goal.metric, *goal.arguments)] for month in self._months])
            reached = values[-goal.last_months :].mean(axis=0) if goal.last_months else values[-1]
            wins &= reached <= (np.inf if goal.at_most is None else goal.at_most)
            wins &= reached >= (-np.inf if goal.at_least is None else goal.at_least)
        return float(wins.mean())


@cache
def played(scenario: str, line: str) -> Played:
    return Played(shipped.package(scenario), line)


@pytest.mark.parametrize("scenario", sorted(shipped.FURTHER))
def test_doing_nothing_scores_little_and_never_wins(scenario: str) -> None:
    nothing = played(scenario, "status_quo")
    points = scoring.total(nothing.package.world, nothing.state).mean(axis=-1)
    for seat, mean in zip(nothing.package.seat_doctrines, points.tolist(), strict=True):
        assert mean < LITTLE, seat
        assert nothing.won(seat) == 0.0, seat


@pytest.mark.parametrize("scenario", sorted(shipped.FURTHER))
def test_a_wall_of_tariffs_wins_nothing(scenario: str) -> None:
    wall = played(scenario, "wall")
    assert {seat: wall.won(seat) for seat in wall.package.seat_doctrines} == dict.fromkeys(
        wall.package.seat_doctrines, 0.0
    )


@pytest.mark.parametrize("scenario", sorted(shipped.FURTHER))
def test_no_part_of_the_score_is_always_empty_or_always_full(scenario: str) -> None:
    lines = [played(scenario, line) for line in LINES]
    # Where all want the same stakes some get none.
    package = lines[0].package
    lines += [Played(package, line, alone=seat) for line in ALONE for seat in package.seat_doctrines]
    found = [np.median(scoring.points(line.package.world, line.state), axis=-1) for line in lines]
    for row, part in enumerate(lines[0].package.world.score):
        for place, seat in enumerate(lines[0].package.seat_doctrines):
            got = [points[row, place] for points in found]
            assert max(got) > EDGE, f"{part.key} gives {seat} nothing"
            assert min(got) < 100.0 - EDGE, f"{part.key} gives {seat} all"

"""The tournament: who meets whom, and how it is counted."""

from __future__ import annotations

import numpy as np
import pytest

from game.doctrines import open_match
from game.lab.runs.seeds import Draws
from game.lab.tables import bench as room
from game.lab.tables.bench import Bench, Job
from game.lab.tables.hands import Hand, usual
from game.lab.tournament.draw import foresighted, suiting, tables
from game.lab.tournament.run import tournament
from game.lab.tournament.table import lines
from tests.doctrines.test_ahead import looking
from tests.session.small_package import small_package


def test_a_doctrine_of_another_seat_does_not_suit() -> None:
    package = small_package()

    assert suiting(package, "arden") == ("idle", "careful")
    assert suiting(package, "boreas") == ("idle", "loud")


def test_all_tables_are_met_where_they_are_few_and_drawn_ones_differ() -> None:
    package = small_package()

    assert tables(package, 0, 64, seed=1) == ((Hand(), Hand("idle")), (Hand(), Hand("loud")))
    assert len(set(tables(package, 1, 1, seed=1))) == 1


@pytest.mark.slow
def test_who_looks_ahead_answers_tables_where_that_is_asked_for() -> None:
    package = looking(4, 3)
    assert (suiting(package, "arden"), foresighted(package, "arden")) == (("idle",), ("careful",))

    by_rules, all_of_them = (tournament(package, seed=5, seeds=1, most=1, ahead=ahead) for ahead in (False, True))

    assert [seat.doctrines for seat in by_rules.seats] == [("idle",), ("idle", "loud")]
    assert [seat.doctrines for seat in all_of_them.seats] == [("idle", "careful"), ("idle", "loud")]
    assert all("careful" not in {hand.doctrine for hand in table[1:]} for table in all_of_them.played)


def test_points_are_those_of_single_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "TILE", 4)
    package = small_package()

    done = tournament(package, seed=5, seeds=3)

    arden = done.seats[0]
    assert arden.points.shape == (2, 2, 3)
    assert arden.best_at.sum() >= arden.tables
    match = open_match(package, seed=Draws(5, 3).seeds[2], doctrines={"arden": "careful", "boreas": "idle"})
    while not match.finished:
        match.resolve()
    result = match.result("arden")
    assert (arden.points[1, 0, 2], arden.won[1, 0, 2]) == (result.total, result.won)


def test_verdicts_are_those_of_the_debrief() -> None:
    from game.content.package import Goal

    always = Goal("approval", ("self",), None, 0.3, "always", "never below")
    late = Goal("tension", ("self",), 0.4, None, "end", "calm at last", last_months=4)
    package = small_package(goals=(always, late), win_scores={"arden": 1.0, "boreas": 1.0})
    seeds = Draws(1, 4).seeds

    outcomes = Bench(package).play([Job((usual(package),), seeds)])[0]

    for place, seed in enumerate(seeds):
        match = open_match(package, seed=seed)
        while not match.finished:
            match.resolve()
        assert [match.result(seat).won for seat in match.seats] == outcomes.won[:, 0, place].tolist()


def test_the_report_fits_the_screen_and_names_every_doctrine() -> None:
    package = small_package()
    report = list(lines(package, tournament(package, seed=1, seeds=1)))

    assert max(map(len, report)) <= 80
    assert sum("(idle)" in line for line in report) == 2
    assert not np.any(["loud" in line for line in report[:5]])

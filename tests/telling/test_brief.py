"""The briefing of a seat: its own figures, its own goals, and nothing of the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.package import Goal, Package
from game.doctrines import open_match
from game.session.match import Match
from game.telling import Teller, numbers
from game.telling.brief import briefing, standing
from tests.session.small_package import small_package

SECRET = Goal("approval", ("self",), None, 0.9, "end", "be loved by nine in ten", ("arden",), secret=True)


def played(package: Package, *seats: str) -> Match:
    return open_match(package, seed=1, people=dict.fromkeys(seats or package.seat_doctrines, "Ann"))


@pytest.mark.parametrize("seat", ["japan", "usa", "eu", "korea"])
def test_a_seat_reads_its_own_figures(package: Package, seat: str) -> None:
    view = played(package, seat).view(seat)
    told = briefing(view)
    figures = {entry.key: numbers.write(entry.value, entry.unit) for entry in view.indicators}
    assert all(figures[key] in told for key in ("import_share", "bottleneck", "stock_cover"))
    assert numbers.write(view.budget, "US$ million") in told
    assert all(Teller.of(view).standing(goal) in told for goal in view.goals)
    assert told.startswith("# ")
    assert told.index(view.briefing.role) < told.index("January 2010") < len(told)
    assert told.count("\n# ") == 0


def test_two_seats_read_two_briefings_of_one_story(package: Package) -> None:
    match = played(package)
    parts = {seat: standing(match.view(seat)) for seat in match.seats}
    assert len(set(parts.values())) == len(match.seats)
    stories = {briefing(match.view(seat)).replace(part, "") for seat, part in parts.items()}
    assert len(stories) == 1


def test_figures_are_those_of_the_turn_in_which_it_is_read(package: Package) -> None:
    match = played(package, "japan")
    before = standing(match.view("japan"))
    match.seal("japan")
    match.resolve()
    assert standing(match.view("japan")) != before


def test_what_play_is_to_teach_is_told_and_what_it_will_turn_on_is_not(package: Package) -> None:
    told = briefing(played(package, "japan").view("japan"))
    assert package.objectives
    assert all(text in told for text in package.objectives)
    assert package.turning_points
    assert not any(point.text in told for point in package.turning_points)


def test_a_secret_goal_is_told_to_its_seat_alone() -> None:
    package = small_package()
    match = played(replace(package, goals=(*package.goals, SECRET)))
    own, other = (standing(match.view(seat)) for seat in match.seats)
    assert "be loved by nine in ten" in own
    assert "which you alone know of" in own
    assert "be loved by nine in ten" not in other
    assert "be loved" not in repr(match.view("boreas"))
    assert not match.result("arden").won

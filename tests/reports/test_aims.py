"""What a scenario was for, in the debrief: what was expected beside what came, and the goals that were secret."""

from __future__ import annotations

from dataclasses import replace

from game.content.package import Goal, Package, TurningPoint
from game.doctrines import open_match
from game.reports.aims import aims_of
from game.reports.debrief import render
from tests.session.small_package import small_package

SECRET = Goal("approval", ("self",), None, 0.9, "end", "be loved by nine in ten", ("boreas",), secret=True)


def test_what_was_expected_stands_beside_what_came(package: Package) -> None:
    match = open_match(package, seed=1)
    for _ in range(3):
        match.resolve()
    expected = {point.text: point for point in aims_of(match).expected}
    assert [*expected] == [point.text for point in package.turning_points]
    fired = {package.world.names.rules[event.item] for report in match.control.reports for event in report.events
             if event.kind == "rule_fired"}  # fmt: skip
    for point in package.turning_points:
        if point.act in package.rules:
            assert bool(expected[point.text].came) == (point.act in fired), point
    quota = next(point for point in package.turning_points if point.act == "quota_cut_2010")
    assert expected[quota.text].came == (quota.month,)


def test_the_page_tells_goals_that_were_secret_and_turning_points_that_did_not_come() -> None:
    package = small_package()
    rule = next(iter(package.rules))
    points = (TurningPoint("The harbour is closed.", "", rule),)
    package = replace(package, goals=(*package.goals, SECRET), turning_points=points, objectives=("Learn to wait.",))
    match = open_match(package, seed=1, people={"arden": "Ann"})
    while not match.finished:
        match.seal("arden")
        match.resolve()
    page = render(match)
    assert "be loved by nine in ten" in page
    assert page.count("secret until now") == 1
    assert "The harbour is closed." in page
    assert "Learn to wait." in page

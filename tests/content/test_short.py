"""A scenario cut short or stretched: what can never happen then is a warning, and it is played."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import ContentError, Package, Variants, check, load
from game.doctrines import open_match
from tests.content.broken import copy_of_good, patch


def finished(package: Package) -> int:
    """Months of a match that the program plays to its end."""
    match = open_match(package, seed=1)
    while not match.finished:
        match.resolve()
    return int(match.control.state.month)


def test_fewer_turns_leave_warnings_and_a_match(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    (scenario / "facts.yaml").unlink()
    (scenario / "record.yaml").unlink()
    patch(tmp_path, "crisis/scenario.yaml", "turns: 4", "turns: 1")
    findings = check(scenario)
    assert findings
    assert {finding.severity for finding in findings} == {"warning"}
    assert any("'toll' can never happen" in finding.what for finding in findings)
    assert finished(load(scenario)) == 6


def test_an_incident_of_the_month_before_the_start_never_happens(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "crisis/incidents.yaml", "month: 2010-03", "month: 2009-12")
    world = load(scenario).world
    (boats,) = (incident for incident in world.incidents if incident.key == "boats")
    assert boats.month >= world.calendar.months


def test_an_order_that_is_always_refused_is_played_and_refused(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "small/doctrines.yaml", "instrument: loan", "instrument: grant")
    findings = check(scenario)
    assert [(finding.what, finding.severity) for finding in findings] == [
        ("an order that is always refused", "warning")
    ]
    assert finished(load(scenario)) == 24


@pytest.mark.parametrize(("turns", "months"), [(1, 6), (6, 6), (3, 12), (40, 6), (5, 3)])
@pytest.mark.slow
def test_any_length_of_what_came_along_is_played(turns: int, months: int) -> None:
    package = load("embargo_2010", {"scenario.turns": turns, "scenario.turn_months": months})
    calendar = package.world.calendar
    assert (calendar.turns, calendar.turn_months) == (turns, months)
    assert package.changes == {"scenario.turns": turns, "scenario.turn_months": months}
    if turns < 10:
        assert finished(package) == turns * months


def test_a_length_that_cannot_be_played_is_refused_where_it_stands() -> None:
    with pytest.raises(ContentError, match=r"scenario.yaml:.*out of range"):
        load("embargo_2010", {"scenario.turns": 401})
    with pytest.raises(ContentError, match=r"scenario.yaml:.*choose 3, 6, 12"):
        load("embargo_2010", {"scenario.turn_months": 5})


def test_a_change_is_the_same_as_a_whole_number_and_as_any() -> None:
    variants = Variants("embargo_2010")
    assert variants.hash({"scenario.turns": 6}) == variants.hash({"scenario.turns": 6.0})
    assert variants.hash({"scenario.turns": 6}) != variants.hash({})
    assert variants.package({"scenario.turns": 6.0}).world.calendar.turns == 6


def test_only_errors_are_raised(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "crisis/scenario.yaml", "turns: 4", "turns: 1")
    patch(tmp_path, "small/sites.yaml", "capacity: 9000", "capacity: abc")
    with pytest.raises(ContentError) as caught:
        load(scenario)
    assert {finding.severity for finding in caught.value.findings} == {"error"}

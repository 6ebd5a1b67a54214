"""A rehearsal: what it measures is what matches show, and it says what a facilitator should know before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.content import load
from game.content.package import Package, Preset
from game.doctrines import open_match
from game.lab.rehearsal.minutes import slots, warnings
from game.lab.rehearsal.page import write
from game.lab.rehearsal.risks import risks
from game.lab.rehearsal.run import Rehearsal, rehearse
from game.lab.rehearsal.table import lines
from game.lab.rehearsal.watch import NEVER
from game.lab.runs.seeds import Draws
from tests.reports.test_debrief import Page

PRESET = Preset(minutes=45, turns=4, turn_months=6, briefing=6, turn=6, debrief=15)


@pytest.fixture(scope="module")
def scenario() -> Package:
    return load("first_steps")


@pytest.fixture(scope="module")
def rehearsed(scenario: Package) -> Rehearsal:
    return rehearse(scenario, Draws(3, 4), preset=PRESET)


@pytest.mark.slow
def test_a_match_of_the_rehearsal_is_the_match_of_its_seed(scenario: Package, rehearsed: Rehearsal) -> None:
    match = open_match(scenario, seed=rehearsed.draws.seeds[1])
    fired = np.zeros((rehearsed.course.turns, len(scenario.world.names.rules)), dtype=int)
    while not match.finished:
        match.resolve()
        for event in match.control.reports[-1].events:
            if event.kind == "rule_fired":
                fired[match.turn - 1, event.item] += 1

    result = match.result("japan")
    assert rehearsed.course.totals[-1, 0, 1] == pytest.approx(result.total)
    assert rehearsed.course.won[0, 1] == result.won
    assert (rehearsed.course.rules[:, :, 1] == fired).all()
    given = [len(report.orders["japan"]) for report in match.control.reports]
    assert rehearsed.course.given[:, 0, 1].tolist() == given


@pytest.mark.slow
def test_what_never_came_has_no_effect_and_what_came_has_its_turns(rehearsed: Rehearsal) -> None:
    course = rehearsed.course
    for bite in rehearsed.bites:
        assert (bite.effects is None) == (bite.share == 0.0) == (sum(bite.turns) == 0)
        assert bite.pairs == round(bite.share * course.matches)
    assert set(np.unique(course.incidents)) <= {NEVER, *range(course.turns)}
    assert rehearsed.bites[0].size > 1.0
    assert [bite.size for bite in rehearsed.bites] == sorted((bite.size for bite in rehearsed.bites), reverse=True)


@pytest.mark.slow
def test_the_screen_tells_points_minutes_and_what_may_go_wrong(rehearsed: Rehearsal) -> None:
    text = "\n".join(lines(rehearsed, risks(rehearsed)))

    for told in ("Points after each turn", "What bites", "Expected turning points", "0:30", "What may go wrong"):
        assert told in text
    assert "wins in no match" in text
    assert max(map(len, text.splitlines()[1:])) <= 80


def test_a_debrief_of_less_than_a_third_and_a_plan_that_is_too_long_are_said() -> None:
    assert not list(warnings(PRESET))
    tight = replace(PRESET, debrief=14, turns=5)

    assert [slot.begin for slot in slots(tight)] == [0, 6, 12, 18, 24, 30, 36]
    assert "5 too many" in "; ".join(warnings(tight))
    assert "less than a third" in "; ".join(warnings(tight))


@pytest.mark.slow
def test_a_seat_without_money_orders_and_wins_is_named(rehearsed: Rehearsal) -> None:
    course = rehearsed.course
    poor = np.array(course.budgets)
    poor[2] = 0.0
    broken = replace(
        rehearsed,
        course=replace(
            course, budgets=poor, wanted=course.wanted + 5, won=np.zeros_like(course.won), given=0 * course.given
        ),
    )

    told = "\n".join(risks(broken))

    assert "hardly any money in turn 3" in told
    assert "of the orders of Japan are refused" in told
    assert "wins in no match" in told


@pytest.mark.slow
def test_processes_change_nothing_and_the_page_stands_alone(
    scenario: Package, rehearsed: Rehearsal, tmp_path: Path
) -> None:
    shared = rehearse(scenario, Draws(3, 4), preset=PRESET, processes=2)

    assert shared.bites == rehearsed.bites
    page = Page(write(shared, risks(shared), tmp_path / "out").read_text(encoding="utf-8"))
    assert (page.faults, page.open) == ([], [])
    assert all(reference.startswith("#") for reference in page.references)

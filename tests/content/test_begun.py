"""Projects that began before the match: what is completed stands, what failed is lost, what is under way goes on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.content import Package, check, load
from game.engine import metrics, step
from game.engine.events import Events
from game.engine.start import begin
from game.engine.state import BANKRUPT, DONE, FAILED, IDLE, OPERATING, State
from game.engine.world import PHASES, World
from game.orders import ALLOWED, parse
from game.orders import check as check_order
from game.orders.fund_refusals import ALREADY_DONE, HAS_FAILED, NO_ROOM
from tests.content.broken import copy_of_good, patch

PROJECT = "far_mine_opening"
SHARE = "{value: 0.5, unit: share, source: table_9, confidence: high}"


def with_begun(folder: Path, written: str) -> Path:
    """The good scenario in which the project began before the match."""
    scenario = copy_of_good(folder)
    patch(scenario, "scenario.yaml", "overrides:\n", f"begun:\n  {PROJECT}: {written}\noverrides:\n")
    return scenario


def started(package: Package) -> State:
    return begin(package.world, np.arange(2, dtype=np.uint64))


def capacity(world: World, state: State, site: str) -> float:
    """t/year."""
    return 12.0 * float(state.held("capacity", "S")[world.names.index("sites", site), 0])


def answer(world: World, state: State) -> int:
    """What is said to a seat that wants to finance the project."""
    order = parse({"kind": "fund_project", "project": PROJECT, "instrument": "loan", "public_share": 0.5})
    return int(check_order(world, state, 0, order)[0])


def test_what_is_completed_stands_from_the_first_month(tmp_path: Path) -> None:
    before = load(copy_of_good(tmp_path / "before"))
    after = load(with_begun(tmp_path / "after", "{phase: done}"))
    world, state = after.world, started(after)
    project = world.names.index("projects", PROJECT)
    grown = capacity(world, state, "far_mine") - capacity(before.world, started(before), "far_mine")
    assert grown == pytest.approx(world.projects.capacity[project])
    assert (state.project_phase[project] == DONE).all()
    assert (state.site_status[world.names.index("sites", "far_mine")] == OPERATING).all()
    assert answer(before.world, started(before)) == ALLOWED
    assert answer(world, state) == ALREADY_DONE


def test_who_financed_it_holds_what_that_buys_and_the_world_is_at_rest_with_it(tmp_path: Path) -> None:
    written = f"{{phase: done, by: island, instrument: loan, public_share: {SHARE}}}"
    package = load(with_begun(tmp_path, written))
    world, state = package.world, started(package)
    project, site = world.names.index("projects", PROJECT), world.names.index("sites", "far_mine")
    part = 0.5 / world.finance.max_public_share
    loan = int(state.project_instrument[project, 0])
    bought = world.projects.offtake[project] * world.finance.offtake_factor[loan] * part
    assert state.offtake[0, site] == pytest.approx(world.sites.offtake[0, site] + bought)
    assert world.supply.start["offtake"][0, site, 0] == pytest.approx(bought)
    assert metrics.value(world, state, "success_rate", "island")[0] == 1.0
    assert metrics.value(world, state, "spent", "island")[0] == 0.0


def test_what_failed_cannot_be_taken_up_again(tmp_path: Path) -> None:
    package = load(with_begun(tmp_path, "{phase: failed}"))
    state = started(package)
    assert (state.project_phase[package.world.names.index("projects", PROJECT)] == FAILED).all()
    assert answer(package.world, state) == HAS_FAILED


def test_what_is_under_way_goes_on_and_is_completed(tmp_path: Path) -> None:
    written = f"{{phase: commissioning, by: union, instrument: equity, public_share: {SHARE}}}"
    package = load(with_begun(tmp_path, written))
    world, state = package.world, started(package)
    project = world.names.index("projects", PROJECT)
    assert (state.project_phase[project] == PHASES.index("commissioning")).all()
    assert (state.project_sponsor[project] == 1).all()
    assert answer(world, state) == NO_ROOM
    for _ in range(int(world.projects.phase_high[project, -1]) + 2):
        step.step(world, state, Events(watched=False))
    assert set(state.project_phase[project].tolist()) <= {DONE, FAILED}


def test_a_site_that_was_taken_over_does_not_open_again() -> None:
    package = load("squeeze_2020")
    state = started(package)
    names = package.world.names
    assert (state.site_status[names.index("sites", "mountain_pass")] == BANKRUPT).all()
    assert (state.project_phase[names.index("projects", "dong_pao")] == IDLE).all()


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("{phase: digging}", "'digging' is no choice"),
        ("{phase: done, by: giant}", "'giant' is no seat"),
        ("{phase: done, by: islnad}", "'islnad' is no seat, perhaps 'island'"),
        ("{phase: done, by: island, public_share: 0.5}", "source"),
    ],
)
def test_what_cannot_be_is_a_finding(written: str, what: str, tmp_path: Path) -> None:
    found = [str(finding) for finding in check(with_begun(tmp_path, written))]
    assert len(found) == 1, found
    assert what in found[0]


def test_a_project_that_is_not_declared_is_a_finding(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(scenario, "scenario.yaml", "overrides:\n", "begun:\n  far_mine_openin: {phase: done}\noverrides:\n")
    found = [str(finding) for finding in check(scenario)]
    assert len(found) == 1
    assert f"unknown project 'far_mine_openin', perhaps '{PROJECT}'" in found[0]


def test_money_for_a_site_that_exists_stands_nowhere(tmp_path: Path) -> None:
    scenario = with_begun(tmp_path, "{phase: done}")
    patch(tmp_path, "small/projects.yaml", "    offtake: 0.4\n", "    offtake: 0.4\n    refinances: true\n")
    found = [str(finding) for finding in check(scenario) if finding.severity == "error"]
    assert len(found) == 1
    assert "builds nothing" in found[0]

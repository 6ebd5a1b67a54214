"""Environmental standards: what they cost and win, what sites leave behind, licences that hosts take away, protest."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game import orders
from game.engine import metrics
from game.engine.phases.project_chance import CONSTRUCTION, PERMITTING
from game.engine.state import FAILED
from tests.orders.table import ARDEN, BOREAS, NEW_MINE, NEW_SITE, Table, calm

LOW, USUAL, HIGH = "low", "usual", "high"
STANDARDS = {
    "cost": np.array([0.8, 1.0, 1.25]),
    "permitting": np.array([0.5, 1.0, 2.0]),
    "licence_risk": np.array([2.0, 1.0, 0.5]),
    "waste": np.array([3.0, 1.0, 0.5]),
    "reputation": np.array([-0.04, 0.0, 0.02]),
    "suspension": np.array([0.0, 0.0, 0.0]),
    "waste_rate": np.array([[0.0, 2, 1], [0, 2, 1], [50, 10, 1], [20, 5, 1], [20, 5, 1], [20, 5, 1]]),
}
FIXED = np.array([[0.0, 4, 6, 10, 2], [0, 3, 4, 8, 2], [0, 1, 1, 1, 1]])
LENGTHS = {"phase_low": FIXED, "phase_mode": FIXED, "phase_high": FIXED}
FUND = {"kind": "fund_project", "project": "new_mine", "instrument": "equity", "public_share": 0.5}


def building(standard: str, *, months: int, matches: int = 1, **changes: Any) -> Table:
    """The new mine, begun by a seat at some standard, after some months."""
    settings: dict[str, Any] = {"environment": STANDARDS, "projects": LENGTHS | {"failure": np.zeros(3)}}
    for section, change in changes.items():
        settings[section] = settings.get(section, {}) | change
    table = Table(calm(**settings), matches=matches)
    table.give(ARDEN, kind="set_standard", standard=standard)
    assert (table.give(ARDEN, **FUND) == orders.ALLOWED).all()
    table.months(months)
    return table


def read(table: Table, metric: str, *arguments: str) -> float:
    return float(metrics.value(table.world, table.state, metric, *arguments)[0])


@pytest.mark.parametrize(("standard", "price"), [(LOW, 80.0), (USUAL, 100.0), (HIGH, 125.0)])
def test_the_standard_moves_the_price(standard: str, price: float) -> None:
    table = Table(calm(environment=STANDARDS))
    before = table.state.budget[ARDEN].copy()
    table.give(ARDEN, kind="set_standard", standard=standard)
    table.give(ARDEN, **FUND)
    assert before - table.state.budget[ARDEN] == pytest.approx(price)
    assert table.state.project_cost[NEW_MINE, 0] == pytest.approx(2.0 * price)


@pytest.mark.parametrize(("standard", "months"), [(LOW, 3), (USUAL, 6), (HIGH, 12)])
def test_the_standard_moves_the_time_of_permitting_only(standard: str, months: int) -> None:
    told = building(standard, months=40).told("project_phase")
    assert np.diff([event.month for event in told]).tolist() == [10]
    assert told[0].month == months


@pytest.mark.parametrize(("standard", "risk"), [(LOW, 0.4), (USUAL, 0.2), (HIGH, 0.1)])
@pytest.mark.slow
def test_the_standard_moves_the_risk_at_the_permits(standard: str, risk: float) -> None:
    late = {"failure": np.full(3, 0.36)}  # 0.8 of 0.8 is left
    table = building(standard, months=13, matches=600, projects=late)
    assert (table.state.project_phase[NEW_MINE] == FAILED).mean() == pytest.approx(risk, abs=0.05)


def test_what_is_begun_keeps_its_standard() -> None:
    table = building(LOW, months=1)
    table.give(ARDEN, kind="set_standard", standard=HIGH)
    assert read(table, "standard", "arden") == 1.0
    table.months(30)
    assert table.state.project_standard[NEW_MINE, 0] == -1
    assert table.state.site_standard[NEW_SITE, 0] == -1


@pytest.mark.parametrize(("standard", "change"), [(LOW, -0.04), (USUAL, 0.0), (HIGH, 0.02)])
def test_a_reputation_is_made_or_marred_with_time(standard: str, change: float) -> None:
    table = building(standard, months=24)
    assert read(table, "reputation", "arden") == pytest.approx(0.5 + 2 * change)
    assert read(table, "reputation", "boreas") == 0.5


def test_pollution_is_counted_where_it_is_left() -> None:
    table = building(USUAL, months=40)
    left = {site: 12.0 * table.state.site_output[site, :, 0].sum() for site in (5, NEW_SITE)}
    assert read(table, "pollution", "mineland") == pytest.approx(20.0 * sum(left.values()))
    dirty, clean = building(LOW, months=40), building(HIGH, months=40)
    of_new = [12.0 * t.state.site_output[NEW_SITE, :, 0].sum() for t in (dirty, clean)]
    of_old = [12.0 * t.state.site_output[5, :, 0].sum() for t in (dirty, clean)]
    assert read(dirty, "pollution", "mineland") == pytest.approx(20.0 * (3.0 * of_new[0] + of_old[0]))
    assert read(clean, "pollution", "mineland") == pytest.approx(20.0 * (0.5 * of_new[1] + of_old[1]))


def test_pollution_abroad_is_laid_to_who_takes_the_output_or_paid_for_the_site() -> None:
    table = building(USUAL, months=40)
    table.state.offtake[BOREAS, NEW_SITE] = 0.1
    made = 12.0 * table.state.site_output[NEW_SITE, :, 0].sum()
    assert table.state.offtake[ARDEN, NEW_SITE, 0] < 0.5  # it paid half, and gets less than half
    assert read(table, "pollution_caused", "arden") == pytest.approx(0.5 * 20.0 * made)
    assert read(table, "pollution_caused", "boreas") == pytest.approx(0.1 * 20.0 * made)
    assert read(table, "pollution_caused", "mineland") == 0.0


@pytest.mark.parametrize("name", ["pollution", "pollution_caused", "standard"])
def test_figures_of_several_nations_are_read_at_once(name: str) -> None:
    table = building(LOW, months=40, matches=2)
    together = metrics.of_nations(table.world, table.state, name, 6)
    alone = [metrics.value(table.world, table.state, name, nation) for nation in table.world.names.nations]
    assert together.tolist() == [values.tolist() for values in alone]


def test_a_host_may_suspend_the_licence_of_what_was_built_at_a_low_standard() -> None:
    often = {"environment": STANDARDS | {"suspension": np.array([0.1, 0.0, 0.0]), "halt_months": 4.0}}
    table = building(LOW, months=60, matches=20, **often)
    suspended = [event for match in range(20) for event in table.told("licence_suspended", match)]
    assert suspended
    assert {(event.item, event.target, event.cause) for event in suspended} == {(NEW_SITE, ARDEN, "chance:licence")}
    assert {event.amount for event in suspended} == {4.0}
    restored = [event for match in range(20) for event in table.told("licence_restored", match)]
    assert {event.month for event in restored} <= {event.month + 4 for event in suspended}
    usual = building(USUAL, months=60, matches=20, **often)
    assert not any(usual.told("licence_suspended", match) for match in range(20))


def test_a_suspended_site_makes_nothing_until_its_time_is_over() -> None:
    table = building(LOW, months=40)
    assert table.state.site_output[NEW_SITE, :, 0].sum() > 0.0
    table.state.site_halted[NEW_SITE] = table.state.month + 2
    table.months(2)
    assert table.state.site_output[NEW_SITE, :, 0].sum() == 0.0
    table.months(1)
    assert table.state.site_output[NEW_SITE, :, 0].sum() > 0.0
    assert [event.item for event in table.told("licence_restored")] == [NEW_SITE]


def test_a_contested_site_costs_approval_and_may_lose_its_licence() -> None:
    protest, risk = np.zeros(8), np.zeros(8)
    protest[NEW_SITE], risk[NEW_SITE] = 0.01, 0.05
    fought = building(USUAL, months=60, matches=20, sites={"protest": protest, "suspension": risk})
    quiet = building(USUAL, months=60, matches=20)
    assert (fought.state.approval[ARDEN] < quiet.state.approval[ARDEN] - 0.05).all()
    assert (fought.state.approval[BOREAS] > quiet.state.approval[BOREAS] - 0.05).all()
    assert {event.item for match in range(20) for event in fought.told("licence_suspended", match)} == {NEW_SITE}
    protests = fought.told("site_protest")
    assert {(event.actor, event.item, event.amount) for event in protests} == {(ARDEN, NEW_SITE, 0.12)}


def test_nobody_protests_while_it_is_not_built() -> None:
    protest = np.zeros(8)
    protest[NEW_SITE] = 0.01
    table = building(USUAL, months=14, sites={"protest": protest})
    assert table.state.project_phase[NEW_MINE, 0] in (PERMITTING, CONSTRUCTION)
    quiet = building(USUAL, months=14)
    assert table.state.approval[ARDEN] == quiet.state.approval[ARDEN]


def test_a_match_with_a_standard_leaves_its_neighbour_alone() -> None:
    often = {"environment": STANDARDS | {"suspension": np.array([0.1, 0.0, 0.0])}}
    world = calm(projects=LENGTHS | {"failure": np.full(3, 0.3)}, **often)
    pair, alone = Table(world, matches=2), Table(world, first=2)
    for table in (pair, alone):
        last = [False, True][-table.state.batch :]
        table.give(ARDEN, [not one for one in last], kind="set_standard", standard=LOW)
        table.give(ARDEN, **FUND)
        table.months(60)
    assert pair.state.digest(1) == alone.state.digest()


def test_rules_without_standards_refuse_to_set_one() -> None:
    assert Table().refusal(ARDEN, kind="set_standard", standard=HIGH) == "no_standards"

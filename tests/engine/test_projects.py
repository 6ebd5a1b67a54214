"""Projects: lead times, staff, overruns, failure, completion."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.engine import metrics
from game.engine.month import Month
from game.engine.phases import projects as phase
from game.engine.phases.project_chance import COMMISSIONING, CONSTRUCTION, FEASIBILITY, PERMITTING, PROSPECTING
from game.engine.state import DONE, FAILED, IDLE, OPERATING
from game.engine.world import PHASES
from tests.orders.table import ARDEN, MORE_PLANT, NEW_MINE, NEW_SITE, PLANT_SITE, Table, calm

SURE = {"failure": np.zeros(3)}
FUND = {"kind": "fund_project", "project": "new_mine", "instrument": "loan", "public_share": 0.5}


def built(matches: int = 1, first: int = 1, **projects: Any) -> tuple[Table, Any]:
    """A table at which the new mine was funded and ran its course, and the month in which each match finished it."""
    table = Table(calm(projects=SURE | projects), matches=matches, first=first)
    table.give(ARDEN, **FUND)
    done = np.full(matches, -1)
    for month in range(60):
        table.months(1)
        done[(done < 0) & (table.state.project_phase[NEW_MINE] >= DONE)] = month
    return table, done


@pytest.mark.slow
def test_lead_time_lies_between_the_documented_bounds() -> None:
    _, done = built(matches=300)
    assert done.min() >= 6 + 10 + 2
    assert done.max() <= 16 + 24 + 6
    mean = sum((6 + 8 + 16, 10 + 14 + 24, 2 + 3 + 6)) / 3
    assert done.mean() == pytest.approx(mean, abs=0.7)
    assert len(set(done.tolist())) > 12


def test_lead_time_belongs_to_the_seed() -> None:
    _, together = built(matches=20)
    for match in (0, 7, 19):
        _, alone = built(first=match + 1)
        assert alone[0] == together[match]


def test_each_phase_takes_whole_months_and_is_told() -> None:
    table, done = built()
    phases = table.told("project_phase")
    assert [event.amount for event in phases] == [CONSTRUCTION, COMMISSIONING]
    assert all(event.item == NEW_MINE for event in phases)
    (finished,) = table.told("project_done")
    assert (finished.month, finished.actor, finished.cause) == (done[0], ARDEN, "order:arden:fund_project")


def test_completion_opens_the_site_and_pays_the_sponsor_in_ore() -> None:
    table, _ = built()
    assert table.state.capacity[NEW_SITE, 0] == pytest.approx(4000.0)
    assert table.state.site_status[NEW_SITE, 0] == OPERATING
    assert table.state.offtake[ARDEN, NEW_SITE, 0] == pytest.approx(0.5 * 0.8 * 0.5 / 0.75)
    assert table.state.offtake.sum() == pytest.approx(table.state.offtake[ARDEN, NEW_SITE, 0])


def test_an_extension_ramps_up_from_what_the_site_had() -> None:
    table = Table(calm(projects=SURE))
    staffed = table.state.held("staffed", "S")
    staffed[PLANT_SITE] = 0.9
    where = np.ones(1, dtype=bool)
    phase.start(table.world, table.state, table.events, MORE_PLANT, where, sponsor=ARDEN, public=0.75, instrument=0)
    table.state.project_phase[MORE_PLANT] = COMMISSIONING
    table.state.project_left[MORE_PLANT] = 0.0
    month = Month(table.state, table.events)
    phase.advance(table.world, table.state, month)
    assert table.state.capacity[PLANT_SITE, 0] == pytest.approx(4000.0)
    assert staffed[PLANT_SITE, 0] == pytest.approx(0.9 * 800.0 / 4000.0)
    assert table.state.site_support[PLANT_SITE, 0] == 24.0


def test_offtake_is_never_promised_twice() -> None:
    table = Table(calm(projects=SURE | {"offtake": np.ones(3)}))
    table.give(ARDEN, **FUND | {"instrument": "equity", "public_share": 0.75})
    table.state.offtake[1, NEW_SITE] = 0.7
    table.months(50)
    assert table.state.offtake[:2, NEW_SITE, 0] == pytest.approx([0.3, 0.7])


@pytest.mark.slow
def test_failure_comes_as_often_as_documented() -> None:
    table, _ = built(matches=400, failure=np.full(3, 0.3))
    failed = table.state.project_phase[NEW_MINE] == FAILED
    assert failed.mean() == pytest.approx(0.3, abs=0.06)
    assert not table.state.offtake[:, :, failed].any()
    assert not table.state.capacity[NEW_SITE, failed].any()


def test_failure_before_construction_gives_the_money_back() -> None:
    table = Table(calm(projects={"failure": np.ones(3)}))
    before = table.state.budget[ARDEN].copy(), table.state.spent[ARDEN].copy()
    other = Table(calm(projects={"failure": np.ones(3)}))
    table.give(ARDEN, **FUND)
    table.months(17)
    other.months(17)
    assert table.state.project_phase[NEW_MINE, 0] == FAILED
    assert table.state.budget[ARDEN] == pytest.approx(other.state.budget[ARDEN])
    assert before[0] >= other.state.budget[ARDEN]
    (event,) = table.told("project_failed")
    assert (event.item, event.amount, event.cause) == (NEW_MINE, 0.0, "chance:project")


def test_a_late_failure_calls_the_guarantee() -> None:
    late = {"failure": np.ones(3), "start_phase": np.array([COMMISSIONING, FEASIBILITY, FEASIBILITY])}
    tables = Table(calm(projects=late)), Table(calm(projects=late))
    tables[0].give(ARDEN, **FUND | {"instrument": "guarantee"})
    for table in tables:
        table.months(7)
    paid = tables[1].state.budget[ARDEN] - tables[0].state.budget[ARDEN]
    assert paid == pytest.approx((0.3 + 0.7) * 100.0)


def test_overruns_are_paid_and_shrink_the_public_part_when_money_runs_out() -> None:
    first = np.array([CONSTRUCTION, FEASIBILITY, FEASIBILITY])
    always = {"overrun_mode": np.full(3, 2.0), "overrun_high": np.full(3, 2.0001), "start_phase": first}
    rich, poor = Table(calm(projects=SURE | always)), Table(calm(projects=SURE | always))
    poor.state.budget[ARDEN] = 120.0
    for table in (rich, poor):
        before = table.state.budget[ARDEN, 0]
        table.give(ARDEN, **FUND)
        assert table.state.budget[ARDEN, 0] == before - 100.0  # by plan: the order itself throws no dice
        phase.advance(table.world, table.state, Month(table.state, table.events))
        assert 200.0 <= table.state.project_cost[NEW_MINE, 0] <= 400.1
    extra = float(rich.state.project_cost[NEW_MINE, 0]) / 2 - 100.0
    assert rich.state.budget[ARDEN, 0] == pytest.approx(200.0 - 100.0 - extra)
    assert rich.state.project_public[NEW_MINE, 0] == pytest.approx(0.5)
    assert poor.state.budget[ARDEN, 0] == pytest.approx(max(20.0 - extra, 0.0))
    assert poor.state.project_public[NEW_MINE, 0] == pytest.approx(0.5 * 120.0 / (100.0 + extra))
    assert len(poor.told("budget_short")) == 1
    assert [event.amount for event in rich.told("project_overrun")] == [pytest.approx(extra)]
    assert [event.amount for event in poor.told("project_overrun")] == [pytest.approx(min(extra, 20.0))]


def test_a_host_without_staff_lets_the_later_project_wait() -> None:
    one_team = {"staff": np.array([3.0, 2.0, 20.0, 1.0, 1.0, 5.0])}
    table = Table(calm(projects=SURE | {"site": np.array([6, 6, 7])}, economy=one_team))
    table.state.project_phase[[NEW_MINE, MORE_PLANT]] = PERMITTING
    table.state.project_left[[NEW_MINE, MORE_PLANT]] = 8.0
    table.months(5)
    assert table.state.project_left[[NEW_MINE, MORE_PLANT], 0].tolist() == [3.0, 8.0]


def test_private_owners_wait_for_the_month_and_the_price() -> None:
    wait = {"private_month": np.array([6, 2, -1]), "private_price": np.array([0.0, 1e6, 0.0])}
    table = Table(calm(projects=SURE | wait))
    table.months(6)
    assert (table.state.project_phase == IDLE).all()
    table.months(1)
    assert table.state.project_phase[NEW_MINE, 0] >= 0
    assert table.state.project_sponsor[NEW_MINE, 0] == -1
    table.months(11)
    assert table.state.project_phase[MORE_PLANT, 0] == IDLE
    table.state.held("price", "ZG")[...] = 2e6
    phase.advance(table.world, table.state, Month(table.state, table.events))
    assert table.state.project_phase[MORE_PLANT, 0] >= 0


def test_private_owners_wait_for_the_technology() -> None:
    wait = {"private_month": np.array([-1, 0, -1]), "private_price": np.zeros(3), "needs_level": np.full(3, 4.0)}
    table = Table(calm(projects=SURE | wait))
    table.months(3)
    assert table.state.project_phase[MORE_PLANT, 0] == IDLE
    table.state.readiness[4, 1] = 4.0
    table.months(1)
    assert table.state.project_phase[MORE_PLANT, 0] >= 0


def test_a_phase_of_no_length_is_passed_at_once() -> None:
    none = np.zeros((3, len(PHASES)))
    table = Table(calm(projects=SURE | {"phase_low": none, "phase_mode": none, "phase_high": none}))
    table.give(ARDEN, **FUND)
    table.months(1)
    assert table.state.project_phase[NEW_MINE, 0] == DONE


PROSPECT = {
    "start_phase": np.array([PROSPECTING, FEASIBILITY, FEASIBILITY]),
    "phase_low": np.array([[12.0, 4, 6, 10, 2], [0, 3, 4, 8, 2], [0, 1, 1, 1, 1]]),
    "phase_mode": np.array([[12.0, 4, 6, 10, 2], [0, 3, 4, 8, 2], [0, 1, 1, 1, 1]]),
    "phase_high": np.array([[12.0, 4, 6, 10, 2], [0, 3, 4, 8, 2], [0, 1, 1, 1, 1]]),
}


def test_who_knows_no_deposit_looks_for_one_first() -> None:
    table = Table(calm(projects=SURE | PROSPECT))
    table.give(ARDEN, **FUND)
    assert table.state.project_phase[NEW_MINE, 0] == PROSPECTING
    table.months(13)
    assert table.state.project_phase[NEW_MINE, 0] == FEASIBILITY
    table.months(22)
    assert table.state.project_phase[NEW_MINE, 0] == DONE
    assert [event.amount for event in table.told("project_phase")] == [1.0, 2.0, 3.0, 4.0]


@pytest.mark.slow
def test_a_third_of_the_risk_lies_in_the_ground() -> None:
    table = Table(calm(projects=PROSPECT | {"failure": np.full(3, 0.488)}), matches=400)  # 0.8 to the third is left
    table.give(ARDEN, **FUND)
    table.months(13)
    assert (table.state.project_phase[NEW_MINE] == FAILED).mean() == pytest.approx(0.2, abs=0.05)
    table.months(22)
    assert (table.state.project_phase[NEW_MINE] == FAILED).mean() == pytest.approx(0.488, abs=0.06)


def test_what_became_of_a_project_is_read_without_codes() -> None:
    table = Table(calm(projects=SURE))

    def read() -> list[float]:
        names = ("project_running", "project_permitted", "project_done", "project_failed")
        return [metrics.value(table.world, table.state, name, "new_mine")[0] for name in names]

    assert read() == [0, 0, 0, 0]
    table.give(ARDEN, **FUND)
    assert read() == [1, 0, 0, 0]
    table.state.project_phase[NEW_MINE] = CONSTRUCTION
    assert read() == [1, 1, 0, 0]
    table.state.project_phase[NEW_MINE] = DONE
    assert read() == [0, 1, 1, 0]
    table.state.project_phase[NEW_MINE] = FAILED
    assert read() == [0, 0, 0, 1]

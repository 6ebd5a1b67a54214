"""Foreign tariffs on what industry sells abroad: exports, output, income, approval and the need of materials."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine import invariants, metrics, step
from game.engine.events import Events
from game.engine.fields import FIELDS
from game.engine.start import begin
from game.engine.state import IN_FORCE
from game.engine.world import STAYS, Exports, Incident, World
from tests.orders.table import ARDEN, BOREAS, ELSEWHERE, POOL, Table, calm
from tests.small_sections import ALLOY
from tests.small_world import seeds

CARS = 0
EXPORTS = Exports(
    seller=np.array([ARDEN, ARDEN, BOREAS]),
    sector=np.array([CARS, CARS, CARS]),
    buyer=np.array([BOREAS, ELSEWHERE, ELSEWHERE]),
    share=np.array([0.1, 0.3, 0.2]),
    elasticity=-1.2,
    response_months=2.0,
    value_added=0.8,
    blame=0.25,
)
NONE, EVEN = np.zeros(6), np.ones((6, 3))


def tariff(month: int, rate: float, months: int = 0, chance: float = 1.0, lane: int = 0) -> Incident:
    """BOREAS charges `rate` on ARDEN's cars, the first lane, or another lane's buyer does so."""
    rates = np.full(3, STAYS)
    rates[lane] = rate
    return Incident(f"tariff_{month}", month, None, chance, NONE, EVEN, months, "", tariff=rates)


def trading(*incidents: Incident, **exports: Any) -> World:
    return calm(economy={"exports": replace(EXPORTS, **exports)}, incidents=incidents)


def sold(table: Table, *lane: str) -> float:
    return float(metrics.value(table.world, table.state, "exports_to", *lane)[0])


def course(world: World, months: int) -> list[float]:
    """What ARDEN sells of cars to BOREAS, month by month."""
    table, seen = Table(world), []
    for _ in range(months):
        table.months(1)
        seen.append(sold(table, "arden", "cars", "boreas"))
    return seen


def test_a_tariff_of_25_points_takes_a_fifth_in_its_first_year() -> None:
    seen = course(trading(tariff(3, 0.25)), 15)
    assert seen[:3] == [1.0] * 3
    assert np.mean(seen[3:]) - 1.0 == pytest.approx(-0.215, abs=0.005)
    assert seen[-1] == pytest.approx(1.25**-1.2, abs=1e-3)


def test_a_later_rate_takes_the_place_of_the_first() -> None:
    table = Table(trading(tariff(2, 0.25), tariff(8, 0.15)))
    table.months(30)
    assert sold(table, "arden", "cars", "boreas") == pytest.approx(1.15**-1.2, abs=1e-3)
    assert metrics.value(table.world, table.state, "export_tariff", "arden", "cars", "boreas")[0] == 0.15
    told = [
        (event.kind, event.month, event.actor, event.target, event.item, event.amount, event.cause)
        for event in table.events.list
        if event.kind.startswith("export_tariff")
    ]
    assert told == [
        ("export_tariff", 2, BOREAS, ARDEN, CARS, 0.25, "incident:tariff_2"),
        ("export_tariff_cut", 8, BOREAS, ARDEN, CARS, 0.15, "incident:tariff_8"),
    ]


def test_a_tariff_for_some_months_ends_and_exports_come_back() -> None:
    table = Table(trading(tariff(2, 0.25, months=4)))
    rates = []
    for _ in range(8):
        table.months(1)
        rates.append(float(table.state.export_tariff[0, 0]))
    assert rates == [0.0] * 2 + [0.25] * 4 + [0.0] * 2
    assert [event.month for event in table.told("export_tariff_over")] == [6]
    table.months(24)
    assert sold(table, "arden", "cars", "boreas") == pytest.approx(1.0, abs=1e-6)


def test_a_rate_of_nothing_ends_a_tariff() -> None:
    table = Table(trading(tariff(2, 0.25), tariff(5, 0.0)))
    table.months(7)
    assert not table.state.export_tariff.any()
    assert [(event.month, event.cause) for event in table.told("export_tariff_over")] == [(5, "incident:tariff_5")]


def test_all_buyers_together_weigh_by_what_they_buy() -> None:
    table = Table(trading(tariff(0, 0.25)))
    table.months(24)
    lost = 1.0 - sold(table, "arden", "cars", "boreas")
    together = metrics.value(table.world, table.state, "sector_exports", "arden", "cars")
    assert 1.0 - together == pytest.approx(0.25 * lost)
    assert metrics.value(table.world, table.state, "sector_exports", "boreas", "cars") == 1.0
    assert metrics.value(table.world, table.state, "sector_exports", "arden", "polish") == 1.0
    assert sold(table, "arden", "cars", "refinia") == 1.0


def test_lost_exports_cost_output_income_and_a_little_approval() -> None:
    free, hit, blamed = Table(trading()), Table(trading(tariff(0, 0.25))), Table(trading(tariff(0, 0.25), blame=1.0))
    for table in (free, hit, blamed):
        table.months(24)
    share = 0.1 * (1.0 - sold(hit, "arden", "cars", "boreas"))
    lost = metrics.value(hit.world, hit.state, "lost_output", "arden", "cars")
    assert lost == pytest.approx(share, abs=1e-9)
    gained = hit.state.flow_gdp[ARDEN] - free.state.flow_gdp[ARDEN]
    assert gained == pytest.approx(share * 300.0 * 1000.0 / 12.0 * 0.8, rel=1e-3)
    assert hit.state.flow_gdp[BOREAS] == pytest.approx(free.state.flow_gdp[BOREAS], abs=1.0)
    steps = [float(table.state.approval[ARDEN, 0]) for table in (free, hit, blamed)]
    assert steps[0] > steps[1] > steps[2]
    assert (steps[0] - steps[1]) / (steps[0] - steps[2]) == pytest.approx(0.25, abs=0.03)


def test_who_makes_fewer_cars_needs_less_material() -> None:
    free, hit = Table(trading()), Table(trading(tariff(0, 0.25), response_months=1.0))
    for table in (free, hit):
        table.months(1)  # before prices answer
    share = 0.1 * (1.0 - 1.25**-1.2)
    need = hit.state.flow_need[ARDEN, ALLOY, 0] / free.state.flow_need[ARDEN, ALLOY, 0]
    assert need == pytest.approx(1.0 - share, rel=1e-9)
    assert hit.state.flow_need[ELSEWHERE, ALLOY] == pytest.approx(free.state.flow_need[ELSEWHERE, ALLOY], rel=1e-3)


def test_an_incident_on_demand_and_a_tariff_add_up() -> None:
    slump = EVEN.copy()
    slump[ARDEN] = 0.5
    world = trading(tariff(0, 0.25), Incident("slump", 0, None, 1.0, NONE, slump, 6, ""))
    free, hit = Table(trading()), Table(world)
    for table in (free, hit):
        table.months(1)
    share = 0.1 * (1.0 - sold(hit, "arden", "cars", "boreas"))
    need = hit.state.flow_need[ARDEN, ALLOY, 0] / free.state.flow_need[ARDEN, ALLOY, 0]
    assert need == pytest.approx(0.5 * (1.0 - share), rel=1e-9)


def settling(world: World, relief: float) -> World:
    return replace(world, agreements=replace(world.agreements, tariff_relief=np.array([0.0, relief])))


def test_a_settlement_takes_its_part_off_the_tariff_while_it_stands() -> None:
    table = Table(settling(trading(tariff(0, 0.25)), 0.4))
    table.months(12)
    parties = [ARDEN, BOREAS], [BOREAS, ARDEN]
    table.state.agreement[POOL][parties] = IN_FORCE
    table.state.agreement_left[POOL][parties] = 24.0
    table.months(24)
    assert metrics.value(table.world, table.state, "export_tariff", "arden", "cars", "boreas")[0] == pytest.approx(0.15)
    assert sold(table, "arden", "cars", "boreas") == pytest.approx(1.15**-1.2, abs=1e-3)
    table.months(24)
    assert not table.state.agreement.any()
    assert metrics.value(table.world, table.state, "export_tariff", "arden", "cars", "boreas")[0] == 0.25
    assert sold(table, "arden", "cars", "boreas") == pytest.approx(1.25**-1.2, abs=1e-3)


def test_a_settlement_with_one_buyer_leaves_the_tariff_of_another() -> None:
    table = Table(settling(trading(tariff(0, 0.25), tariff(0, 0.25, lane=1)), 1.0))
    parties = [ARDEN, BOREAS], [BOREAS, ARDEN]
    table.state.agreement[POOL][parties] = IN_FORCE
    table.state.agreement_left[POOL][parties] = 48.0
    table.months(12)
    assert sold(table, "arden", "cars", "boreas") == 1.0
    assert sold(table, "arden", "cars", "elsewhere") < 0.8


def test_jobs_go_with_the_output_that_is_lost() -> None:
    jobs = np.zeros((6, 3))
    jobs[ARDEN] = [4000.0, 9000.0, 0.0]
    world = trading(tariff(0, 0.25))
    table = Table(replace(world, economy=replace(world.economy, jobs=jobs)))
    table.months(24)
    share = 0.1 * (1.0 - sold(table, "arden", "cars", "boreas"))
    assert metrics.value(table.world, table.state, "jobs_lost", "arden")[0] == pytest.approx(
        share * 300.0 * 4000.0, abs=1.0
    )
    assert metrics.value(table.world, table.state, "jobs_lost", "boreas")[0] == 0.0
    assert metrics.value(world, table.state, "jobs_lost", "arden")[0] == 0.0


def test_lanes_without_a_tariff_change_nothing() -> None:
    with_lanes, without = Table(trading(), matches=3), Table(calm(), matches=3)
    for table in (with_lanes, without):
        table.months(24)
    for name in FIELDS:
        if not name.startswith("export_"):
            assert (getattr(with_lanes.state, name) == getattr(without.state, name)).all(), name


def test_a_match_in_a_batch_is_the_match_alone() -> None:
    world = trading(tariff(2, 0.25, chance=0.5), tariff(6, 0.4, months=5, chance=0.5, lane=1), tariff(9, 0.1, lane=2))
    batch = begin(world, seeds(64))
    alone = {place: batch.pick(place) for place in (0, 21, 63)}
    for state in (batch, *alone.values()):
        for _ in range(24):
            before = state.copy()
            step.step(world, state, Events(watched=False))
            invariants.check(before, state)
    assert 0 < np.count_nonzero(batch.incident_fired[0] >= 0) < 64
    for place, match in alone.items():
        picked = batch.pick(place)
        assert [name for name in FIELDS if not np.array_equal(getattr(match, name), getattr(picked, name))] == []

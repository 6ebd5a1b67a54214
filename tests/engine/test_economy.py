"""Economy: incomes, running costs, approval; and the score that is counted over the match."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.engine import metrics, scoring
from game.engine.month import Month
from game.engine.phases import economy
from game.engine.phases.diplomacy import in_force
from game.engine.world import ScorePart
from tests.orders.table import ARDEN, BOREAS, PLANT_SITE, Table, calm


def test_a_turn_brings_its_income() -> None:
    table = Table()
    table.state.vetted[:] = 2.0
    table.state.approval[ARDEN] = 0.25
    before = table.state.copy()
    table.turn()
    # Half the usual approval is granted half the money, and earns half the political capital.
    granted = table.world.economy.income * np.minimum(before.approval[:, 0] / table.world.economy.approval_rest, 1.0)
    assert granted[ARDEN] == pytest.approx(table.world.economy.income[ARDEN] / 2.0)
    assert table.state.budget[:, 0] == pytest.approx(before.budget[:, 0] + granted)
    assert not table.state.vetted[: table.world.seats].any()
    assert table.state.capital[ARDEN, 0] == pytest.approx(before.capital[ARDEN, 0] + 3.0)


def test_money_that_is_not_spent_lapses_beyond_a_year_of_income() -> None:
    table = Table(calm(economy={"lapse": 0.19}))
    table.state.month, table.state.approval[:] = 6, table.world.economy.approval_rest
    table.state.budget[ARDEN], table.state.budget[BOREAS] = 1000.0, 1.0
    yearly = 2.0 * table.world.economy.income
    table.turn()
    # In half a year a tenth of what lies beyond it: 0.9 squared is 0.81.
    left = 1000.0 - 0.1 * (1000.0 - yearly[ARDEN])
    assert table.state.budget[ARDEN, 0] == pytest.approx(left + table.world.economy.income[ARDEN])
    assert table.state.budget[BOREAS, 0] == pytest.approx(1.0 + table.world.economy.income[BOREAS])


def test_a_posture_costs_political_capital_but_never_more_than_there_is() -> None:
    table, neutral = Table(), Table()
    table.give(ARDEN, kind="set_posture", posture="retaliate")
    for sitting in (table, neutral):
        sitting.turn()
    assert neutral.state.capital[ARDEN, 0] - table.state.capital[ARDEN, 0] == pytest.approx(3.0)
    table.state.capital[:] = 0.0
    table.state.approval[:] = 0.0
    table.turn()
    assert (table.state.capital == 0.0).all()


LAST_OF_QUARTER = 2


def test_storage_is_charged() -> None:
    table = Table(calm(stockpiles={"pace": np.zeros(6)}))
    value = (table.state.reserve[ARDEN, :, 0] * table.state.price[0, :, 0]).sum() * 1e-3
    before = table.state.budget[ARDEN, 0]
    table.state.month = LAST_OF_QUARTER
    economy.advance(table.world, table.state, Month(table.state, table.events))
    assert before - table.state.budget[ARDEN, 0] == pytest.approx(value * 0.02 / 4)


def test_agreements_are_charged_to_both_seats() -> None:
    table = Table()
    table.give(ARDEN, kind="propose_agreement", agreement="pool", partner="boreas")
    table.give(BOREAS, kind="propose_agreement", agreement="pool", partner="arden")
    table.state.held("reserve", "NG")[...] = 0.0
    table.state.month = LAST_OF_QUARTER
    before = table.state.budget[:2, 0].copy()
    month = Month(table.state, table.events)
    month.pacts = in_force(table.world, table.state)
    economy.advance(table.world, table.state, month)
    assert before - table.state.budget[:2, 0] == pytest.approx(4.0 / 4)


def test_what_is_paid_leaves_the_budget_and_no_more() -> None:
    table = Table(matches=2)
    table.state.budget[ARDEN] = [10.0, 2.0]
    due = np.array([[4.0, 4.0], [0.0, 0.0]])
    month = Month(table.state, table.events)
    share = economy.pay(table.world, table.state, month, due, lambda: [economy.Line("storage", due)])
    assert share is not None
    assert share.tolist() == [[1.0, 0.5], [1.0, 1.0]]
    assert table.state.budget[ARDEN].tolist() == [6.0, 0.0]
    assert table.state.spent[ARDEN].tolist() == [4.0, 2.0]
    assert [(term.match, term.amount) for term in table.events.terms.take()] == [(0, -4.0), (1, -2.0)]
    assert economy.pay(table.world, table.state, month, np.zeros((2, 2)), tuple) is None


def test_approval_falls_with_lost_output_tariffs_and_returns_to_rest() -> None:
    table = Table()
    table.state.approval[:] = 0.5
    table.state.posture[:] = 1
    table.state.flow_gdp[:] = 0.0
    table.state.flow_gdp[ARDEN] = 5000.0 * 1000.0 / 12.0 / 100.0
    table.state.import_tariff[BOREAS] = 0.5
    economy.advance(table.world, table.state, Month(table.state, table.events))
    assert table.state.approval[:3, 0] == pytest.approx([0.5 - 0.05, 0.5 - 0.01, 0.5])
    table.state.flow_gdp[:] = 0.0
    table.state.approval[:] = 0.32
    table.state.import_tariff[:] = 0.0
    economy.advance(table.world, table.state, Month(table.state, table.events))
    assert table.state.approval[:, 0] == pytest.approx(0.33)


def test_metrics_of_nations_are_read_together_as_one_by_one() -> None:
    table = Table(matches=3)
    table.give(ARDEN, kind="fund_project", project="new_mine", public_share=0.5)
    table.months(8)
    for name, metric in metrics.METRICS.items():
        if not metric.axes.startswith("N"):
            continue
        rest = (0,) * (len(metric.axes) - 1)
        together = metrics.of_nations(table.world, table.state, name, 6, *rest)
        for nation in range(6):
            one = metric.compute(table.world, table.state, nation, *rest)
            assert (together[nation] == one).all(), name


PARTS = (
    ScorePart("mean", "", "tension", "mean", 1.0, 0.0, 0.5, 0.0),
    ScorePart("max", "", "tension", "max", 1.0, 0.0, 0.3, 0.0),
    ScorePart("end", "", "reserve_days heavy_oxide", "end", 0.0, 90.0, 0.2, 0.0),
    ScorePart("world", "", "basket", "mean", 5.0, 1.0, 0.0, 0.0),
)


def test_parts_take_the_mean_the_greatest_or_the_last() -> None:
    table = Table(replace(calm(), score=PARTS), matches=2)
    seen = []
    for _ in range(12):
        table.months(1)
        seen.append(table.state.tension[:2].copy())
    measured = scoring.measured(table.world, table.state)
    assert measured.shape == (4, 2, 2)
    assert measured[0] == pytest.approx(np.mean(seen[2::3], axis=0))
    assert measured[1] == pytest.approx(np.max(seen, axis=0))
    assert measured[2, ARDEN] == pytest.approx(
        metrics.value(table.world, table.state, "reserve_days", "arden", "heavy_oxide")
    )
    assert (measured[3, ARDEN] == measured[3, BOREAS]).all()


def test_points_rise_from_worst_to_best_and_are_weighted() -> None:
    table = Table(replace(calm(), score=PARTS), matches=2)
    table.months(3)
    points = scoring.points(table.world, table.state)
    measured = scoring.measured(table.world, table.state)
    assert points[0] == pytest.approx(100.0 * (1.0 - measured[0]))
    assert points.min() >= 0.0
    assert points.max() <= 100.0
    expected = 0.5 * points[0] + 0.3 * points[1] + 0.2 * points[2]
    assert scoring.total(table.world, table.state) == pytest.approx(expected)


def test_a_mean_may_be_taken_of_the_last_months_alone() -> None:
    world = replace(calm(), score=(replace(PARTS[0], last_months=6),))
    table = Table(world)
    seen = []
    for month in range(world.calendar.months):
        table.months(1)
        seen.append(table.state.tension[:2].copy())
        measured = scoring.measured(world, table.state)[0]
        late = seen[world.calendar.months - 6 :][2::3]
        assert measured == pytest.approx(np.mean(late, axis=0) if late else seen[-1]), month


def test_a_seat_may_be_measured_by_bounds_of_its_own() -> None:
    own = replace(PARTS[0], of_seats=((BOREAS, 2.0, -1.0),))
    table = Table(replace(calm(), score=(own,)))
    table.months(3)
    points, measured = scoring.points(table.world, table.state)[0], scoring.measured(table.world, table.state)[0]
    assert points[ARDEN] == pytest.approx(100.0 * (1.0 - measured[ARDEN]))
    assert points[BOREAS] == pytest.approx(100.0 * (2.0 - measured[BOREAS]) / 3.0)


def test_nothing_scored_is_nought() -> None:
    table = Table(replace(calm(), score=()))
    assert not scoring.total(table.world, table.state).any()
    assert scoring.total(table.world, table.state).shape == (2, 1)


def test_only_the_seat_that_grants_a_price_floor_pays_for_it() -> None:
    granted, without = Table(), Table()
    for sitting in (granted, without):
        sitting.state.offtake[ARDEN, PLANT_SITE] = 0.2
        sitting.state.offtake[BOREAS, PLANT_SITE] = 0.6
    granted.give(ARDEN, kind="set_trade_policy", import_tariff=0.0, price_floor=30.0)
    for sitting in (granted, without):
        sitting.months(1)
    assert granted.state.budget[ARDEN, 0] < without.state.budget[ARDEN, 0]
    assert granted.state.budget[BOREAS, 0] == without.state.budget[BOREAS, 0]
    paid = without.state.budget[ARDEN, 0] - granted.state.budget[ARDEN, 0]
    assert granted.state.held("support", "S")[PLANT_SITE, 0] == pytest.approx(paid)
    gained = granted.state.site_cash[PLANT_SITE, 0] - without.state.site_cash[PLANT_SITE, 0]
    assert 0.8 * paid < gained < paid  # it runs harder, and pays for that before it sells


def test_the_cover_of_a_nation_is_that_of_its_scarcest_good() -> None:
    table = Table(matches=2)
    table.months(5)
    goods = ("light_oxide", "heavy_oxide", "magnet_alloy")
    covers = [metrics.value(table.world, table.state, "cover", "boreas", good) for good in goods]
    least = metrics.value(table.world, table.state, "stock_cover", "boreas")
    assert least.tolist() == np.minimum.reduce(covers).tolist()

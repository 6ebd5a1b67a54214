"""Public stockpiles: filled within pace and budget, paid for, opened in a shortage, shared with partners."""

from __future__ import annotations

import pytest

from game.engine.state import IN_FORCE, State
from game.engine.world import DAYS_A_MONTH, OUTSIDE
from tests.engine.runs import ARDEN, BOREAS, both, embargo, quiet_world, run
from tests.small_sections import LIGHT, OXIDES

WORLD = quiet_world()
TIGHT = quiet_world(rules={"leakage": 0.0})


def test_a_public_reserve_is_released_in_a_shortage_and_softens_it() -> None:
    def store(state: State) -> None:
        state.held("reserve", "NG")[ARDEN, OXIDES] = 6.0 * state.year_use[ARDEN, OXIDES]

    without = run(TIGHT, 14, {2: embargo(ARDEN, goods=OXIDES)})
    stored = run(TIGHT, 14, {2: both(store, embargo(ARDEN, goods=OXIDES))})
    assert stored.total("flow_release", ARDEN) > without.total("flow_release", ARDEN) > 0.0
    assert stored.total("flow_unmet", ARDEN) < 0.7 * without.total("flow_unmet", ARDEN)
    assert stored.state.gdp_loss[ARDEN, 0] < without.state.gdp_loss[ARDEN, 0]
    assert "stockpile_released" in stored.kinds()


def test_what_is_released_is_sold() -> None:
    def store(state: State) -> None:
        state.held("reserve", "NG")[ARDEN, OXIDES] = 6.0 * state.year_use[ARDEN, OXIDES]

    stored = run(TIGHT, 14, {2: both(store, embargo(ARDEN, goods=OXIDES))})
    before, after = stored.states[1], stored.state
    sold = stored.total("flow_release", ARDEN, LIGHT) - before.flow_release[ARDEN, LIGHT, 0]
    assert sold > 0.0
    assert after.budget[ARDEN, 0] > before.budget[ARDEN, 0]


def test_partners_share_their_reserves() -> None:
    def store(state: State) -> None:
        state.held("reserve", "NG")[BOREAS, OXIDES] = 6.0 * state.year_use[ARDEN, OXIDES]

    def sign(state: State) -> None:
        state.agreement[1, ARDEN, BOREAS], state.agreement_left[1, ARDEN, BOREAS] = IN_FORCE, 48.0
        state.agreement[1, BOREAS, ARDEN], state.agreement_left[1, BOREAS, ARDEN] = IN_FORCE, 48.0

    cut = embargo(ARDEN, goods=OXIDES)
    alone, joint = run(TIGHT, 14, {2: both(store, cut)}), run(TIGHT, 14, {2: both(store, sign, cut)})
    assert joint.total("flow_unmet", ARDEN) < 0.95 * alone.total("flow_unmet", ARDEN)
    assert joint.state.reserve[BOREAS, LIGHT, 0] < alone.state.reserve[BOREAS, LIGHT, 0]
    assert joint.state.budget[BOREAS, 0] > alone.state.budget[BOREAS, 0]


def test_a_reserve_is_bought_no_faster_than_the_pace_and_the_budget_allow() -> None:
    def want(budget: float, pace: float) -> float:
        def change(state: State) -> None:
            state.stockpile_target[ARDEN, OXIDES], state.stockpile_pace[ARDEN] = 90.0, pace
            state.budget[ARDEN] = budget

        result = run(WORLD, 4, {0: change})
        assert (result.state.budget[ARDEN] >= 0.0).all()
        return result.total("flow_purchase", ARDEN)

    assert 0.0 < want(1e6, 5.0) < 0.6 * want(1e6, 10.0)
    assert want(0.1, 10.0) < 0.3 * want(1e6, 10.0)


def test_what_goes_into_the_stockpile_is_paid_for_at_the_price_of_the_day() -> None:
    def change(state: State) -> None:
        state.stockpile_target[ARDEN, LIGHT], state.stockpile_pace[ARDEN] = 90.0, 10.0

    bought, idle = run(WORLD, 1, {0: change}), run(WORLD, 1, {0: lambda s: s.stockpile_pace.fill(0.0)})
    paid = idle.state.budget[ARDEN, 0] - bought.state.budget[ARDEN, 0]
    price = run(WORLD, 1).states[0].price[OUTSIDE, LIGHT, 0]
    tonnes = bought.total("flow_purchase", ARDEN, LIGHT)
    assert bought.state.reserve[ARDEN, LIGHT, 0] - idle.state.reserve[ARDEN, LIGHT, 0] == pytest.approx(tonnes)
    assert paid == pytest.approx(tonnes * price / 1000.0, rel=0.05)


def test_a_stockpile_fills_to_its_target_and_no_further() -> None:
    def change(state: State) -> None:
        state.stockpile_target[ARDEN, OXIDES], state.stockpile_pace[ARDEN] = 40.0, 10.0

    filled = run(WORLD, 24, {0: change})
    days = DAYS_A_MONTH * filled.state.reserve[ARDEN, LIGHT, 0] / filled.state.held("usual_use", "NG")[ARDEN, LIGHT, 0]
    assert days == pytest.approx(40.0, rel=0.03)
    reached = [e for e in filled.events.list if e.kind == "stockpile_reached" and e.item == LIGHT]
    assert [e.actor for e in reached] == [ARDEN]
    assert filled.states[-1].flow_purchase[ARDEN, LIGHT, 0] < 1.0

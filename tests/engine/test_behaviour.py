"""What must come out of the model: the signs and rough sizes that a resource economist would expect."""

from __future__ import annotations

import numpy as np

from game.engine.state import BANKRUPT, CARE, IN_FORCE, OPERATING, State
from game.engine.world import INSIDE, MINE, OUTSIDE, SEPARATION
from tests.engine.runs import ARDEN, BOREAS, HEAVY, LIGHT, REFINIA, RIVAL, both, embargo, lift, quiet_world, quota, run

WORLD = quiet_world()
TIGHT = quiet_world(market={"leakage": 0.0})
NEW_MINE, REFINIA_PLANT, SCRAP_WORKS = 6, 7, 0
CRISIS = {6: both(quota(0.6), embargo(ARDEN)), 8: embargo(ARDEN, share=0.0), 20: lift}


def test_a_calm_world_stays_calm() -> None:
    calm = run(WORLD, 36)
    assert max(calm.price) < 1.25 * calm.price[0]
    assert min(calm.price) > 0.7 * calm.price[0]
    assert calm.total("flow_unmet") < 1e-6 * calm.total("flow_need")


def test_a_cut_of_the_quota_with_an_embargo_makes_a_bubble_that_bursts() -> None:
    crisis = run(WORLD, 42, CRISIS)
    peak = int(np.argmax(crisis.price))
    assert 3.0 < crisis.price[peak] / crisis.price[5] < 15.0
    assert 8 <= peak <= 24
    assert crisis.price[min(peak + 18, 41)] < 0.35 * crisis.price[peak]


def test_hoarding_makes_the_bubble_worse() -> None:
    brave = quiet_world(stockpiles={"panic": 0.0})
    assert max(run(WORLD, 30, CRISIS).price) > 1.3 * max(run(brave, 30, CRISIS).price)


def test_public_purchases_in_a_panic_make_the_bubble_worse() -> None:
    def buy(state: State) -> None:
        state.stockpile_target[:2], state.stockpile_pace[:2], state.budget[:2] = 120.0, 15.0, 1e6

    assert max(run(WORLD, 30, {**CRISIS, 9: buy}).price) > 1.1 * max(run(WORLD, 30, CRISIS).price)


def test_large_stocks_carry_a_nation_through_an_embargo() -> None:
    def shortage(months_held: float) -> float:
        def hold(state: State) -> None:
            state.stock[ARDEN, :, SEPARATION] *= months_held / 2.0

        return run(TIGHT, 12, {2: both(hold, embargo(ARDEN)), 8: lift}).total("flow_unmet", ARDEN)

    assert shortage(12.0) < 0.1 * shortage(1.0)


def test_a_public_reserve_is_released_in_a_shortage_and_softens_it() -> None:
    def store(state: State) -> None:
        state.reserve[ARDEN] = 6.0 * state.year_use[ARDEN, :, SEPARATION]

    without = run(TIGHT, 14, {2: embargo(ARDEN)})
    stored = run(TIGHT, 14, {2: both(store, embargo(ARDEN))})
    assert stored.total("flow_release", ARDEN) > 0.0
    assert stored.total("flow_unmet", ARDEN) < 0.7 * without.total("flow_unmet", ARDEN)
    assert stored.state.gdp_loss[ARDEN, 0] < without.state.gdp_loss[ARDEN, 0]


def test_partners_share_their_reserves() -> None:
    def store(state: State) -> None:
        state.reserve[BOREAS] = 6.0 * state.year_use[ARDEN, :, SEPARATION]

    def sign(state: State) -> None:
        state.agreement[1, ARDEN, BOREAS], state.agreement_left[1, ARDEN, BOREAS] = IN_FORCE, 48.0

    alone = run(TIGHT, 14, {2: both(store, embargo(ARDEN))})
    joint = run(TIGHT, 14, {2: both(store, sign, embargo(ARDEN))})
    assert joint.total("flow_release", BOREAS) > 0.0
    assert joint.total("flow_unmet", ARDEN) < 0.9 * alone.total("flow_unmet", ARDEN)


def test_an_embargo_hurts_its_target_most() -> None:
    hit = run(TIGHT, 14, {2: embargo(ARDEN)})
    assert hit.total("flow_unmet", ARDEN) > 2.0 * hit.total("flow_unmet", BOREAS)
    assert hit.state.wariness[ARDEN, 0] > hit.state.wariness[BOREAS, 0]
    assert {"control_bites", "shortage"} <= {event.kind for event in hit.events.list if event.target in (-1, ARDEN)}


def test_mines_and_plants_outside_lower_the_price_in_a_crisis() -> None:
    def build(state: State) -> None:
        state.capacity[[NEW_MINE, REFINIA_PLANT]] = [[3000.0], [3200.0]]
        state.ramp[[NEW_MINE, REFINIA_PLANT]], state.site_status[[NEW_MINE, REFINIA_PLANT]] = 1.0, OPERATING
        state.site_cash[[NEW_MINE, REFINIA_PLANT]] = 500.0

    alone = run(WORLD, 30, CRISIS)
    built = run(WORLD, 30, {**CRISIS, 0: build})
    assert np.mean(built.price[10:]) < 0.8 * np.mean(alone.price[10:])
    assert built.state.year_rival[BOREAS, LIGHT, SEPARATION, 0] < alone.state.year_rival[BOREAS, LIGHT, SEPARATION, 0]


def test_a_mine_without_a_plant_leaves_the_world_dependent() -> None:
    def dig(state: State) -> None:
        state.capacity[NEW_MINE], state.ramp[NEW_MINE], state.site_status[NEW_MINE] = 3000.0, 1.0, OPERATING
        state.site_cash[NEW_MINE] = 500.0

    def share(state: State, good: int) -> float:
        return float(state.year_output[RIVAL, LIGHT, good, 0] / state.year_output[:, LIGHT, good, 0].sum())

    before, after = run(WORLD, 30).state, run(WORLD, 30, {0: dig}).state
    assert share(after, MINE) < share(before, MINE) - 0.02
    assert share(after, SEPARATION) > share(before, SEPARATION) - 0.02


def test_offtake_brings_its_holder_goods_when_the_rival_cuts() -> None:
    def shelves_half_empty(state: State) -> None:
        state.stock[ARDEN] *= 0.3

    def hold(state: State) -> None:
        shelves_half_empty(state)
        state.offtake[ARDEN, REFINIA_PLANT] = 0.8

    without = run(WORLD, 12, {0: shelves_half_empty, 2: embargo(ARDEN, BOREAS)})
    held = run(WORLD, 12, {0: hold, 2: embargo(ARDEN, BOREAS)})
    assert held.total("flow_origin", 1, ARDEN) > 1.1 * without.total("flow_origin", 1, ARDEN)
    assert held.total("flow_unmet", ARDEN) < without.total("flow_unmet", ARDEN)
    assert held.total("flow_unmet", BOREAS) > without.total("flow_unmet", BOREAS)


def test_an_agreement_lets_the_partner_buy_first() -> None:
    def sign(state: State) -> None:
        state.agreement[0, ARDEN, REFINIA], state.agreement_left[0, ARDEN, REFINIA] = IN_FORCE, 48.0

    without = run(WORLD, 12, {2: embargo(ARDEN, BOREAS)})
    signed = run(WORLD, 12, {0: sign, 2: embargo(ARDEN, BOREAS)})
    assert signed.total("flow_origin", 1, ARDEN) > 1.05 * without.total("flow_origin", 1, ARDEN)


def test_leakage_grows_with_the_gap_and_softens_an_embargo() -> None:
    tight = run(quiet_world(market={"leakage": 0.0}), 14, {2: embargo(ARDEN)})
    leaky = run(quiet_world(market={"leakage": 0.6}), 14, {2: embargo(ARDEN)})
    assert tight.total("flow_origin", 0, ARDEN, slice(None), SEPARATION) < 0.5 * leaky.total(
        "flow_origin", 0, ARDEN, slice(None), SEPARATION
    )
    cut = tight.states[5].flow_origin[0, ARDEN, :, SEPARATION]
    assert not cut.any()


def test_a_tax_parts_the_zones_and_its_end_brings_them_together() -> None:
    def tax(state: State) -> None:
        state.export_tax[:, SEPARATION] = 0.5

    def gap(state: State) -> float:
        return float(state.price[OUTSIDE, LIGHT, SEPARATION, 0] / state.price[INSIDE, LIGHT, SEPARATION, 0])

    taxed = run(WORLD, 58, {2: tax, 30: lift})
    assert gap(taxed.states[29]) > 1.3 > 1.2 > gap(taxed.states[57])


def test_a_flood_lowers_the_price_outside_and_closes_sites() -> None:
    def flood(state: State) -> None:
        state.flood[:] = 0.6
        state.site_cash[REFINIA_PLANT] = 0.5

    calm, flooded = run(WORLD, 40), run(WORLD, 40, {2: flood})
    assert flooded.price[20] < 0.7 * calm.price[20]
    assert calm.state.site_status[REFINIA_PLANT, 0] == OPERATING
    assert flooded.state.site_status[REFINIA_PLANT, 0] in (CARE, BANKRUPT)


def test_a_patient_financier_carries_a_site_through_the_trough() -> None:
    def flood(state: State) -> None:
        state.flood[:] = 0.6
        state.site_cash[REFINIA_PLANT] = 0.5

    def support(state: State) -> None:
        state.site_support[REFINIA_PLANT] = 60.0

    alone = run(WORLD, 58, {2: flood, 40: lift})
    carried = run(WORLD, 58, {2: both(flood, support), 40: lift})
    assert alone.state.site_status[REFINIA_PLANT, 0] != OPERATING
    assert carried.state.site_status[REFINIA_PLANT, 0] == OPERATING
    assert "site_carried" in {event.kind for event in carried.events.list}


def test_what_a_shock_saves_is_partly_saved_for_good() -> None:
    crisis = run(WORLD, 58, CRISIS)
    calm = run(WORLD, 58)
    assert crisis.state.thrift[ARDEN, LIGHT, 0] > 0.03 > calm.state.thrift[ARDEN, LIGHT, 0]
    assert crisis.state.flow_need[ARDEN, LIGHT, 1:].sum() < 0.985 * calm.state.flow_need[ARDEN, LIGHT, 1:].sum()


def test_scrap_is_worked_when_the_line_is_ready_and_the_price_pays() -> None:
    def dear(state: State) -> None:
        state.price[OUTSIDE] *= 3.0

    def unready(state: State) -> None:
        dear(state)
        state.readiness[ARDEN, 0] = 2.0

    cheap = quiet_world(sites={"cash_cost": np.where(WORLD.sites.recycling, 1000.0, WORLD.sites.cash_cost)})
    assert run(WORLD, 3, {0: dear}).total("flow_recycled", ARDEN) > 0.0
    assert run(WORLD, 3, {0: unready}).total("flow_recycled") == 0.0
    assert run(cheap, 3, {0: dear}).total("flow_recycled") == 0.0


def test_a_reserve_is_bought_no_faster_than_the_pace_and_the_budget_allow() -> None:
    def want(budget: float, pace: float) -> float:
        def change(state: State) -> None:
            state.stockpile_target[ARDEN], state.stockpile_pace[ARDEN], state.budget[ARDEN] = 90.0, pace, budget

        result = run(WORLD, 4, {0: change})
        assert (result.state.budget[ARDEN] >= 0.0).all()
        return result.total("flow_purchase", ARDEN)

    assert 0.0 < want(1e6, 5.0) < 0.6 * want(1e6, 10.0)
    assert want(0.5, 10.0) < 0.3 * want(1e6, 10.0)


def test_heavy_and_light_are_short_apart() -> None:
    def cut(state: State) -> None:
        state.embargo[ARDEN, HEAVY] = 1.0

    hit = run(WORLD, 12, {2: cut})
    assert hit.total("flow_unmet", ARDEN, HEAVY) > 0.0
    assert hit.total("flow_unmet", ARDEN, LIGHT) == 0.0

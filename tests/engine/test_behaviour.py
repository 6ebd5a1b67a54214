"""What must come out of a match: the signs and rough sizes that a resource economist would expect of what states do.

What the markets do by themselves is tested in ``tests/economy``.
"""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.phases import project_finance
from game.engine.state import BANKRUPT, CARE, IN_FORCE, OPERATING, State
from game.engine.world import INSIDE, OUTSIDE
from tests.engine.runs import ARDEN, BOREAS, REFINIA, RIVAL, Change, both, embargo, lift, quiet_world, quota, run
from tests.small_sections import ALLOY, HEAVY, LIGHT, ORE, OXIDES

WORLD = quiet_world()
TIGHT = quiet_world(rules={"leakage": 0.0})
ARDEN_MAGNETS, OLD_MINE, NEW_MINE, REFINIA_PLANT = 1, 5, 6, 7
FROM_REFINIA = 3
CRISIS = {6: both(quota(0.5), embargo(ARDEN)), 8: embargo(ARDEN, share=0.0), 20: lift}


def gdp_lost(run_: object, nation: int) -> float:
    return float(run_.state.gdp_loss[nation, 0])  # type: ignore[attr-defined]


def test_a_calm_world_stays_calm() -> None:
    calm = run(WORLD, 36)
    assert max(calm.price) < 1.1 * calm.price[0]
    assert min(calm.price) > 0.9 * calm.price[0]
    assert calm.total("flow_unmet") < 1e-3 * calm.total("flow_need")


def test_a_cut_of_the_quota_makes_a_bubble_that_bursts() -> None:
    crisis = run(WORLD, 48, CRISIS)
    peak = int(np.argmax(crisis.price))
    assert 2.0 < crisis.price[peak] / crisis.price[5] < 20.0
    assert 8 <= peak <= 26
    assert crisis.price[47] < 0.5 * crisis.price[peak]
    assert "price_spike" in crisis.kinds()


def test_large_stocks_carry_a_nation_through_an_embargo() -> None:
    def shortage(times: float) -> float:
        def hold(state: State) -> None:
            state.held("stock", "NG")[ARDEN] *= times

        return run(TIGHT, 12, {2: both(hold, embargo(ARDEN)), 8: lift}).total("flow_unmet", ARDEN)

    assert shortage(6.0) < 0.5 * shortage(0.5)


def test_an_embargo_hurts_its_target_most() -> None:
    hit = run(TIGHT, 14, {2: embargo(ARDEN)})
    assert hit.total("flow_unmet", ARDEN) > 2.0 * hit.total("flow_unmet", BOREAS)
    assert gdp_lost(hit, ARDEN) > 2.0 * gdp_lost(hit, BOREAS)
    assert hit.state.wariness[ARDEN, INSIDE] > hit.state.wariness[BOREAS, INSIDE]
    assert {"control_bites", "shortage"} <= {
        event.kind for event in hit.events.list if ARDEN in (event.actor, event.target)
    }


def test_a_shortage_that_ends_is_told_once() -> None:
    hit = run(TIGHT, 30, {2: embargo(ARDEN, goods=[LIGHT]), 14: lift})
    for kind in ("shortage", "shortage_over"):
        assert [e.actor for e in hit.events.list if e.kind == kind and e.item == LIGHT and e.actor == ARDEN] == [ARDEN]


def open_site(site: int, capacity: float) -> Change:
    def build(state: State) -> None:
        state.held("capacity", "S")[site] = capacity / 12.0
        state.held("run", "S")[site], state.held("staffed", "S")[site] = 0.8, 1.0
        state.site_status[site], state.site_cash[site] = OPERATING, 500.0

    return build


def test_mines_and_plants_outside_lower_the_price_in_a_crisis() -> None:
    alone = run(WORLD, 30, CRISIS)
    built = run(WORLD, 30, {**CRISIS, 0: both(open_site(NEW_MINE, 3000.0), open_site(REFINIA_PLANT, 3200.0))})
    assert np.mean(built.price[10:]) < 0.8 * np.mean(alone.price[10:])
    assert built.state.year_rival[BOREAS, LIGHT, 0] < alone.state.year_rival[BOREAS, LIGHT, 0]
    assert "site_started" in built.kinds()


def test_a_mine_without_a_plant_leaves_the_world_dependent() -> None:
    def share(state: State, good: int) -> float:
        return float(state.year_output[RIVAL, good, 0] / state.year_output[:, good, 0].sum())

    before, after = run(WORLD, 30).state, run(WORLD, 30, {0: open_site(NEW_MINE, 3000.0)}).state
    assert share(after, ORE) < share(before, ORE) - 0.02
    assert share(after, LIGHT) > share(before, LIGHT) - 0.02


def test_offtake_brings_its_holder_goods_when_the_rival_cuts() -> None:
    def hold(state: State) -> None:
        state.offtake[ARDEN, REFINIA_PLANT] = 0.8

    cut = embargo(ARDEN, BOREAS, goods=OXIDES)
    without, held = run(TIGHT, 14, {2: cut}), run(TIGHT, 14, {0: hold, 2: cut})
    assert held.total("flow_origin", FROM_REFINIA, ARDEN) > 1.1 * without.total("flow_origin", FROM_REFINIA, ARDEN)
    assert held.total("flow_unmet", ARDEN) < without.total("flow_unmet", ARDEN)
    assert held.total("flow_unmet", BOREAS) > without.total("flow_unmet", BOREAS)


def test_an_agreement_lets_the_partner_buy_first() -> None:
    def sign(state: State) -> None:
        state.agreement[0, ARDEN, REFINIA], state.agreement_left[0, ARDEN, REFINIA] = IN_FORCE, 48.0

    cut = embargo(ARDEN, BOREAS, goods=OXIDES)
    without, signed = run(TIGHT, 12, {2: cut}), run(TIGHT, 12, {0: sign, 2: cut})
    assert signed.total("flow_origin", FROM_REFINIA, ARDEN) > 1.02 * without.total("flow_origin", FROM_REFINIA, ARDEN)


def test_a_tax_parts_the_zones_and_its_end_brings_them_together() -> None:
    def tax(state: State) -> None:
        state.export_tax[INSIDE, OXIDES] = 0.5

    def gap(state: State) -> float:
        return float(state.price[OUTSIDE, LIGHT, 0] / state.price[INSIDE, LIGHT, 0])

    taxed = run(WORLD, 58, {2: tax, 30: lift})
    assert gap(taxed.states[29]) > 1.3 > 1.1 > gap(taxed.states[57])


INDEBTED = quiet_world(sites={"fixed_cost": np.array([*[0.0] * 7, 1.0]), "restart_margin": 0.9})
"""The refinery abroad pays a million a year whatever it makes."""


def flood(state: State) -> None:
    state.flood[INSIDE, OXIDES] = 0.6
    state.site_cash[REFINIA_PLANT] = 0.5


def test_a_flood_lowers_the_price_outside_and_closes_sites() -> None:
    calm, flooded = run(INDEBTED, 40), run(INDEBTED, 40, {2: flood})
    assert flooded.price[20] < 0.8 * calm.price[20]
    assert calm.state.site_status[REFINIA_PLANT, 0] == OPERATING
    assert flooded.state.site_status[REFINIA_PLANT, 0] in (CARE, BANKRUPT)
    assert not flooded.state.site_output[REFINIA_PLANT].any()


def test_a_site_opens_again_when_prices_are_back_and_is_lost_when_they_stay_away() -> None:
    back, gone = run(INDEBTED, 40, {2: flood, 10: both(lift, quota(0.5))}), run(INDEBTED, 40, {2: flood})
    assert {"site_care", "site_restarted"} <= back.kinds()
    assert back.state.site_status[REFINIA_PLANT, 0] == OPERATING
    assert back.state.site_output[REFINIA_PLANT, LIGHT, 0] > 0.0
    assert "site_bankrupt" in gone.kinds()
    assert gone.state.site_status[REFINIA_PLANT, 0] == BANKRUPT


def test_a_patient_financier_carries_a_site_through_the_trough() -> None:
    def support(state: State) -> None:
        state.site_support[REFINIA_PLANT], state.carry[ARDEN, REFINIA_PLANT] = 60.0, 0.5

    def poor(state: State) -> None:
        state.budget[ARDEN] = 0.0

    alone = run(INDEBTED, 48, {2: flood, 40: lift})
    carried = run(INDEBTED, 48, {2: both(flood, support), 40: lift})
    assert alone.state.site_status[REFINIA_PLANT, 0] != OPERATING
    assert carried.state.site_status[REFINIA_PLANT, 0] == OPERATING
    assert "site_carried" in carried.kinds()
    assert carried.state.spent[ARDEN, 0] > alone.state.spent[ARDEN, 0] + 1.0
    broke = run(INDEBTED, 40, {2: both(flood, support), **dict.fromkeys(range(3, 40), poor)})
    assert "carry_ended" in broke.kinds()
    assert broke.state.site_status[REFINIA_PLANT, 0] in (CARE, BANKRUPT)
    assert broke.state.carry[ARDEN, REFINIA_PLANT, 0] == 0.0


def test_a_price_floor_keeps_a_site_alive_and_costs_who_grants_it() -> None:
    def floor(state: State) -> None:
        state.offtake[ARDEN, REFINIA_PLANT], state.price_floor[ARDEN] = 0.3, 14.0
        project_finance.set_floors(WORLD, state)

    flooded, floored = run(INDEBTED, 40, {2: flood}), run(INDEBTED, 40, {2: both(flood, floor)})
    assert floored.state.site_status[REFINIA_PLANT, 0] == OPERATING
    support = floored.state.held("support", "S")[REFINIA_PLANT, 0]
    assert support > 0.0
    paid = flooded.state.spent[ARDEN, 0] - floored.state.spent[ARDEN, 0]
    assert -paid == pytest.approx(support, rel=0.05)


def test_a_price_floor_that_cannot_be_paid_makes_no_money() -> None:
    def floor(state: State) -> None:
        state.offtake[ARDEN, REFINIA_PLANT], state.price_floor[ARDEN] = 0.3, 14.0
        state.budget[ARDEN] = 1.0
        project_finance.set_floors(WORLD, state)

    floored = run(INDEBTED, 40, {2: both(flood, floor)})
    assert "floor_lapsed" in floored.kinds()
    assert floored.state.price_floor[ARDEN, 0] == 0.0
    assert floored.state.site_floor[REFINIA_PLANT, 0] == 0.0
    assert floored.state.site_status[REFINIA_PLANT, 0] != OPERATING


def test_a_capacity_that_opens_by_date_works_without_a_project() -> None:
    def opens(held: object) -> None:
        held[NEW_MINE, 3] = 40.0  # type: ignore[index]

    opened = run(quiet_world(rules={"opened": opens}), 10)
    assert opened.state.site_status[NEW_MINE, 0] == OPERATING
    assert opened.state.site_output[NEW_MINE, ORE, 0] > 0.0
    assert [e.month for e in opened.events.list if e.kind == "site_started"] == [4]


def test_heavy_and_light_are_short_apart() -> None:
    hit = run(TIGHT, 12, {2: embargo(ARDEN, goods=[HEAVY])})
    assert hit.total("flow_unmet", ARDEN, HEAVY) > 0.0
    assert hit.total("flow_unmet", ARDEN, LIGHT) < 1e-3 * hit.total("flow_need", ARDEN, LIGHT)


def test_magnets_are_short_where_their_feed_is() -> None:
    calm, hit = run(TIGHT, 14), run(TIGHT, 14, {2: embargo(ARDEN, goods=OXIDES)})
    made = [one.total("site_output", ARDEN_MAGNETS, ALLOY) for one in (calm, hit)]
    assert made[1] < 0.9 * made[0]

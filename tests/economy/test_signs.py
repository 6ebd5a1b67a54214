"""Signs: what a cause must do to its effect, from two runs with one difference (table in game/economy/README.md)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from game.economy.rest import rest
from game.economy.watch import play_watched
from tests.economy.example import EXAMPLE, rested
from tests.economy.paired import (
    ABROAD,
    CONTROLLER,
    START,
    YEARS_5,
    Run,
    good,
    quota,
    setting,
    site,
)

pytestmark = pytest.mark.slow


def test_without_cause_nothing_moves_for_fifteen_years() -> None:
    run = Run(180)
    for zone in (ABROAD, CONTROLLER):
        prices = run.states["price"][:, zone, : len(EXAMPLE.goods)]
        np.testing.assert_allclose(prices, np.broadcast_to(prices[0], prices.shape), rtol=2e-3)
    assert run.unmet() < 1e-3


def test_a_product_pays_for_its_feed(calm: Run) -> None:
    prices, w = calm.states["price"][:24, ABROAD].mean(0), calm.world
    for i in range(w["sites"]):
        if calm.states["run"][:24, i].mean() > 0.5:
            assert prices @ w["makes"][i] >= 0.9 * (prices @ w["takes"][i] + w["cash_part"] * w["run_cost"][i]), i


def test_what_comes_along_carries_nothing_when_it_fetches_nothing() -> None:
    def less_bulk(w: Any) -> None:
        w["use"][:, [EXAMPLE.sectors.index(name) for name in ("refining", "polishing")]] *= 0.4

    fewer, calm = Run(96, change=less_bulk), Run(96)
    assert fewer.price("light")[-1] > 1.01 * calm.price("light")[-1]
    assert fewer.price("bulk")[-1] < calm.price("bulk")[-1]
    wasted = {run: float(run.states["waste"][-1, good("bulk")]) for run in (fewer, calm)}
    assert wasted[fewer] > 1.2 * wasted[calm]


def test_no_yard_grows_without_end(calm: Run) -> None:
    made = calm.world["makes"] * (calm.states["capacity"][-1] * calm.states["run"][-1])[:, None]
    assert (calm.states["yard"][-1] <= 18.0 * made + 1.0).all()


def test_more_supply_abroad_lowers_price_and_dependence(calm: Run) -> None:
    def more(s: Any) -> None:
        for name in ("malaysia_part_monazite", "australia_dig_monazite"):
            s["capacity"][site(name)] += 600.0

    run = Run(START + YEARS_5, begin=more)
    assert run.price("light")[-1] < 0.97 * calm.price("light")[-1]
    assert run.share("usa", "light")[-1] < calm.share("usa", "light")[-1] - 0.01


def test_users_of_a_dear_feed_learn_to_do_with_less_and_do_not_forget() -> None:
    def thrifty(w: Any) -> None:
        w["thrift_elasticity"][good("heavy")], w["thrift_most"][good("heavy")] = 0.7, 0.4

    deaf, keen = (Run(120, act=quota(0.6, 36), change=change) for change in (None, thrifty))
    assert keen.peak("heavy") < 0.95 * deaf.peak("heavy")
    assert keen.price("heavy")[-1] < deaf.price("heavy")[-1]
    thrift = keen.states["thrift"][:, EXAMPLE.nations.index("japan"), good("heavy")]
    assert 0.1 < thrift[-1] <= 0.4
    assert (np.diff(thrift) >= 0.0).all()
    assert thrift[START + 6] < 0.5 * thrift[-1]


def test_costs_that_rise_within_a_zone_raise_its_prices_and_move_output_abroad(calm: Run) -> None:
    def dearer(w: Any) -> None:
        w["cost_index"][CONTROLLER, 12:] = 1.5

    run = Run(START + YEARS_5, change=dearer)
    np.testing.assert_array_equal(run.price("light")[:12], calm.price("light")[:12])
    for name in ("light", "magnet"):
        within, abroad = (run.price(name, zone)[-1] / calm.price(name, zone)[-1] for zone in (CONTROLLER, ABROAD))
        assert within > abroad > 1.0, name
    here, there = (each.months["plan"][-1, site("malaysia_part_monazite")] for each in (run, calm))
    assert here > there


def test_capacity_opens_and_closes_by_date(calm: Run) -> None:
    def dated(w: Any) -> None:
        for name in ("malaysia_part_monazite", "australia_dig_monazite"):
            w["opened"][site(name), START], w["opened"][site(name), 30] = 600.0, -1e6

    run = Run(START + YEARS_5, change=dated)
    capacity = run.states["capacity"][:, site("australia_dig_monazite")]
    assert capacity[START] == capacity[START - 1] + 600.0
    assert capacity[30:].max() == 0.0
    assert run.price("light")[29] < 0.98 * calm.price("light")[29]
    assert run.price("light")[-1] > 1.02 * calm.price("light")[-1]


def test_makers_who_leave_out_what_is_refused_lower_its_peak_and_help_themselves() -> None:
    def choosy(w: Any) -> None:
        w["thrift_choke"][good("heavy")] = 2.5

    deaf, keen = (Run(96, act=quota(0.4, 12), change=change) for change in (None, choosy))
    assert keen.peak("heavy") < 0.8 * deaf.peak("heavy")
    assert sum(keen.loss().values()) < sum(deaf.loss().values())
    skimp = keen.states["skimp"][:, ABROAD, good("heavy")]
    assert skimp.max() > 0.1
    assert skimp[-1] < 0.5 * skimp.max()


def test_who_can_wait_lives_off_stock_while_a_good_is_dear() -> None:
    hasty, calm = (Run(96, act=quota(0.6, 24), change=setting("patience", value)) for value in (0.0, 0.7))
    assert calm.peak("heavy") < 0.9 * hasty.peak("heavy")
    japan = EXAMPLE.nations.index("japan")
    for later, run in ((False, hasty), (True, calm)):
        wanted = run.months["wanted"][:, japan, good("heavy")]
        assert (wanted[START + 12] < wanted[0]) == later


def test_owners_who_see_demand_grow_build_before_prices_call_for_it() -> None:
    def growing(foresight: float) -> Run:
        def change(w: Any) -> None:
            w["activity"][:] = np.exp(0.005 * np.arange(w["activity"].shape[-1]))
            w["invests"][:], w["hurdle"], w["foresight"], w["lead_months"][:] = 0.01, 1.2, foresight, 18.0

        return Run(144, change=change)

    late, early = growing(0.0), growing(1.0)
    for name in ("light", "magnet"):
        assert early.price(name)[-1] < 0.95 * late.price(name)[-1], name
    assert early.unmet() <= late.unmet()


def test_users_who_can_do_without_lower_the_peak() -> None:
    def answer(w: Any) -> None:
        w["elasticity"] *= 2.0

    def fewer_works(s: Any) -> None:
        for name in EXAMPLE.sites:
            if name.endswith(("magnet", "magnet_2", "magnet_3")):
                s["capacity"][site(name)] *= 0.6

    assert Run(60, begin=fewer_works, change=answer).peak("magnet") < 0.9 * Run(60, begin=fewer_works).peak("magnet")


def test_no_duty_and_lower_costs_lower_prices_abroad(calm: Run) -> None:
    def no_duty(s: Any) -> None:
        s["duty"][:] = 0.0

    def cheaper(w: Any) -> None:
        w["run_cost"] *= 0.8

    assert Run(START + YEARS_5, begin=no_duty).price("light")[-1] < calm.price("light")[-1]
    assert Run(START + YEARS_5, change=cheaper).price("light")[-1] < calm.price("light")[-1]


def test_one_buyer_fewer_lowers_prices(calm: Run) -> None:
    def leave(w: Any) -> None:
        w["use"][EXAMPLE.nations.index("japan")] = 0.0

    assert Run(START + YEARS_5, change=leave).price("magnet")[START + 24] < calm.price("magnet")[START + 24]


def test_without_demand_prices_fall_to_what_ends_supply() -> None:
    def nobody(w: Any) -> None:
        w["use"][:] = 0.0

    run = Run(120, change=nobody)
    assert run.price("magnet")[-1] < 0.5 * run.price("magnet")[0]
    assert run.states["run"][-1, site("china_magnet")] < 0.1


def test_capacity_is_built_where_it_pays_and_comes_late() -> None:
    def builders(w: Any) -> None:
        w["invests"][site("malaysia_part_monazite")] = w["invests"][site("australia_dig_monazite")] = 0.03
        w["hurdle"] = 1.05

    run, still = Run(120, act=quota(0.5), change=builders), Run(120, act=quota(0.5))
    capacity = run.states["capacity"][:, site("australia_dig_monazite")]
    assert capacity[START + 12] < 1.1 * capacity[0]
    assert capacity[-1] > 1.2 * capacity[0]
    assert run.price("light")[-1] < still.price("light")[-1]


def test_twice_the_world_has_the_same_prices() -> None:
    w = EXAMPLE.world()
    w["use"] *= 2.0
    states = EXAMPLE.guess(w)
    for name in ("capacity", "yard", "stock", "usual_use", "regular", "in_use"):
        states[name] = 2.0 * EXAMPLE.guess(EXAMPLE.world())[name]
    double = rest(w, states, fast=True)
    _, once = rested(fast=True)
    goods = len(EXAMPLE.goods) - 1
    np.testing.assert_allclose(double["price"][0, :2, :goods], once["price"][0, :2, :goods], rtol=0.01)


def shaken(seed: int) -> Iterator[Any]:
    w, rest = rested(fast=True)
    wild, states = w.copy(), rest.copy()
    wild["noise_size"], wild["incident_chance"] = 0.01, 0.003
    states["seed"] = seed
    for _ in range(180):
        yield states["price"][0, :2, : len(EXAMPLE.goods)].copy()
        play_watched(wild, states, 1, fast=True)


def test_no_price_leaps_without_a_control() -> None:
    steps = []
    for seed in range(20):
        prices = np.array(list(shaken(seed)))
        steps.append((prices[1:] / prices[:-1]).max())
    assert max(steps) < 1.5

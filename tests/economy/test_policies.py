"""What states may do: each policy by its sign, from two runs of the example with one difference."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from game.economy.phases.stockpile import IN_A_LACK, NEVER, WHEN_DEAR
from tests.economy.example import EXAMPLE
from tests.economy.paired import CONTROLLER, OXIDES, START, Run, embargo, fill_stockpile, good, quota, site

pytestmark = pytest.mark.slow
JAPAN, USA = (EXAMPLE.nations.index(name) for name in ("japan", "usa"))


@pytest.fixture(scope="module")
def calm() -> Run:
    return Run(72)


def setting(field: str, at: Any, value: float) -> Callable[[Any], None]:
    """A field of the match set before the first month."""

    def begin(s: Any) -> None:
        s[field][at] = value

    return begin


def test_offtake_is_served_first_in_a_lack() -> None:
    owned = setting("offtake", (site("malaysia_part_monazite"), JAPAN), 0.6)
    held, bare = (Run(48, act=quota(0.5), begin=begin).loss() for begin in (owned, None))
    assert held["japan"] < 0.97 * bare["japan"]
    assert sum(held.values()) - held["japan"] > 1.02 * (sum(bare.values()) - bare["japan"])


def test_a_cost_that_a_site_must_bear_lowers_what_it_runs(calm: Run) -> None:
    plant = site("malaysia_part_monazite")
    dear = Run(72, begin=setting("burden", plant, 0.5))
    assert dear.states["run"][-1, plant] < 0.9 * calm.states["run"][-1, plant]
    cheap = Run(72, begin=setting("burden", plant, -0.3))
    assert cheap.states["run"][-1, plant] > calm.states["run"][-1, plant]
    assert cheap.states["cash"][-1, plant] > calm.states["cash"][-1, plant]


def test_a_guarantee_carries_a_site_and_is_paid_for() -> None:
    plant = site("malaysia_part_monazite")

    def loses(s: Any) -> None:
        s["burden"][plant] = 2.0

    def carried(s: Any) -> None:
        loses(s)
        s["floor"][plant] = 60.0

    bare, held = Run(48, begin=loses), Run(48, begin=carried)
    assert bare.states["run"][-1, plant] < 0.3
    assert held.states["run"][-1, plant] > 2.0 * bare.states["run"][-1, plant]
    assert held.states["support"][-1, plant] > 0.0 == bare.states["support"][-1, plant]


def test_what_a_sector_has_lost_it_neither_uses_nor_lacks(calm: Run) -> None:
    slump = Run(72, begin=setting("slump", (USA, slice(None)), 0.3))
    used, before = (run.months["want"][START, USA, good("magnet")] for run in (slump, calm))
    assert used == pytest.approx(0.7 * before, rel=0.02)
    assert slump.price("magnet")[START + 24] < calm.price("magnet")[START + 24]


def test_a_tariff_turns_buyers_away_and_fills_the_purse(calm: Run) -> None:
    run = Run(72, begin=setting("tariff", (USA, CONTROLLER), 0.25))
    assert run.share("usa", "magnet")[24] < calm.share("usa", "magnet")[24] - 0.02
    assert run.states["customs"][-1, USA] > 0.0
    assert not run.states["customs"][-1, JAPAN]


def test_more_is_collected_where_a_state_sees_to_it(calm: Run) -> None:
    run = Run(72, begin=setting("collecting", JAPAN, 0.3))
    recycled = [each.states["made"][-1, good("scrap")] for each in (run, calm)]
    assert recycled[0] > 1.1 * recycled[1]


def test_a_stockpile_fills_at_its_pace(calm: Run) -> None:
    def aim(pace: float) -> Callable[[Any], None]:
        def begin(s: Any) -> None:
            s["reserve_target"][JAPAN, good("light")], s["reserve_pace"][JAPAN] = 2.0, pace

        return begin

    slow, quick = (Run(12, begin=aim(pace)).states["reserve"][:, JAPAN, good("light")] for pace in (0.05, 0.3))
    assert 0.0 < slow[6] < 0.5 * quick[6]
    assert quick[-1] <= 2.001 * calm.states["usual_use"][:12, JAPAN, good("light")].max()


def filled(rule: int = IN_A_LACK, pledged: float = 0.0, owner: int = JAPAN) -> Callable[[Any], None]:
    def begin(s: Any) -> None:
        s["release"][owner], s["pledge"][owner, JAPAN] = rule, pledged
        fill_stockpile(s, owner, *OXIDES, "magnet")

    return begin


def test_a_stockpile_that_is_never_opened_saves_nobody() -> None:
    shut, bare = (Run(36, act=embargo("japan", 8), begin=begin).loss()["japan"] for begin in (filled(NEVER), None))
    assert shut == pytest.approx(bare, rel=0.05)


def test_a_stockpile_that_opens_when_dear_lowers_the_price() -> None:
    sold, kept = (Run(48, act=quota(0.4), begin=filled(rule)) for rule in (WHEN_DEAR, NEVER))
    assert sold.price("heavy")[:24].mean() < 0.99 * kept.price("heavy")[:24].mean()
    assert sold.states["treasury"][-1, JAPAN] > 0.0


def test_a_partner_who_pledged_gives_in_a_lack() -> None:
    alone, helped = (
        Run(36, act=embargo("japan", 8), begin=filled(NEVER, pledged, owner=USA)) for pledged in (0.0, 0.25)
    )
    assert helped.loss()["japan"] < 0.8 * alone.loss()["japan"]
    assert helped.states["reserve"][-1, USA].sum() < alone.states["reserve"][-1, USA].sum()


def test_a_flood_lowers_prices_everywhere_and_starves_works_abroad(calm: Run) -> None:
    run = Run(72, begin=setting("flood", (CONTROLLER, slice(None)), 0.15))
    for zone in (0, CONTROLLER):
        assert run.price("light", zone)[-1] < 0.97 * calm.price("light", zone)[-1], zone
    plant = site("australia_dig_monazite")
    assert run.states["cash"][-1, plant] < calm.states["cash"][-1, plant]


def test_no_policy_makes_money_or_goods() -> None:
    def all_at_once(s: Any) -> None:
        filled(IN_A_LACK, 0.2, owner=USA)(s)
        s["offtake"][:, JAPAN], s["floor"][:], s["tariff"][USA, CONTROLLER] = 0.2, 30.0, 0.2
        s["reserve_target"][JAPAN, : len(EXAMPLE.goods)], s["flood"][CONTROLLER, good("light")] = 1.0, 0.1

    run = Run(24, act=embargo("japan", 6), begin=all_at_once)
    holders = ("cash", "traders", "treasury", "duties", "rents", "customs")
    held = sum(run.states[name].reshape(len(run.states), -1).sum(1) for name in holders)
    given = held - run.states["support"].sum(1)
    flow = (run.states["money_in"] - run.states["money_out"])[:, 0]
    np.testing.assert_allclose(np.diff(given), np.diff(flow), atol=1e-9 * run.states["money_in"][-1, 0])
    lying = sum(run.states[name].sum(1) for name in ("stock", "yard", "reserve"))
    there = run.states["made"] - run.states["taken"] - run.states["used"]
    np.testing.assert_allclose(np.diff(lying, axis=0), np.diff(there, axis=0), atol=1e-9 * there.max())

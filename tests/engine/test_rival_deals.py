"""What the rival does abroad: offtake that it secures, technology that it withholds, agreements that it offers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine import invariants, metrics, step
from game.engine.events import Events
from game.engine.fields import FIELDS
from game.engine.start import begin
from game.engine.state import DONE, IN_FORCE, PROPOSED
from game.engine.world import INSIDE, PHASES, World
from tests.orders.table import (
    ARDEN,
    BOREAS,
    MINELAND,
    MORE_PLANT,
    NEW_MINE,
    NEW_SITE,
    PLANT_SITE,
    POOL,
    REFINIA,
    RIVAL,
    SQUEEZE,
    SUPPLY,
    Table,
    calm,
)
from tests.small_sections import ALLOY, LIGHT, OXIDES, K
from tests.small_world import seeds

SITES = 8
MINE, SEPARATION = 0, 1
TENSE = {"tension": np.full(6, 0.5), "tension_rest": np.full(6, 0.5)}
SURE = {"failure": np.zeros(3), "overrun_mode": np.ones(3), "overrun_high": np.ones(3), "private_month": np.full(3, -1)}
FUND = {"kind": "fund_project", "project": "new_mine", "instrument": "equity", "public_share": 0.75}


def acting(months: int = 60, chance: float = 1.0, **tables: Any) -> World:
    """A world whose rival's first rule fires in the first month and does nothing but what `tables` say."""
    quiet = {"quota": np.ones((2, 2)), "tax": np.zeros((2, 5)), "embargo": np.zeros((2, 6, 5))}
    rules = {
        "chance": np.array([chance, 0.0]),
        "duration": np.array([months, 2]),
        "cooldown": np.array([99, 99]),
        "reputation_cost": np.zeros(2),
        **quiet,
        **tables,
    }
    return calm(diplomacy=TENSE, projects=SURE, rival_rules=rules)


def grabbing(share: float, site: int = PLANT_SITE, least: float = 0.0, chance: float = 1.0) -> World:
    grab, trust = np.zeros((2, 2, SITES))
    grab[SQUEEZE, site], trust[SQUEEZE, site] = share, least
    return acting(chance=chance, grab=grab, grab_trust=trust)


def banning(slower: float, *projects: int, months: int = 60, withheld: tuple[int, ...] = ()) -> World:
    technology, places = np.zeros((2, 6, K)), {NEW_MINE: (MINELAND, MINE), MORE_PLANT: (REFINIA, SEPARATION)}
    for project in projects:
        technology[SQUEEZE, *places[project]] = slower
    technology[SQUEEZE, list(withheld)] = 1.0
    return acting(months, technology=technology)


def offering(kind: int, *nations: int) -> World:
    offer = np.zeros((2, 6, 2), dtype=bool)
    offer[SQUEEZE, list(nations), kind] = True
    world = acting(offer=offer)
    return replace(world, agreements=replace(world.agreements, allowed=with_rival(world)))


def with_rival(world: World) -> Any:
    allowed = world.agreements.allowed.copy()
    allowed[:, RIVAL] = allowed[:, :, RIVAL] = True
    allowed[:, RIVAL, RIVAL] = False
    return allowed


def test_what_the_rival_secures_is_no_longer_for_sale() -> None:
    table, free = Table(grabbing(0.5)), Table(grabbing(0.0))
    for sitting in (table, free):
        sitting.months(12)
    (event,) = table.told("offtake_grabbed")
    assert (event.month, event.actor, event.target, event.item) == (0, RIVAL, REFINIA, PLANT_SITE)
    assert (event.amount, event.cause) == (0.5, "rule:squeeze")
    assert metrics.value(table.world, table.state, "rival_offtake", "refinia_plant") == 0.5
    got = table.state.flow_imports[RIVAL] - free.state.flow_imports[RIVAL]
    assert (got[OXIDES] >= 0.3 * table.state.site_output[PLANT_SITE, OXIDES]).all()
    assert table.state.year_rival[ARDEN, LIGHT] > free.state.year_rival[ARDEN, LIGHT]


def test_a_seat_finds_less_or_nothing_left() -> None:
    part, all_ = Table(grabbing(0.8, NEW_SITE)), Table(grabbing(1.0, NEW_SITE))
    for sitting in (part, all_):
        sitting.months(1)
    part.give(ARDEN, **FUND)
    part.months(50)
    assert part.state.project_phase[NEW_MINE, 0] == DONE
    assert part.state.offtake[ARDEN, NEW_SITE, 0] == pytest.approx(0.2)
    assert all_.refusal(ARDEN, **FUND) == "taken"


def test_the_rival_takes_only_what_is_free() -> None:
    table = Table(grabbing(0.8))
    table.state.offtake[ARDEN, PLANT_SITE] = 0.7
    table.months(1)
    assert table.state.offtake[:, PLANT_SITE, 0] == pytest.approx([0.7, 0.0, 0.3])
    full = Table(grabbing(0.8))
    full.state.offtake[ARDEN, PLANT_SITE] = 1.0
    full.months(1)
    assert not full.told("offtake_grabbed")


def test_a_host_that_does_not_trust_the_rival_sells_it_nothing() -> None:
    table = Table(grabbing(0.5, least=0.4))
    table.months(1)
    assert not table.state.offtake.any()
    (event,) = table.told("offtake_refused")
    assert (event.actor, event.target, event.item, event.cause) == (RIVAL, REFINIA, PLANT_SITE, "rule:squeeze")


def test_without_the_rivals_technology_a_plant_takes_longer() -> None:
    def finished(world: World) -> int:
        months = {f"phase_{bound}": np.full((3, len(PHASES)), 6.0) for bound in ("low", "mode", "high")}
        table = Table(replace(world, projects=replace(world.projects, **months)))
        table.give(ARDEN, **FUND | {"project": "more_plant"})
        for month in range(60):
            table.months(1)
            if table.state.project_phase[MORE_PLANT, 0] == DONE:
                return month
        return 60

    plain, banned, elsewhere = finished(banning(1.0)), finished(banning(1.5, MORE_PLANT)), finished(banning(2.0, 0))
    assert plain == 24
    assert banned == pytest.approx(1.5 * plain, abs=1)
    assert elsewhere == plain
    assert plain < finished(banning(1.5, MORE_PLANT, months=6)) < banned


def test_a_partner_from_whom_technology_is_withheld_learns_nothing_from_the_rival() -> None:
    levels = []
    for world in (banning(1.0), banning(1.0, withheld=(ARDEN,)), banning(1.0, withheld=(BOREAS,))):
        table = Table(replace(world, agreements=replace(world.agreements, allowed=with_rival(world))))
        table.state.readiness[RIVAL] = 9.0
        table.state.agreement[POOL, [ARDEN, RIVAL], [RIVAL, ARDEN]] = IN_FORCE
        table.state.agreement_left[POOL, [ARDEN, RIVAL], [RIVAL, ARDEN]] = 40.0
        table.months(12)
        levels.append(float(table.state.readiness[ARDEN, 1, 0]))
    assert levels[0] > 4.0
    assert levels[1] == 3.0
    assert levels[2] == levels[0]


def test_an_offer_of_the_rival_is_answered_like_any_proposal() -> None:
    table = Table(offering(POOL, ARDEN, BOREAS))
    table.months(1)
    assert table.state.agreement[POOL, RIVAL, [ARDEN, BOREAS], 0].tolist() == [PROPOSED] * 2
    told = [(event.actor, event.target, event.item, event.cause) for event in table.told("agreement_proposed")]
    assert told == [(RIVAL, ARDEN, POOL, "rule:squeeze"), (RIVAL, BOREAS, POOL, "rule:squeeze")]
    table.give(ARDEN, kind="answer_agreement", agreement="pool", partner="dominion", accept=True)
    table.give(BOREAS, kind="answer_agreement", agreement="pool", partner="dominion", accept=False)
    assert table.state.agreement[POOL, ARDEN, [RIVAL], 0].tolist() == [IN_FORCE]
    assert table.state.agreement[POOL, RIVAL, BOREAS, 0] == 0


def test_a_nation_that_is_no_seat_answers_by_its_trust() -> None:
    table = Table(offering(SUPPLY, MINELAND, REFINIA))
    table.state.trust[MINELAND, RIVAL] = 0.2
    table.months(1)
    assert table.state.agreement[SUPPLY, RIVAL, [MINELAND, REFINIA], 0].tolist() == [0, IN_FORCE]
    assert [event.cause for event in table.told("agreement_signed")] == ["market"]


def test_what_stands_is_not_offered_again() -> None:
    table = Table(offering(POOL, ARDEN))
    table.state.agreement[POOL, [ARDEN, RIVAL], [RIVAL, ARDEN]] = IN_FORCE
    table.state.agreement_left[POOL, [ARDEN, RIVAL], [RIVAL, ARDEN]] = 40.0
    table.months(1)
    assert not table.told("agreement_proposed")
    assert table.state.agreement[POOL, RIVAL, ARDEN, 0] == IN_FORCE


def test_who_works_with_the_rival_buys_more_from_it() -> None:
    world = calm()
    allowed = with_rival(world)
    habits = []
    for rate in (0.0, 0.02):
        binding = replace(world.agreements, allowed=allowed, attachment=np.array([0.0, rate]))
        table = Table(replace(world, agreements=binding))
        table.state.agreement[POOL, [ARDEN, RIVAL], [RIVAL, ARDEN]] = IN_FORCE
        table.state.agreement_left[POOL, [ARDEN, RIVAL], [RIVAL, ARDEN]] = 48.0
        table.months(24)
        habits.append(float(metrics.value(table.world, table.state, "import_share", "arden")[0]))
        grown = metrics.value(table.world, table.state, "attachment", "arden")[0]
        assert grown == pytest.approx(rate * 24)
        assert metrics.value(table.world, table.state, "attachment", "boreas")[0] == 0.0
        table.state.agreement[POOL] = 0
        assert metrics.value(table.world, table.state, "attachment", "arden")[0] == 0.0
    assert habits[1] > habits[0] + 0.01


def test_what_controls_cost_the_rival_can_be_read() -> None:
    table, shut = Table(), Table()
    for sitting in (table, shut):
        sitting.months(3)
    shut.state.embargo[INSIDE] = 1.0
    shut.world = calm(supply={"rules": {"leakage": 0.0}})
    for sitting in (table, shut):
        sitting.months(1)
    counted = [*OXIDES, ALLOY]
    sold = table.state.flow_exports[RIVAL, counted, 0] * table.state.price[0, counted, 0]
    assert metrics.value(table.world, table.state, "rival_revenue")[0] == pytest.approx(sold.sum() * 12.0 / 1000.0)
    share = metrics.value(table.world, table.state, "rival_market_share")[0]
    assert share == pytest.approx(0.9, abs=0.1)
    assert metrics.value(shut.world, shut.state, "rival_market_share")[0] < 0.05
    assert metrics.value(shut.world, shut.state, "rival_revenue")[0] < 1.0


def test_a_match_in_a_batch_is_the_match_alone() -> None:
    grab, trust = np.zeros((2, 2, SITES))
    grab[SQUEEZE, [PLANT_SITE, NEW_SITE]] = 0.4
    technology = np.zeros((2, 6, K))
    technology[SQUEEZE, [REFINIA, ARDEN], SEPARATION] = 1.4
    offer = np.zeros((2, 6, 2), dtype=bool)
    offer[SQUEEZE, [ARDEN, MINELAND], SUPPLY] = True
    world = acting(20, 0.1, grab=grab, grab_trust=trust, technology=technology, offer=offer)
    binding = replace(world.agreements, allowed=with_rival(world), attachment=np.array([0.01, 0.0]))
    world = replace(world, agreements=binding)
    batch = begin(world, seeds(64))
    batch.project_phase[MORE_PLANT] = 0
    alone = {place: batch.pick(place) for place in (0, 21, 63)}
    for state in (batch, *alone.values()):
        for _ in range(30):
            before = state.copy()
            step.step(world, state, Events(watched=False))
            invariants.check(before, state)
    assert 0 < np.count_nonzero(batch.offtake[RIVAL, PLANT_SITE]) <= 64
    for place, match in alone.items():
        picked = batch.pick(place)
        assert [name for name in FIELDS if not np.array_equal(getattr(match, name), getattr(picked, name))] == []


def test_the_end_of_a_rule_that_only_grabs_or_offers_is_no_news() -> None:
    grab = np.zeros((2, SITES))
    grab[SQUEEZE, PLANT_SITE] = 0.3
    deal = Table(acting(2, grab=grab, grab_trust=np.zeros((2, SITES))))
    both = Table(acting(2, grab=grab, grab_trust=np.zeros((2, SITES)), tax=np.full((2, 5), 0.1)))
    for table in (deal, both):
        table.months(5)
    assert not deal.told("rule_ended")
    assert deal.state.offtake[RIVAL, PLANT_SITE, 0] == 0.3
    assert [event.month for event in both.told("rule_ended")] == [2]

"""Repute and example: what others make of how a nation, or the rival, keeps its word."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine.state import IN_FORCE
from game.engine.world import World
from tests.engine.test_exports import tariff, trading
from tests.orders.table import ARDEN, BOREAS, ELSEWHERE, MINELAND, POOL, REFINIA, RIVAL, SUPPLY, Table, calm

PROPOSAL = {"kind": "propose_agreement", "agreement": "pool", "partner": "boreas"}
ACCEPTED = {"kind": "answer_agreement", "agreement": "pool", "partner": "arden", "accept": True}


def kinds(world: World, **changes: Any) -> World:
    return replace(world, agreements=replace(world.agreements, **changes))


def bind(table: Table, left: float) -> None:
    parties = [ARDEN, BOREAS], [BOREAS, ARDEN]
    table.state.agreement[POOL][parties] = IN_FORCE
    table.state.agreement_left[POOL][parties] = left


@pytest.mark.parametrize(("repute", "refused"), [(0.5, False), (0.3, True), (0.9, False)])
def test_ill_repute_counts_against_trust(repute: float, refused: bool) -> None:
    table = Table(calm(diplomacy={"reputation_weight": 0.5}))
    table.state.reputation[ARDEN] = repute
    assert (table.refusal(ARDEN, **PROPOSAL) == "no_trust") is refused  # trust 0.5, needed 0.45


def test_good_repute_makes_up_for_trust() -> None:
    table = Table(calm(diplomacy={"reputation_weight": 0.5}))
    table.state.trust[BOREAS, ARDEN] = 0.4
    assert table.refusal(ARDEN, **PROPOSAL)
    table.state.reputation[ARDEN] = 0.7
    assert not table.refusal(ARDEN, **PROPOSAL)


def test_without_a_weight_repute_counts_for_nothing() -> None:
    table = Table()
    table.state.reputation[ARDEN] = 0.0
    assert not table.refusal(ARDEN, **PROPOSAL)


def test_third_nations_trust_those_who_sign() -> None:
    table = Table(calm(diplomacy={"precedent": 0.01}))
    before = table.state.trust.copy()
    table.give(ARDEN, **PROPOSAL)
    assert (table.state.trust == before).all()
    table.give(BOREAS, **ACCEPTED)
    gained = (table.state.trust - before)[..., 0]
    for third in (MINELAND, REFINIA, ELSEWHERE):
        assert gained[third, [ARDEN, BOREAS]] == pytest.approx(0.01)
    assert not gained[[ARDEN, BOREAS, RIVAL]].any()
    assert not gained[:, [RIVAL, MINELAND, REFINIA, ELSEWHERE]].any()


def test_an_agreement_kept_to_its_end_is_an_example_and_a_breach_is_none() -> None:
    kept, broken = (Table(calm(diplomacy={"precedent": 0.01, "trust_gain": 0.0})) for _ in range(2))
    for table in (kept, broken):
        bind(table, left=1.0)
    before = kept.state.trust[MINELAND, ARDEN, 0]
    broken.give(ARDEN, kind="leave_agreement", agreement="pool", partner="boreas")
    for table in (kept, broken):
        table.months(3)
    assert not kept.state.agreement.any()
    assert kept.state.trust[MINELAND, ARDEN, 0] == pytest.approx(before + 0.01)
    assert broken.state.trust[MINELAND, ARDEN, 0] == before


def test_a_proposal_that_lapses_is_no_example() -> None:
    table = Table(calm(diplomacy={"precedent": 0.01}))
    before = table.state.trust[MINELAND, ARDEN, 0]
    table.give(ARDEN, **PROPOSAL)
    table.months(14)
    assert not table.state.agreement.any()
    assert table.state.trust[MINELAND, ARDEN, 0] == before


def test_an_agreement_that_aligns_earns_trust_faster() -> None:
    plain, aligning = Table(), Table(kinds(calm(), trust=np.array([0.0, 0.004])))
    for table in (plain, aligning):
        bind(table, left=40.0)
        table.months(10)
    gained = aligning.state.trust[ARDEN, BOREAS, 0] - plain.state.trust[ARDEN, BOREAS, 0]
    assert gained == pytest.approx(10 * 0.004)
    assert aligning.state.trust[BOREAS, ARDEN, 0] == aligning.state.trust[ARDEN, BOREAS, 0]


def test_a_kind_whose_time_has_not_come_cannot_be_proposed() -> None:
    table = Table(kinds(calm(), since=np.array([0, 12])))
    assert table.refusal(ARDEN, **PROPOSAL) == "not_yet"
    assert not table.refusal(ARDEN, **PROPOSAL | {"agreement": "supply", "partner": "mineland"})
    table.months(12)
    assert not table.refusal(ARDEN, **PROPOSAL)


def test_a_host_that_hears_ill_of_the_proposer_declines() -> None:
    table = Table(calm(diplomacy={"reputation_weight": 1.0}), matches=2)
    table.give(ARDEN, kind="propose_agreement", agreement="supply", partner="mineland")
    table.state.reputation[ARDEN, 1] = 0.2
    table.months(1)
    assert table.state.agreement[SUPPLY, ARDEN, MINELAND].tolist() == [IN_FORCE, 0]


def test_a_settlement_needs_a_tariff() -> None:
    world = replace(trading(tariff(0, 0.25, months=6)), diplomacy=calm().diplomacy)
    table = Table(kinds(world, tariff_relief=np.array([0.0, 0.4])))
    assert table.refusal(ARDEN, **PROPOSAL) == "no_tariff"
    table.months(1)
    assert not table.refusal(ARDEN, **PROPOSAL)
    assert not table.refusal(BOREAS, **PROPOSAL | {"partner": "arden"})
    table.months(6)
    assert table.refusal(ARDEN, **PROPOSAL)

"""Diplomacy: tension relaxes and is provoked, agreements live and expire, trust grows."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from game.engine.state import IN_FORCE, PROPOSED
from game.engine.world import POSTURES
from tests.orders.table import ARDEN, BOREAS, MINELAND, POOL, SUPPLY, Table, calm

SIGNED = {"kind": "propose_agreement", "agreement": "supply", "partner": "mineland"}


def test_tension_returns_to_rest() -> None:
    table = Table(calm(diplomacy={"tension": np.full(6, 0.9)}))
    seen = []
    for _ in range(50):
        table.months(1)
        seen.append(float(table.state.tension[ARDEN, 0]))
    assert all(later < earlier for earlier, later in pairwise(seen))
    assert seen[17] == pytest.approx(0.25 + 0.65 * np.exp(-1), abs=0.02)


def test_a_tariff_is_resented_for_as_long_as_it_stands() -> None:
    levied, open_ = Table(), Table()
    levied.state.import_tariff[ARDEN] = 0.5
    for table in (levied, open_):
        table.months(3)
    gained = levied.state.tension[ARDEN, 0] - open_.state.tension[ARDEN, 0]
    fading = 1.0 - 1.0 / levied.world.diplomacy.tension_months
    assert gained == pytest.approx(0.5 * levied.world.diplomacy.tariff_tension * (1.0 + fading + fading**2))
    assert levied.state.tension[BOREAS, 0] == open_.state.tension[BOREAS, 0]


@pytest.mark.parametrize(("posture", "sign"), [("engage", -1), ("neutral", 0), ("protest", 1), ("retaliate", 1)])
def test_posture_moves_tension(posture: str, sign: int) -> None:
    table, other = Table(), Table()
    table.give(ARDEN, kind="set_posture", posture=posture)
    other.give(ARDEN, kind="set_posture", posture="neutral")
    table.months(3)
    other.months(3)
    change = float(table.state.tension[ARDEN, 0] - other.state.tension[ARDEN, 0])
    assert np.sign(round(change, 12)) == sign
    assert table.state.posture[ARDEN, 0] == POSTURES.index(posture)


def test_an_agreement_lives_its_months_and_earns_trust() -> None:
    table = Table()
    trust = table.state.trust[MINELAND, ARDEN].copy()
    table.give(ARDEN, **SIGNED)
    for month in range(36):
        table.months(1)
        assert table.state.agreement[SUPPLY, ARDEN, MINELAND, 0] == IN_FORCE, month
    assert table.state.trust[MINELAND, ARDEN] == pytest.approx(trust + 36 * 0.005)
    table.months(1)
    assert not table.state.agreement.any()
    expired = table.told("agreement_expired")
    assert [(event.month, event.actor, event.target, event.item) for event in expired] == [
        (36, ARDEN, MINELAND, SUPPLY)
    ]


def test_a_proposal_that_nobody_answers_expires_after_two_turns() -> None:
    table = Table()
    table.give(ARDEN, kind="propose_agreement", agreement="pool", partner="boreas")
    table.months(12)
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == PROPOSED
    table.months(1)
    assert not table.state.agreement.any()
    assert not table.state.agreement_left.any()
    assert not table.told("agreement_expired")
    assert [(event.actor, event.target) for event in table.told("agreement_lapsed")] == [(ARDEN, BOREAS)]


def test_a_nation_that_lost_trust_declines() -> None:
    table = Table(matches=2)
    table.give(ARDEN, **SIGNED)
    table.state.trust[MINELAND, ARDEN, 1] = 0.1
    table.months(1)
    assert table.state.agreement[SUPPLY, ARDEN, MINELAND].tolist() == [IN_FORCE, 0]
    assert len(table.told("agreement_signed", 0)) == 1
    assert len(table.told("agreement_refused", 1)) == 1


def test_signing_raises_tension_with_the_rival() -> None:
    signed, quiet = Table(), Table()
    signed.give(ARDEN, **SIGNED)
    signed.months(1)
    quiet.months(1)
    assert signed.state.tension[ARDEN, 0] > quiet.state.tension[ARDEN, 0] + 0.015

"""Agreements: offered, met, answered, left."""

from __future__ import annotations

import numpy as np
import pytest

from game import orders
from game.engine.state import IN_FORCE, PROPOSED
from tests.orders.table import ARDEN, BOREAS, MINELAND, POOL, SUPPLY, Table, calm

OFFER = {"kind": "propose_agreement", "agreement": "pool", "partner": "boreas"}
ACCEPT = {"kind": "answer_agreement", "agreement": "pool", "partner": "arden", "accept": True}
LEAVE = {"kind": "leave_agreement", "agreement": "pool", "partner": "boreas"}


def test_offered_and_accepted() -> None:
    table = Table()
    capital = table.state.capital[ARDEN].copy()
    table.give(ARDEN, **OFFER)
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == PROPOSED
    assert table.state.capital[ARDEN] == pytest.approx(capital - 6.0)
    tension = table.state.tension.copy()
    table.give(BOREAS, **ACCEPT)
    assert (table.state.agreement[POOL, [ARDEN, BOREAS], [BOREAS, ARDEN], 0] == IN_FORCE).all()
    assert (table.state.agreement_left[POOL, [ARDEN, BOREAS], [BOREAS, ARDEN], 0] == 48.0).all()
    assert table.state.tension[:2] == pytest.approx(tension[:2] + 0.04)
    (signed,) = table.told("agreement_signed")
    assert (signed.actor, signed.target, signed.item, signed.cause) == (
        ARDEN,
        BOREAS,
        POOL,
        "order:boreas:answer_agreement",
    )


def test_declined() -> None:
    table = Table()
    table.give(ARDEN, **OFFER)
    table.give(BOREAS, **ACCEPT | {"accept": False})
    assert not table.state.agreement.any()
    assert len(table.told("agreement_declined")) == 1


def test_two_offers_meet() -> None:
    table = Table()
    table.give(ARDEN, **OFFER)
    table.give(BOREAS, **OFFER | {"partner": "arden"})
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == IN_FORCE


def test_breach_costs_trust_and_standing() -> None:
    table = Table()
    table.give(ARDEN, **OFFER)
    table.give(BOREAS, **ACCEPT)
    trust, standing = table.state.trust[BOREAS, ARDEN].copy(), table.state.reputation[ARDEN].copy()
    table.give(ARDEN, **LEAVE)
    assert not table.state.agreement.any()
    assert table.state.trust[BOREAS, ARDEN] == pytest.approx(trust - 48 * 0.005)
    assert table.state.reputation[ARDEN] == pytest.approx(np.maximum(standing - 48 * 0.005, 0.0))
    (told,) = table.told("agreement_left")
    assert (told.cause, told.amount) == ("order:arden:leave_agreement", 48.0)


def test_an_offer_is_taken_back_for_nothing() -> None:
    table = Table()
    table.give(ARDEN, **OFFER)
    before = table.state.trust.copy(), table.state.reputation.copy()
    table.give(ARDEN, **LEAVE)
    assert not table.state.agreement.any()
    assert (table.state.trust == before[0]).all()
    assert (table.state.reputation == before[1]).all()
    assert [event.actor for event in table.told("agreement_withdrawn")] == [ARDEN]
    assert not table.told("agreement_left")


def test_refusals() -> None:
    table = Table()
    assert table.refusal(ARDEN, **OFFER | {"partner": "arden"}) == "with_itself"
    assert table.refusal(ARDEN, **OFFER | {"partner": "dominion"}) == "not_allowed"
    assert table.refusal(BOREAS, **ACCEPT) == "nothing_offered"
    assert table.refusal(ARDEN, **ACCEPT) == "with_itself"
    assert table.refusal(ARDEN, **LEAVE) == "nothing_to_leave"
    assert table.refusal(ARDEN, **LEAVE | {"partner": "arden"}) == "with_itself"
    table.state.trust[BOREAS, ARDEN] = 0.4
    assert table.refusal(ARDEN, **OFFER) == "no_trust"
    table.state.trust[BOREAS, ARDEN] = 0.5
    table.state.capital[ARDEN] = 5.9
    assert table.refusal(ARDEN, **OFFER) == "no_capital"
    table.state.capital[ARDEN] = 20.0
    table.give(ARDEN, **OFFER)
    assert table.refusal(ARDEN, **OFFER) == "pending"
    table.give(BOREAS, **ACCEPT)
    assert table.refusal(ARDEN, **OFFER) == "in_force_already"
    assert table.refusal(BOREAS, **ACCEPT) == "in_force_already"


def test_a_nation_that_is_no_seat_answers_in_the_month() -> None:
    table = Table(calm(diplomacy={"tension_months": 1e9}))
    table.give(ARDEN, kind="propose_agreement", agreement="supply", partner="mineland")
    assert table.state.agreement[SUPPLY, ARDEN, MINELAND, 0] == PROPOSED
    table.months(1)
    assert table.state.agreement[SUPPLY, MINELAND, ARDEN, 0] == IN_FORCE


@pytest.mark.parametrize("order", [OFFER, ACCEPT, LEAVE])
def test_unknown_names_are_faults(order: dict[str, object]) -> None:
    table = Table()
    with pytest.raises(KeyError, match="nations: no 'atlantis'"):
        table.refusal(ARDEN, **order | {"partner": "atlantis"})
    with pytest.raises(KeyError, match="agreements: no 'peace'"):
        orders.parse(order | {"agreement": "peace"}).identified(table.world)

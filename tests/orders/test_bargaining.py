"""Terms in proposals: stated, bounded, countered, met, and told."""

from __future__ import annotations

import pytest

from game import orders
from game.engine.state import IN_FORCE, PROPOSED
from tests.bargaining import bargaining, propose
from tests.orders.table import ARDEN, BOREAS, POOL, SUPPLY, Table, calm

OFFER = {"kind": "propose_agreement", "agreement": "pool", "partner": "boreas"}


def test_what_is_left_out_is_usual() -> None:
    table = Table(bargaining())
    propose(table, ARDEN, "pool", "boreas", days=40.0)
    state = table.state
    assert [
        float(getattr(state, f"agreement_{name}")[POOL, ARDEN, BOREAS, 0]) for name in ("days", "money", "fee", "life")
    ] == [
        40.0,
        4.0,
        0.0,
        48.0,
    ]


def test_a_fee_is_the_same_from_both_sides() -> None:
    table = Table(bargaining())
    propose(table, ARDEN, "pool", "boreas", fee=7.0)
    fee = table.state.agreement_fee[POOL, :, :, 0]
    assert (fee[ARDEN, BOREAS], fee[BOREAS, ARDEN]) == (7.0, -7.0)


def test_two_offers_on_the_same_terms_meet_and_others_are_counters() -> None:
    table = Table(bargaining())
    propose(table, ARDEN, "pool", "boreas", days=40.0, fee=7.0)
    propose(table, BOREAS, "pool", "arden", days=40.0, fee=-8.0)
    assert table.state.agreement[POOL, [ARDEN, BOREAS], [BOREAS, ARDEN], 0].tolist() == [0, PROPOSED]
    assert table.refusal(ARDEN, **OFFER, days=40.0) == ""
    propose(table, ARDEN, "pool", "boreas", days=40.0, fee=8.0)
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == IN_FORCE
    assert [event.actor for event in table.told("agreement_countered")] == [BOREAS]


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({"days": 5.0}, "out_of_bounds"),
        ({"days": 91.0}, "out_of_bounds"),
        ({"fee": -21.0}, "out_of_bounds"),
        ({"share": 0.5}, "no_such_term"),
        ({"note": "a\nb"}, "bad_note"),
        ({"note": "{bad:red}"}, "bad_note"),
        ({"note": "x" * 161}, "bad_note"),
        ({"days": 10.0, "fee": 20.0, "years": 10.0, "note": "x" * 160}, ""),
    ],
)
def test_bounds_are_kept(terms: dict[str, float | str], reason: str) -> None:
    table = Table(bargaining())
    assert table.refusal(ARDEN, **OFFER, **terms) == reason
    if reason == "out_of_bounds":
        order = orders.parse({**OFFER, **terms})
        code = int(orders.check(table.world, table.state, ARDEN, order)[0])
        parts = orders.reason(table.world, table.state, ARDEN, order, code).parts
        assert {"least", "most", "term"} <= parts.keys(), "it says what would be right"


def test_a_kind_without_terms_is_as_it_always_was() -> None:
    table = Table(calm())
    table.give(ARDEN, **OFFER)
    table.give(BOREAS, **OFFER | {"partner": "arden"})
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == IN_FORCE
    assert table.state.agreement_left[POOL, ARDEN, BOREAS, 0] == 48.0
    assert table.refusal(ARDEN, **OFFER | {"agreement": "supply"}, share=0.5) == "no_such_term"
    assert table.state.agreement_share[SUPPLY, ARDEN, BOREAS, 0] == 0.3


def test_the_terms_are_told() -> None:
    order = orders.parse({**OFFER, "days": 40.0, "fee": -2.0, "note": "until spring"})
    message = order.describe()
    assert message.code == "order.propose_agreement.on_terms_noted"
    assert [piece.code.rpartition(".")[2] for piece in message.parts["terms"]] == ["days", "asked"]  # type: ignore[union-attr]


def test_it_costs_what_is_proposed() -> None:
    table = Table(bargaining())
    plain, dear = (orders.parse({**OFFER, **terms}) for terms in ({}, {"fee": 10.0}))
    costs = [float(order.running(table.world, table.state, ARDEN)[0]) for order in (plain, dear)]
    assert costs == [2.0, 7.0], "half a year of four millions, and of ten more"

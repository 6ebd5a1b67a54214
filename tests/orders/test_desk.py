"""What every kind of order shares: reading, words, charges, refusals."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from game import orders
from game.engine.world import INSTRUMENTS, POSTURES, RELEASE_RULES, STANDARDS
from tests.orders.table import ARDEN, Table

EXAMPLES: dict[str, dict[str, Any]] = {
    "fund_project": {"project": "new_mine", "instrument": "equity", "public_share": 0.25},
    "set_stockpile": {"material": "heavy", "target_days": 60, "pace_days": 5, "release": "shortage"},
    "fund_research": {"line": "recycling", "rate": 10},
    "propose_agreement": {"agreement": "supply", "partner": "boreas"},
    "answer_agreement": {"agreement": "supply", "partner": "boreas", "accept": True},
    "leave_agreement": {"agreement": "supply", "partner": "boreas"},
    "set_posture": {"posture": "protest"},
    "set_standard": {"standard": "high"},
    "set_trade_policy": {"import_tariff": 0.1, "price_floor": 20},
}


def test_every_kind_has_an_example() -> None:
    assert set(orders.KINDS) == set(EXAMPLES)


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_order_survives_the_wire(kind: str) -> None:
    order = orders.parse({"kind": kind} | EXAMPLES[kind])
    assert type(order) is orders.KINDS[kind]
    assert orders.parse(order.model_dump(mode="json")) == order


@pytest.mark.parametrize("kind", EXAMPLES)
def test_words_name_what_the_order_is_about(kind: str) -> None:
    table = Table()
    order = orders.parse({"kind": kind} | EXAMPLES[kind])
    text = order.describe(table.world)
    for key in ("project", "material", "line", "agreement", "partner"):
        if key in EXAMPLES[kind]:
            assert EXAMPLES[kind][key] in text
    target, item = order.subject(table.world)
    assert -1 <= target < 6
    assert -1 <= item < 3


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_refusal_fills_in(kind: str) -> None:
    order = orders.parse({"kind": kind} | EXAMPLES[kind])
    for code in (1, 2, *order.refusals):
        text = orders.reason(order, code)
        assert text
        assert "{" not in text
    assert orders.reason(order, orders.ALLOWED) == ""
    with pytest.raises(KeyError):
        orders.reason(order, 99)


@pytest.mark.parametrize(
    "absurd",
    [
        {"kind": "make_gold"},
        {"kind": "set_posture", "posture": "invade"},
        {"kind": "set_posture", "posture": "engage", "extra": 1},
        {"kind": "set_standard", "standard": "lowest"},
        {"kind": "fund_project", "project": "new_mine", "public_share": 0},
        {"kind": "fund_project", "project": "new_mine", "public_share": 1.5},
        {"kind": "fund_project", "project": "new_mine", "public_share": float("nan")},
        {"kind": "fund_research", "line": "recycling", "rate": -1},
        {"kind": "fund_research", "line": "recycling", "rate": float("inf")},
        {"kind": "set_stockpile", "target_days": -1, "pace_days": 1},
        {"kind": "set_stockpile", "target_days": 1e9, "pace_days": 1},
        {"kind": "set_trade_policy", "import_tariff": 1.1, "price_floor": 0},
        {"kind": "set_trade_policy", "import_tariff": 0, "price_floor": -1},
    ],
)
def test_absurd_orders_are_refused_at_the_border(absurd: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        orders.parse(absurd)


def test_choices_are_those_of_the_engine() -> None:
    for kind, key, names in (
        ("fund_project", "instrument", INSTRUMENTS),
        ("set_stockpile", "release", RELEASE_RULES),
        ("set_posture", "posture", POSTURES),
        ("set_standard", "standard", STANDARDS),
    ):
        for name in names:
            assert getattr(orders.parse({"kind": kind} | EXAMPLES[kind] | {key: name}), key) == name


def test_an_order_is_told_with_its_price_and_subject() -> None:
    table = Table()
    table.give(ARDEN, kind="fund_project", **EXAMPLES["fund_project"])
    (event,) = table.told("order_given")
    assert (event.actor, event.target, event.item, event.amount) == (ARDEN, 3, 0, 50.0)

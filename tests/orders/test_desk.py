"""What every kind of order shares: what is refused at the border, and how it is told."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from game import orders
from game.engine.world import INSTRUMENTS, POSTURES, RELEASE_RULES, STANDARDS
from tests.orders.any_order import every
from tests.orders.table import ARDEN, Table
from tests.small_world import NAMES


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
            assert key in orders.KINDS[kind].model_fields
            assert any(getattr(order, key) == name for order in every(kind, NAMES))


def test_an_order_is_told_with_its_price_and_subject() -> None:
    table = Table()
    table.give(ARDEN, kind="fund_project", project="new_mine", instrument="equity", public_share=0.25)
    (event,) = table.told("order_given")
    assert (event.actor, event.target, event.item, event.amount) == (ARDEN, 3, 0, 50.0)

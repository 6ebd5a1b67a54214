"""Typed orders, turned into fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from game.cli.text.grammar import COMMANDS, Basis, Unclear, number, part, pick
from game.cli.text.grammar import read as read_order
from game.orders import parse
from game.session.views import View

Read = Callable[..., dict[str, Any]]


@pytest.fixture
def read(view: View) -> Read:
    """What a line becomes, after orders drafted before it."""
    held = replace(view, policy=replace(view.policy, release_rule="hold", pace_days=5.0))

    def typed(line: str, *drafts: dict[str, Any]) -> dict[str, Any]:
        word, *rest = line.split()
        return read_order(Basis(held, tuple(parse(draft) for draft in drafts)), COMMANDS[word], rest)

    return typed


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "fund dong",
            {
                "kind": "fund_project",
                "project": "dong_pao",
                "instrument": "loan",
                "public_share": 0.25,
                "together": False,
            },
        ),
        (
            "fund visak equity 40%",
            {
                "kind": "fund_project",
                "project": "visakhapatnam",
                "instrument": "equity",
                "public_share": 0.4,
                "together": False,
            },
        ),
        (
            "fund visak 0.5 gua",
            {
                "kind": "fund_project",
                "project": "visakhapatnam",
                "instrument": "guarantee",
                "public_share": 0.5,
                "together": False,
            },
        ),
        (
            "fund dong grant",
            {
                "kind": "fund_project",
                "project": "dong_pao",
                "instrument": "grant",
                "public_share": 0.25,
                "together": False,
            },
        ),
        ("standard hi", {"kind": "set_standard", "standard": "high"}),
        (
            "stockpile all 60",
            {"kind": "set_stockpile", "good": "all", "target_days": 60.0, "pace_days": 5.0, "release": "hold"},
        ),
        (
            "stockpile dytb 90 10 price",
            {
                "kind": "set_stockpile",
                "good": "dytb",
                "target_days": 90.0,
                "pace_days": 10.0,
                "release": "price",
            },
        ),
        ("research recycling 30", {"kind": "fund_research", "line": "recycling", "rate": 30.0}),
        (
            "propose offtake kaz",
            {
                "kind": "propose_agreement",
                "agreement": "offtake",
                "partner": "kazakhstan",
                "share": 0.35,
                "days": 0.0,
                "money": 0.0,
                "fee": 0.0,
                "years": 5.0,
                "note": "",
            },
        ),
        (
            "propose offtake kaz 50% -2.5 6 as long as the mine runs",
            {
                "kind": "propose_agreement",
                "agreement": "offtake",
                "partner": "kazakhstan",
                "share": 0.5,
                "days": 0.0,
                "money": 0.0,
                "fee": -2.5,
                "years": 6.0,
                "note": "as long as the mine runs",
            },
        ),
        (
            "accept wto USA",
            {"kind": "answer_agreement", "agreement": "wto_dispute", "partner": "usa", "accept": True},
        ),
        (
            "decline wto usa",
            {"kind": "answer_agreement", "agreement": "wto_dispute", "partner": "usa", "accept": False},
        ),
        ("leave offtake vietnam", {"kind": "leave_agreement", "agreement": "offtake", "partner": "vietnam"}),
        ("posture prot", {"kind": "set_posture", "posture": "protest"}),
        ("tariff 10", {"kind": "set_trade_policy", "import_tariff": 0.1, "price_floor": 0.0}),
        ("floor 60", {"kind": "set_trade_policy", "import_tariff": 0.0, "price_floor": 60.0}),
    ],
)
def test_a_line_becomes_an_order(line: str, fields: dict[str, Any], read: Read) -> None:
    assert read(line) == fields
    assert parse(fields).model_dump() == fields


def test_a_policy_of_the_draft_is_kept(read: Read) -> None:
    drafted = {"kind": "set_trade_policy", "import_tariff": 0.2, "price_floor": 0.0}
    piled = {
        "kind": "set_stockpile",
        "good": "ndpr",
        "target_days": 30.0,
        "pace_days": 9.0,
        "release": "price",
    }

    assert read("floor 60", drafted)["import_tariff"] == 0.2
    assert read("stockpile dytb 20", drafted, piled) == {**piled, "good": "dytb", "target_days": 20.0}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("fund", "write: fund PROJECT"),
        ("fund xyzzy", "unknown PROJECT 'xyzzy': there is"),
        ("fund visakapatnam", "did you mean 'visakhapatnam'?"),
        ("fund a", "may be"),
        ("fund visak loam", "did you mean 'loan'?"),
        ("fund visak 175", "at most 100 %"),
        ("stockpile all", "write: stockpile"),
        ("stockpile all many", "must be a number"),
        ("stockpile ndpr -3", "between 0"),
        ("research recycling much", "must be a number"),
        ("propose offtake", "write: propose AGREEMENT PARTNER"),
        ("propose offtake usa", "unknown PARTNER 'usa'"),
        ("standard lowest", "unknown STANDARD 'lowest'"),
        ("posture angry", "unknown POSTURE 'angry'"),
        ("tariff nan", "between 0"),
    ],
)
def test_what_is_unclear_is_answered(line: str, said: str, read: Read) -> None:
    with pytest.raises(Unclear, match=said.replace("?", r"\?")):
        read(line)


def test_a_name_is_as_good_as_an_identifier() -> None:
    known = [("mt_weld_1", "Mount Weld"), ("weld_2", "Second Weld")]

    assert pick("project", "mount_weld", known) == "mt_weld_1"
    assert pick("project", "second", known) == "weld_2"
    with pytest.raises(Unclear, match="mt_weld_1, weld_2: which project"):
        pick("project", "weld", known)


@pytest.mark.parametrize(("text", "share"), [("75", 0.75), ("75%", 0.75), ("0.75", 0.75), ("1", 0.01), ("0", 0.0)])
def test_shares(text: str, share: float) -> None:
    assert part(text, "the share") == pytest.approx(share)


def test_a_decimal_comma_is_understood() -> None:
    assert number("2,5", "the rate") == 2.5

"""Typed orders, turned into fields."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.cli.text.grammar import ORDERS, Desk, Unclear, number, part, pick
from game.orders import parse
from tests.desktop.sample_view import sample_view

_VIEW = replace(sample_view(), policy=replace(sample_view().policy, release_rule="hold", pace_days=5.0))


def _read(line: str, *drafts: dict[str, Any]) -> dict[str, Any]:
    word, *rest = line.split()
    return ORDERS[word](Desk(_VIEW, tuple(parse(draft) for draft in drafts)), rest)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("fund dong", {"kind": "fund_project", "project": "dong_pao_1", "instrument": "loan", "public_share": 0.75}),
        (
            "fund vizag equity 40%",
            {"kind": "fund_project", "project": "vizag", "instrument": "equity", "public_share": 0.4},
        ),
        (
            "fund vizag 0.5 gua",
            {"kind": "fund_project", "project": "vizag", "instrument": "guarantee", "public_share": 0.5},
        ),
        (
            "fund dong grant",
            {"kind": "fund_project", "project": "dong_pao_1", "instrument": "grant", "public_share": 0.75},
        ),
        ("standard hi", {"kind": "set_standard", "standard": "high"}),
        (
            "stockpile all 60",
            {"kind": "set_stockpile", "material": "all", "target_days": 60.0, "pace_days": 5.0, "release": "hold"},
        ),
        (
            "stockpile dytb 90 10 price",
            {"kind": "set_stockpile", "material": "dytb", "target_days": 90.0, "pace_days": 10.0, "release": "price"},
        ),
        ("research recycling 30", {"kind": "fund_research", "line": "magnet_recycling", "rate": 30.0}),
        ("propose partnership kaz", {"kind": "propose_agreement", "agreement": "partnership", "partner": "kazakhstan"}),
        (
            "accept stock USA",
            {"kind": "answer_agreement", "agreement": "stockpile_pact", "partner": "usa", "accept": True},
        ),
        (
            "decline stock usa",
            {"kind": "answer_agreement", "agreement": "stockpile_pact", "partner": "usa", "accept": False},
        ),
        ("leave partnership vietnam", {"kind": "leave_agreement", "agreement": "partnership", "partner": "vietnam"}),
        ("posture prot", {"kind": "set_posture", "posture": "protest"}),
        ("tariff 10", {"kind": "set_trade_policy", "import_tariff": 0.1, "price_floor": 0.0}),
        ("floor 60", {"kind": "set_trade_policy", "import_tariff": 0.0, "price_floor": 60.0}),
    ],
)
def test_a_line_becomes_an_order(line: str, fields: dict[str, Any]) -> None:
    assert _read(line) == fields
    assert parse(fields).model_dump() == fields


def test_a_policy_of_the_draft_is_kept() -> None:
    drafted = {"kind": "set_trade_policy", "import_tariff": 0.2, "price_floor": 0.0}
    piled = {"kind": "set_stockpile", "material": "ndpr", "target_days": 30.0, "pace_days": 9.0, "release": "price"}

    assert _read("floor 60", drafted)["import_tariff"] == 0.2
    assert _read("stockpile dytb 20", drafted, piled) == {**piled, "material": "dytb", "target_days": 20.0}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("fund", "write: fund PROJECT"),
        ("fund xyzzy", "unknown project 'xyzzy': there is"),
        ("fund vizig", "did you mean 'vizag'?"),
        ("fund a", "may be"),
        ("fund vizag loam", "did you mean 'loan'?"),
        ("fund vizag 175", "at most 100 %"),
        ("stockpile all", "write: stockpile"),
        ("stockpile all many", "write: stockpile"),
        ("stockpile ndpr -3", "between 0"),
        ("research magnet_recycling much", "must be a number"),
        ("propose partnership", "write: propose AGREEMENT PARTNER"),
        ("propose partnership usa", "unknown partner 'usa'"),
        ("standard lowest", "unknown standard 'lowest'"),
        ("posture angry", "unknown posture 'angry'"),
        ("tariff nan", "between 0"),
    ],
)
def test_what_is_unclear_is_answered(line: str, said: str) -> None:
    with pytest.raises(Unclear, match=said.replace("?", r"\?")):
        _read(line)


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

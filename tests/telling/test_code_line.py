"""Codes of an order sheet: every order that a form can write is read again, and what is none is told what is right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.package import Package
from game.doctrines import open_match
from game.orders import KINDS
from game.orders.form import Flag, Line, OneOf, Pick, Scale
from game.session.match import Match
from game.session.views import View
from game.telling import told
from game.telling.code_line import Miscoded, parse
from game.telling.codes import CODES, Coded, begins, code_of, meant, named
from tests.played import at_turn


def coded(view: View, order: Mapping[str, Any]) -> str:
    """The line by which an order is entered from its sheet, every part of it written."""
    ways = (one for one in CODES.values() if one.kind == order["kind"])
    way = next(one for one in ways if all(order[name] == value for name, value in one.way.sets.items()))
    return " ".join([way.code, *_parts(view, way, order)])


def _parts(view: View, way: Coded, order: Mapping[str, Any]) -> list[str]:
    parts = []
    for field in (*way.asked, *way.optional):
        value = order[field.name]
        if isinstance(field, Pick | OneOf):
            parts.append(code_of(value, named(view, field, order)))
        elif isinstance(field, Line):
            parts += [value] if value else []
        elif isinstance(field, Scale) and (field.chosen is None or field.chosen(view, order)):
            parts.append(
                "-" if value is None else f"{value * 100.0:.10g}%" if field.unit == "share" else f"{value:.10g}"
            )
    return parts


NAMES = st.lists(st.sampled_from(["a", "ab", "abc", "b", "bc", "1", "2"]), min_size=1, max_size=3).map("_".join)


def test_no_two_ways_share_a_code_and_each_is_the_beginning_of_its_word() -> None:
    assert len(CODES) == sum(len(kind.form.ways) for kind in KINDS.values())
    assert all(one.way.word.upper().startswith(code) for code, one in CODES.items())
    assert begins("F", ["X"])
    assert not begins("f", ["x"])
    assert not begins("F", [])


@given(names=st.sets(NAMES, min_size=1, max_size=6))
def test_the_code_of_a_name_means_it_alone_or_says_that_it_may_mean_more(names: set[str]) -> None:
    among = sorted(names)
    spelled = {"".join(name.split("_")) for name in among}
    for name in among if len(spelled) == len(among) else ():
        assert meant(code_of(name, among), among) == (name,)


@pytest.fixture(scope="module")
def match(package: Package) -> Match:
    return open_match(package, seed=7, people={package.default_seat: "Ann"})


@pytest.fixture(scope="module")
def view(match: Match) -> View:
    return match.view(next(iter(match.people)))


def test_orders_are_read_as_they_stand_on_the_sheet(view: View) -> None:
    project = view.projects[0].id
    code = code_of(project, [one.id for one in view.projects])
    usual = parse(view, f"F {code}")
    assert usual == parse(view, f"  f {code.lower()} loan ")
    assert (usual["project"], usual["instrument"], usual["together"]) == (project, "loan", False)
    assert parse(view, f"C {code} 25")["public_share"] == parse(view, f"C {code} LO 0,25")["public_share"] == 0.25
    assert parse(view, "T 15") == {"kind": "set_trade_policy", "import_tariff": 0.15, "price_floor": 0.0}
    assert parse(view, "S ALL 60 H") | {"pace_days": 0.0} == {
        "kind": "set_stockpile", "good": "all", "target_days": 60.0, "pace_days": 0.0, "release": "hold",
    }  # fmt: skip


def test_a_policy_of_the_same_draft_is_not_set_back(view: View) -> None:
    floor = KINDS["set_trade_policy"].model_validate(parse(view, "FL 20"))

    assert parse(view, "T 15", [floor])["price_floor"] == 20.0


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("", "is the code of no order: there are F fund"),
        ("X 5", "'X' is the code of no order"),
        ("F", "PROJECT is missing: write F PROJECT"),
        ("F zzz", "no PROJECT has the code 'zzz': there are MW1 mt_weld_1"),
        ("F RED", "no PROJECT has the code 'RED'"),
        ("T much", "PERCENT is a number, not 'much'"),
        ("T 101", "from 0 to 100, not '101'"),
        ("R RECYCLING nan", "RATE is a number below"),
        ("T 5 5", "'5' is too much: write T PERCENT"),
        ("L X", "no AGREEMENT has the code"),
        ("F 5 L", "no PROJECT has the code '5'"),
        ("C MW1 L", "'L' may be LO loan, LI liability: which INSTRUMENT?"),
    ],
)
def test_what_stands_for_no_order_is_told_what_would_be_right(view: View, line: str, answer: str) -> None:
    with pytest.raises(Miscoded) as refused:
        parse(view, line)

    assert answer in told(refused.value)


@pytest.mark.slow
def test_a_match_entered_by_codes_is_the_match_of_its_orders(package: Package) -> None:
    """The facilitator types sheets; log, figures and digest are those of the same orders given at a screen."""
    seat = package.default_seat
    played = at_turn(package, 4)
    entered = open_match(package, seed=played.control.seed, people={seat: "Aki"})
    for report in played.control.reports:
        for order in report.orders[seat]:
            line = coded(entered.view(seat), order.model_dump())
            assert entered.add(seat, parse(entered.view(seat), line, entered.drafts(seat))) is None
        entered.seal(seat)
        entered.resolve()

    assert entered.control.state.digest() == played.control.state.digest()
    counts = [[len(report.orders[seat]) for report in match.control.reports] for match in (entered, played)]
    assert counts[0] == counts[1]
    assert sum(counts[0]) > 10


def test_flags_are_decided_by_the_way_of_an_order() -> None:
    """No field is left that a line cannot say."""
    for one in CODES.values():
        said = {field.name for field in (*one.asked, *one.optional)} | set(one.way.sets)
        assert all(field.name in said or field.now is not None for field in one.form.fields)
        assert all(field.name in one.way.sets for field in one.form.fields if isinstance(field, Flag))

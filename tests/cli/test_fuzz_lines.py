"""Lines and orders of any kind, by the thousand: each is obeyed or answered, and the match goes on."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli.text import words
from game.cli.text.grammar import COMMANDS
from game.cli.text.terminal import Gone, Terminal
from game.cli.text.turn import Quit, SeatTurn
from game.doctrines import open_match
from game.session.records import Refusal
from tests.session.scripts import PEOPLE, orders
from tests.session.small_package import small_package

PACKAGE = small_package()
FIRST = sorted({*COMMANDS, *(word.name for word in (*words.LOOK, *words.TURN))} - {"quit", "save", "end"})
TOKENS = (
    *(
        "all",
        "heavy_oxide",
        "light_oxide",
        "new_mine",
        "arden",
        "boreas",
        "mineland",
        "supply",
        "pool",
        "thrifting",
        "recycling",
    ),
    *(
        "loan",
        "equity",
        "0",
        "1",
        "-1",
        "75%",
        "0.5",
        "1e309",
        "nan",
        "inf",
        "1_000",
        "²",
        "٣",
        "9" * 400,
        "hold",
        "price",
    ),
    *(
        "",
        "%",
        ".",
        ",",
        "-",
        "--",
        "~",
        "[b]",
        "{",
        "}",
        "{0}",
        "%s",
        "\\",
        "'",
        "\x1b[2J",
        "\udcff",
        "\ud800",
        "\x00",
    ),
)


def lines() -> st.SearchStrategy[str]:
    """A command, mostly a known one, with anything behind it."""
    token = st.sampled_from(TOKENS) | st.text(max_size=8)
    first = st.sampled_from(FIRST) | st.sampled_from(FIRST).map(lambda word: word[:3]) | token
    return st.builds(lambda word, rest: " ".join([word, *rest]), first, st.lists(token, max_size=4))


@pytest.mark.slow
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(lines(), min_size=10, max_size=10), st.lists(lines(), max_size=4))
def test_a_typed_line_is_obeyed_or_answered(
    monkeypatch: pytest.MonkeyPatch, typed: list[str], answers: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace"))
    match = open_match(PACKAGE, seed=1, people=PEOPLE)
    turn = SeatTurn(match, "arden", Terminal())
    for line in typed:
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(answers) + "\n"))
        try:
            turn.obey(line)
        except (Gone, Quit):
            continue
    for seat in match.people:
        match.seal(seat)
    match.resolve()


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(TOKENS),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(TOKENS), inner, max_size=2),
    max_leaves=3,
)


@st.composite
def _bent(draw: st.DrawFn) -> dict[str, Any]:
    """An order of which a part is dropped, exchanged or added."""
    order = dict(draw(orders()))
    key = draw(st.sampled_from([*order, "x", "seat"]))
    if draw(st.booleans()):
        order.pop(key, None)
    else:
        order[key] = draw(_ANY)
    return order


@pytest.mark.slow
@settings(max_examples=400)
@given(st.lists(_bent(), min_size=5, max_size=10))
def test_any_order_is_taken_or_refused(given_orders: list[dict[str, Any]]) -> None:
    match = open_match(PACKAGE, seed=1, people=PEOPLE)
    for order in given_orders:
        match.try_order("arden", order)
        refused = match.add("arden", order)
        assert refused is None or isinstance(refused, Refusal)
    for seat in match.people:
        match.seal(seat)
    match.resolve()

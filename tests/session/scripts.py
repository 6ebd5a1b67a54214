"""Matches played from scripts of orders, for tests and for the programs that tests start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from game.content.package import Package
from game.doctrines import open_match
from game.session.match import Match

Script = Sequence[Mapping[str, Sequence[Mapping[str, Any]]]]
"""For each turn: seat to the orders that it tries to give."""

PEOPLE = {"arden": "Ada", "boreas": "Ben"}

_PLAIN: list[dict[str, Any]] = [
    {"kind": "fund_project", "project": "new_mine", "instrument": "loan", "public_share": 0.7},
    {"kind": "fund_project", "project": "new_mine", "instrument": "equity", "public_share": 0.3},
    {"kind": "fund_project", "project": "rescue_plant", "instrument": "guarantee", "public_share": 0.5},
    {"kind": "fund_research", "line": "thrifting", "rate": 20.0},
    {"kind": "fund_research", "line": "recycling", "rate": 0.0},
    {"kind": "set_posture", "posture": "engage"},
    {"kind": "set_posture", "posture": "retaliate"},
    {"kind": "set_trade_policy", "import_tariff": 0.1, "price_floor": 12.0},
    {"kind": "propose_agreement", "agreement": "supply", "partner": "mineland"},
    {"kind": "propose_agreement", "agreement": "pool", "partner": "boreas"},
    {"kind": "propose_agreement", "agreement": "pool", "partner": "arden"},
    {"kind": "answer_agreement", "agreement": "pool", "partner": "arden", "accept": True},
    {"kind": "answer_agreement", "agreement": "pool", "partner": "boreas", "accept": False},
    {"kind": "leave_agreement", "agreement": "pool", "partner": "arden"},
    {"kind": "fund_project", "project": "no_such_thing", "instrument": "loan", "public_share": 0.5},
    {"kind": "make_tea"},
]


def orders() -> st.SearchStrategy[dict[str, Any]]:
    """Any order, good or bad."""
    stockpile = st.builds(
        lambda good, days, pace, release: {
            "kind": "set_stockpile",
            "good": good,
            "target_days": days,
            "pace_days": pace,
            "release": release,
        },
        st.sampled_from(["light_oxide", "heavy_oxide", "all"]),
        st.floats(0.0, 180.0),
        st.floats(0.0, 30.0),
        st.sampled_from(["hold", "shortage", "price"]),
    )
    return st.one_of(st.sampled_from(_PLAIN), stockpile)


def scripts(turns: int = 4) -> st.SearchStrategy[list[dict[str, list[dict[str, Any]]]]]:
    """Scripts of `turns` turns."""
    one = st.fixed_dictionaries({seat: st.lists(orders(), max_size=4) for seat in PEOPLE})
    return st.lists(one, min_size=turns, max_size=turns)


BUSY: Script = [
    {"arden": _PLAIN[0:2] + _PLAIN[3:4], "boreas": _PLAIN[1:2] + _PLAIN[5:6]},
    {"arden": _PLAIN[9:10] + _PLAIN[6:7], "boreas": _PLAIN[4:5]},
    {"arden": _PLAIN[7:9], "boreas": _PLAIN[11:12] + _PLAIN[2:3]},
]


def play_turn(match: Match, orders_by_seat: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Draft, seal and resolve one turn; orders take the place of a draft that a save had. Refused orders stay out."""
    for seat in match.people:
        match.unseal(seat)
        if orders_by_seat.get(seat):
            match.clear(seat)
        for order in orders_by_seat.get(seat, ()):
            match.add(seat, order)
        match.seal(seat)
    match.resolve()


def play(
    package: Package, script: Script, *, seed: int, log: Path | None = None, people: Mapping[str, str] = PEOPLE
) -> Match:
    """A match played through `script`."""
    match = open_match(package, seed=seed, people=people, log=log)
    for turn in script:
        play_turn(match, turn)
    return match


def play_out(match: Match, script: Script = ()) -> Match:
    """`match` to its end: what is left of `script`, then no more orders from people."""
    while not match.finished:
        play_turn(match, script[match.turn] if match.turn < len(script) else {})
    return match

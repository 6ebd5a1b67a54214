"""Causes tell a seat nothing of the script, and nothing of what others did that is theirs alone to know."""

from __future__ import annotations

from dataclasses import replace

from game.content.package import Package
from game.doctrines import open_match
from game.engine.conditions import Atom, Condition, Reading
from game.engine.messages import Name
from game.session.match import Match
from game.session.measured.causes import of_terms
from game.session.views import Cause, Why
from tests.session.scripts import PEOPLE, Script, play_turn
from tests.session.small_package import small_package

FIGURES = (
    "tension",
    "approval",
    "import_share",
    "stock_cover",
    "price light_oxide",
    "basket",
    "budget",
    "rival_exports",
)
ENGAGE = {"kind": "set_posture", "posture": "engage"}
STOCK = {"kind": "set_stockpile", "good": "heavy_oxide", "target_days": 90.0, "pace_days": 9.0, "release": "hold"}


def _package(since: int) -> Package:
    """The small package with a rule of the rival that waits for a month in which Arden does not engage with it."""
    package = small_package()
    rules = package.world.rival_rules
    late = Atom(Reading("month", ()), 1, float(since), or_equal=True)
    cool = Atom(Reading("posture", (0,)), 1, 0.5, or_equal=True)
    waits = Condition(((late, cool),), "waits")
    changed = replace(rules, when=(rules.when[0], waits), chance=rules.chance * 0.0 + 1.0)
    return replace(package, world=replace(package.world, rival_rules=changed))


NEVER, SECOND_TURN = 1000, 6


def _played(since: int) -> Match:
    match = open_match(_package(since), seed=3, people=PEOPLE)
    script: Script = ({}, {"arden": [ENGAGE, STOCK], "boreas": [STOCK]})
    for turn in script:
        play_turn(match, turn)
    return match


def test_a_rule_that_an_order_kept_from_firing_shows_in_no_cause() -> None:
    calm, near = _played(NEVER), _played(SECOND_TURN)
    assert near.control.state.digest() == calm.control.state.digest()
    key = ("import_share", "arden")
    assert near.measured.effects(1, key) != calm.measured.effects(1, key)  # control may know what it held off
    for seat in PEOPLE:
        for figure in (*FIGURES, "embargo"):
            assert near.why(seat, figure) == calm.why(seat, figure)
        assert near.result(seat) == calm.result(seat)


def test_no_cause_names_what_another_seat_ordered() -> None:
    match = _played(NEVER)
    for seat in PEOPLE:
        for figure in FIGURES:
            for cause in match.why(seat, figure).causes:
                assert cause.what.parts.get("nation") in (None, Name("nations", seat)), cause
    assert any("deed" in cause.what.parts for seat in PEOPLE for cause in _all(match, seat))


def _all(match: Match, seat: str) -> list[Cause]:
    told: list[Why] = [match.why(seat, figure) for figure in FIGURES]
    return [cause for why in told for cause in why.causes]


def test_what_others_did_counts_among_others() -> None:
    terms = {
        "order:boreas:fund_project:projects:new_mine": -2.0,
        "order:boreas:fund_research": -1.0,
        "order:boreas:leave_agreement:agreements:pool": -0.5,
        "order:arden:fund_project:projects:new_mine": -4.0,
    }
    told = [(cause.what.code, cause.size.value) for cause in of_terms(terms, "arden", "US$ million")]
    assert told == [("term.order_about", -4.0), ("term.others", -3.0), ("term.order_about", -0.5)]

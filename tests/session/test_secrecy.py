"""What one seat keeps to itself never changes what another sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.event_kinds import EVENTS, PARTIES
from game.engine.events import Event
from game.session.headlines import headlines
from game.session.lexicon import Lexicon
from game.session.match import Match
from game.telling import Teller
from tests.examples import few
from tests.session.scripts import BUSY, PEOPLE, orders, play, scripts
from tests.session.small_package import small_package

PACKAGE = small_package()
TELLER = Teller(Lexicon.of_control(PACKAGE), "arden")
SECRET_FIELDS = (
    "budget",
    "spent",
    "capital",
    "vetted",
    "reserve",
    "stockpile_target",
    "stockpile_pace",
    "release_rule",
    "research_rate",
    "flow_purchase",
    "flow_release",
)
"""Fields with a nation as first axis that are the nation's own affair."""
SECRET_SERIES = ("budget", "reserve_days", "stock_cover", "fear", "shortage", "approval")


@given(scripts(2), st.sampled_from(SECRET_FIELDS), st.floats(0.1, 7.0), st.permutations(sorted(PEOPLE)))
@settings(max_examples=few(40))
def test_secrets_of_another_seat_never_change_a_view(
    script: Any, field: str, factor: float, seats: tuple[str, str]
) -> None:
    match = play(PACKAGE, script, seed=7)
    reader, other = seats
    before, why = match.view(reader), match.why(reader, "budget")
    position = PACKAGE.world.names.index("nations", other)
    held = getattr(match.control.state, field)[position]
    held[...] = (np.abs(held) * factor + factor).astype(held.dtype) % (3 if field == "release_rule" else np.inf)
    match._drafts.clear()
    assert match.view(reader) == before
    assert match.why(reader, "budget") == why


@given(scripts(1), st.lists(orders(), min_size=1, max_size=5))
@settings(max_examples=few(25))
def test_a_draft_is_seen_by_nobody_else(script: Any, drafted: list[dict[str, Any]]) -> None:
    match = play(PACKAGE, script, seed=8)
    before = match.view("boreas"), match.result("boreas")
    for order in drafted:
        match.add("arden", order)
    assert (match.view("boreas"), match.result("boreas")) == before
    match.seal("arden")
    assert (match.view("boreas"), match.result("boreas")) == before


def test_what_a_seat_orders_does_not_depend_on_who_sealed_first() -> None:
    def end(order: tuple[str, str]) -> str:
        match = play(PACKAGE, [], seed=9)
        for seat in order:
            for wanted in BUSY[0][seat]:
                match.add(seat, wanted)
            match.seal(seat)
        match.resolve()
        return match.control.state.digest()

    assert end(("arden", "boreas")) == end(("boreas", "arden"))


def test_series_of_another_seat_are_not_in_a_view() -> None:
    match = play(PACKAGE, BUSY, seed=10)
    before = match.view("arden")
    record = match.control.record
    for column, key in enumerate(record.keys):
        if key[0] in SECRET_SERIES and "boreas" in key:
            record.rows = [(*row[:column], -1.0, *row[column + 1 :]) for row in record.rows]
    assert match.view("arden") == before


@pytest.mark.parametrize(
    "kind", sorted(kind for kind, entry in EVENTS.items() if entry.text and entry.readers == PARTIES)
)
def test_private_events_are_told_to_their_parties_alone(kind: str) -> None:
    arden, boreas, mineland = (PACKAGE.world.names.index("nations", name) for name in ("arden", "boreas", "mineland"))
    report = play(PACKAGE, [{}], seed=1).control.reports[0]
    event = Event(0, 0, kind, boreas, mineland, 0, 0.5, "market")
    told = replace(report, events=(event,), refused={})
    assert not headlines(PACKAGE, arden, told)
    assert len(headlines(PACKAGE, boreas, told)) == 1


@pytest.mark.parametrize("kind", sorted(kind for kind, entry in EVENTS.items() if entry.text))
@pytest.mark.parametrize(
    "cause", ["order:arden:fund_project", "rule:embargo", "incident:collision", "chance:x", "market"]
)
def test_every_kind_of_event_can_be_told(kind: str, cause: str) -> None:
    report = play(PACKAGE, [{}], seed=1).control.reports[0]
    for target in (-1, 1) if EVENTS[kind].untargeted else (1,):
        event = Event(0, 3, kind, 0, target, 0, 0.25, cause)
        (headline,) = headlines(PACKAGE, 0, replace(report, events=(event,), refused={}))
        told = TELLER.event(headline)
        assert "_" not in told
        assert not told[0].islower()
        assert headline.tone in ("good", "bad", "rival", "plain")
        assert headline.month == "2010-04"


def test_every_kind_of_event_is_told_but_what_became_of_orders() -> None:
    assert {kind for kind, entry in EVENTS.items() if not entry.text} == {"order_given", "order_refused"}


def test_nothing_in_a_view_leads_back_to_the_engine() -> None:
    match: Match = play(PACKAGE, BUSY, seed=2)
    seen: set[type] = set()

    def walk(value: object) -> None:
        seen.add(type(value))
        if isinstance(value, tuple):
            for item in value:
                walk(item)
        elif isinstance(value, dict):
            walk((*value, *value.values()))
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                walk(getattr(value, name))
        elif isinstance(value, Mapping):
            for item in value.values():
                walk(item)

    walk(match.view("arden"))
    records = {
        "game.content.files",
        "game.content.library",
        "game.content.origin",
        "game.session.briefing",
        "game.session.lexicon",
        "game.engine.messages",
        "game.content.package",
    }
    rooms = {kind.__module__ for kind in seen}
    views = {room for room in rooms if room.startswith("game.session.views.")}
    assert views
    assert rooms - views == {"builtins", *records}
    assert {kind.__name__ for kind in seen if kind.__module__ == "game.content.package"} <= {
        "NationText",
        "RuleText",
        "SiteText",
        "Text",
    }

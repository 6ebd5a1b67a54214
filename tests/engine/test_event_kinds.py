"""Every kind of event has an entry that says all: meaning, text, tone, readers, axes, unit."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from game.engine.event_kinds import (
    ALL,
    BAD,
    EVENTS,
    GOOD,
    PARTIES,
    PHASE,
    PLAIN,
    REASON,
    RIVAL,
    agreements,
    interventions,
    markets,
    works,
)
from game.engine.events import Event
from game.engine.messages import Amount, Message, Name
from game.engine.reasons import REASONS
from game.engine.world import PHASES, Names
from game.session.event_messages import told
from game.telling.templates import templates
from tests.session.small_package import small_package

WORLD = small_package().world
GAME = Path(__file__).parents[2] / "game"
_BESIDE = (
    "engine/treaties.py",
    "engine/partings.py",
    "engine/renewal.py",
    "engine/interventions/figures.py",
    "session/resolution.py",
)
"""Files beside phases and orders that record events."""
AXES = {*Names.__annotations__, "incidents"}


@pytest.mark.parametrize("kind", EVENTS)
def test_an_entry_says_all(kind: str) -> None:
    entry = EVENTS[kind]
    assert entry.meaning
    assert entry.tone in {GOOD, BAD, RIVAL, PLAIN}
    assert entry.readers in {ALL, PARTIES}
    assert {entry.actor, entry.target, entry.item} - {""} <= AXES
    assert entry.needed_by in {"", "actor", "target"}
    known = {"actor", "target", *(["item"] if entry.item else []), *(["amount"] if entry.unit else [])}
    for text in (entry.text, entry.untargeted):
        places = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        assert places <= known
        assert text == text.strip()
    assert entry.text or not entry.untargeted
    assert "target" not in {name for _, name, _, _ in string.Formatter().parse(entry.untargeted) if name}


@pytest.mark.parametrize("kind", EVENTS)
def test_a_text_finds_all_that_it_names(kind: str) -> None:
    entry = EVENTS[kind]
    event = Event(0, 0, kind, 0, 1, 0, 2.0, "market")
    for harmless in (False, True):
        message = told(WORLD, event, harmless=harmless)
        text = entry.untargeted if message.code.endswith(".untargeted") else entry.text
        assert {name for _, name, _, _ in string.Formatter().parse(text) if name} <= message.parts.keys()
        for part, axis in (("actor", entry.actor), ("target", entry.target), ("item", entry.item)):
            if axis:
                name = message.parts[part]
                assert isinstance(name, Name)
                assert name.axis == axis
        if entry.unit == PHASE:
            assert message.parts["amount"] == Message(f"phase.{PHASES[2]}")
        elif entry.unit == REASON:
            assert message.parts["amount"] == Message(f"reason.{REASONS[2]}")
        elif entry.unit:
            assert message.parts["amount"] == Amount(2.0, entry.unit)


def test_no_kind_stands_twice() -> None:
    assert len(EVENTS) == sum(len(module.KINDS) for module in (agreements, interventions, markets, works))


def test_an_event_without_a_target_is_told_otherwise() -> None:
    message = told(WORLD, Event(0, 0, "rule_fired", WORLD.rival, -1, 0, 0.0, "rule:squeeze"))
    assert message.code == "event.rule_fired.untargeted"
    assert "target" not in message.parts


def test_every_text_has_its_code() -> None:
    codes = templates()
    for kind, entry in EVENTS.items():
        assert codes.get(f"event.{kind}", "") == entry.text
        assert codes.get(f"event.{kind}.untargeted", "") == entry.untargeted
    assert {f"phase.{phase}" for phase in PHASES} | {f"reason.{reason}" for reason in REASONS} <= codes.keys()


def test_what_is_recorded_has_an_entry_and_every_entry_is_recorded() -> None:
    recorded = set()
    for path in (*GAME.glob("engine/phases/**/*.py"), *GAME.glob("orders/*.py"), *map(GAME.joinpath, _BESIDE)):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        recorded |= {*EVENTS} & texts
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("events.add"):
                first = call.args[0]
                assert not isinstance(first, ast.Constant) or first.value in EVENTS, ast.unparse(call)
    assert recorded == set(EVENTS)

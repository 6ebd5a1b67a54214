"""What the console is told of the event list, of rulings, and of what the projector shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.exercise.columns import COLUMNS, key
from game.exercise.event import Event
from game.server.acts.interventions import holds
from game.server.sitting import Sitting
from game.session.interventions.effect import forms
from game.telling import _


def events(sitting: Sitting) -> dict[str, Any]:
    """The running list: its columns with their words, and each event with its cells and how it stands now."""
    agenda, match = sitting.agenda, sitting.table.match
    columns = [key(title) for title in agenda.header]
    due, late = frozenset[str](), frozenset[str]()
    if not match.finished:
        found = agenda.due(match.turn, lambda text: holds(sitting, text))
        due = frozenset({*found.release, *found.offer})
        late = frozenset(agenda.overdue(match.turn)) - due
    return {
        "type": "events",
        "turn": match.turn,
        "columns": [_column(name, title) for name, title in zip(columns, agenda.header, strict=True)],
        "rows": [_row(event, columns, due, late) for event in agenda.events],
    }


def _column(name: str, title: str) -> dict[str, Any]:
    if name not in COLUMNS:
        return {"key": name, "label": title, "meaning": "", "words": [], "long": False}
    known = COLUMNS[name]
    return {
        "key": name,
        "label": _(known.label),
        "meaning": _(known.meaning),
        "words": known.words,
        "long": known.long,
    }


def _row(event: Event, columns: list[str], due: frozenset[str], late: frozenset[str]) -> dict[str, Any]:
    return {
        "serial": event.serial,
        "status": event.status,
        "trigger": event.trigger,
        "turn": event.turn,
        "condition": event.condition,
        "subject": event.subject or event.message,
        "effect": event.effect,
        "for_need": event.contingency,
        "hidden": event.hidden,
        "due": event.serial in due,
        "late": event.serial in late,
        "released_at": event.released_at,
        "cells": dict(zip(columns, event.cells, strict=True)),
    }


def effects(sitting: Sitting) -> Mapping[str, Any]:
    """What an effect may be written like: each rule and incident of the scenario by its name, a form of each figure."""
    package = sitting.table.package
    rows = [
        *((f"happen({name})", _(one.name)) for name, one in package.incidents.items()),
        *((f"fire({name})", _(one.name)) for name, one in package.rules.items() if one.played),
        *((form, "") for form in forms()),
    ]
    return {"type": "effects", "effects": [{"effect": effect, "label": label} for effect, label in rows]}


def projector(sitting: Sitting) -> Mapping[str, Any]:
    """What the projector is to show."""
    return {"type": "projector", "shows": sitting.projector}


def rulings(sitting: Sitting) -> Mapping[str, Any]:
    """The argued actions so far, and all that control did to the match with the reason, oldest first."""
    done = [{"turn": one.turn, **one.intervention.written()} for one in sitting.table.match.interventions]
    return {"type": "rulings", "rulings": sitting.rulings, "done": done}

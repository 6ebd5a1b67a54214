"""What is told of the session itself: the room, who sits where and has sealed, the clock, the links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from game.server.clock import WARN
from game.server.links import Audience
from game.server.pace import MINUTE, pace
from game.server.sitting import Sitting
from game.server.words import words
from game.session.rival_moves import RivalView
from game.telling import Conditions, Teller, _, language, languages
from game.telling.redcell import doing, standing

VERSION = 1
"""Of the protocol."""


def welcome(sitting: Sitting, audience: Audience) -> dict[str, Any]:
    """The first word to whoever comes in."""
    return {
        "type": "welcome",
        "version": VERSION,
        "role": audience.role,
        "seat": audience.seat,
        "title": _(sitting.table.package.title),
        "summary": _(sitting.table.package.summary),
        "label": sitting.label,
        "room": sitting.links.room,
        "languages": languages(),
        "language": language(),
        "words": words(audience.role),
    }


def lobby(sitting: Sitting, here: Mapping[str, int]) -> dict[str, Any]:
    """The seats, which of them are free, and on how many devices each is played."""
    package, holders = sitting.table.package, sitting.table.holders
    rows = [
        {
            "seat": seat,
            "name": _(package.nations[seat].name),
            "role": _(package.roles.get(seat, "")),
            "holder": holders.get(seat, ""),
            "here": here.get(seat, 0),
            "free": seat not in holders,
        }
        for seat in sitting.table.seats
    ]
    return {"type": "lobby", "seats": rows, "started": sitting.started}


def roster(sitting: Sitting, role: str, here: Mapping[str, int]) -> dict[str, Any]:
    """Who holds which seat, on how many devices, and has sealed; never what. The console has more of each."""
    table, match = sitting.table, sitting.table.match
    rows: list[dict[str, Any]] = [
        {
            "seat": seat,
            "name": _(table.package.nations[seat].name),
            "holder": table.holders.get(seat, ""),
            "here": here.get(seat, 0),
            "sealed": match.finished or match.sealed(seat),
            "led": seat in table.led,
        }
        for seat in table.seats
    ]
    for row in rows if role == "console" else ():
        seat = row["seat"]
        link = sitting.links.path(Audience("seat", seat))
        row |= {"orders": len(match.drafts(seat)), "link": link, "doctrine": table.doctrine(seat)}
    return {"type": "roster", "turn": match.turn, "turns": table.package.world.calendar.turns, "seats": rows}


def clock(sitting: Sitting) -> dict[str, Any]:
    """How the time of the turn stands."""
    phase = "over" if sitting.table.over else "orders" if sitting.started else "lobby"
    return {
        "type": "clock",
        "running": sitting.clock.running,
        "left": sitting.clock.left,
        "warn": WARN,
        "phase": phase,
    }


def links(sitting: Sitting) -> dict[str, Any]:
    """Every link, for the console."""
    rows = [{"role": one.role, "seat": one.seat, "path": path} for one, path in sitting.links.rows()]
    return {"type": "links", "links": rows}


def doctrines(sitting: Sitting) -> dict[str, Any]:
    """By what the program may lead a seat, for the console."""
    package, lexicon = sitting.table.package, sitting.table.match.control.lexicon
    rows = [{"key": key, "name": _(lexicon.name("doctrines", key))} for key in package.doctrine_names]
    return {"type": "doctrines", "doctrines": rows}


def notes(sitting: Sitting, audience: Audience) -> dict[str, Any]:
    """What was written down for the debrief: all of it for the console, each other link its own."""
    rows = [one for one in sitting.notes if audience.role == "console" or one["by"] == audience.key]
    return {"type": "notes", "notes": rows}


def objectives(sitting: Sitting) -> dict[str, Any]:
    """What the scenario is played for, for those who judge it, and the seats that they may look at."""
    package = sitting.table.package
    seats = [{"seat": seat, "name": _(package.nations[seat].name)} for seat in sitting.table.seats]
    return {"type": "objectives", "objectives": [_(text) for text in package.objectives], "seats": seats}


def pace_of(sitting: Sitting) -> dict[str, Any]:
    """How the session stands against its plan, in minutes, for the console; without numbers where nobody planned."""
    plan, clock = sitting.plan, sitting.clock
    turns = 0 if sitting.table.over else sitting.table.package.world.calendar.turns - sitting.table.match.turn
    if plan is None:
        return {"type": "pace", "plan": None}
    turn = plan.turn if clock.limit is None else clock.limit / MINUTE
    stand = pace(plan, clock.spent / MINUTE, turns, turn)
    return {"type": "pace", "plan": plan.fact(), "played": clock.spent / MINUTE, "turns": turns, **asdict(stand)}


def branches(sitting: Sitting) -> dict[str, Any]:
    """What rewinds have taken back, for the console."""
    return {"type": "branches", "branches": sitting.branches}


def rival(sitting: Sitting) -> dict[str, Any]:
    """What the rival may do in this turn, what its script would, and what was chosen; for control and the red cell."""
    match = sitting.table.match
    lexicon = match.control.lexicon
    return {
        "type": "rival",
        "name": Teller(lexicon).name("nations", lexicon.rival),
        "led_by": match.red_cell,
        "turn": match.turn,
        "moves": [] if match.finished else _moves(match.rival_view()),
        "chosen": None if match.chosen is None else list(match.chosen),
        "sealed": sitting.table.rival_sealed,
    }


def _moves(view: RivalView) -> list[dict[str, Any]]:
    conditions = Conditions(Teller(view.lexicon), view.world)
    return [
        {
            "rule": move.rule,
            "name": _(move.name),
            "reason": _(move.reason),
            "does": doing(view, move),
            "standing": standing(view, move),
            "when": conditions.tell(move.condition),
            "away": view.away(move),
        }
        for move in view.moves
    ]

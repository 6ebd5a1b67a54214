"""What the others hear of when an act was done: an act names its topics, and each has one function here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from game.server import notices
from game.server.lines import Lines

Body = Mapping[str, Any]


def _draft(lines: Lines, body: Body) -> None:
    """A draft has changed: the devices of its seat are told, and who looks at it."""
    seat = str(body["seat"])
    lines.forget(seat)
    for line in lines.lines:
        if seat in (line.audience.seat, line.seeing):
            lines.draft(line, seat)


def _counts(lines: Lines, _body: Body) -> None:
    """How many orders a seat has drafted is for the console alone."""
    lines.to_all(lines.roster("console"), ("console",))


def _roster(lines: Lines, _body: Body) -> None:
    lines.rosters()


def _lobby(lines: Lines, _body: Body) -> None:
    lines.to_all(partial(notices.lobby, lines.sitting), ("lobby",))


def _said(lines: Lines, _body: Body) -> None:
    for line in lines.lines:
        lines.pass_on(line, lines.sitting.table.said[-1])


def _clock(lines: Lines, _body: Body) -> None:
    lines.to_all(partial(notices.clock, lines.sitting))


def _notes(lines: Lines, _body: Body) -> None:
    for line in lines.lines:
        lines.notes(line)


def _turn(lines: Lines, _body: Body) -> None:
    """A turn was played: everybody's picture is another."""
    table = lines.sitting.table
    lines.forget()
    turn = table.match.turn
    note = {"type": "turn", "turn": turn, "before": turn - 1, "finished": table.match.finished, "led": table.sat_in}
    lines.to_all(lambda: note)
    lines.rosters()
    _clock(lines, {})
    for line in lines.lines:
        if line.audience.role != "lobby":
            lines.show(line)


TOPICS: Mapping[str, Callable[[Lines, Body], None]] = {
    "draft": _draft,
    "counts": _counts,
    "roster": _roster,
    "lobby": _lobby,
    "said": _said,
    "clock": _clock,
    "notes": _notes,
    "turn": _turn,
}

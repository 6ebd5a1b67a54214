"""What the others hear of when an act was done: an act names its topics, and each has one function here.

One that has much to tell is a generator: between its pieces others are served.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from game.server import notices
from game.server.lines import Lines
from game.server.links import ROLES

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
    """To who wrote it and the console alone: another seat must not even hear that something was written."""
    by = lines.sitting.notes[-1]["by"]
    for line in lines.lines:
        if line.audience.role == "console" or line.audience.key == by:
            lines.notes(line)


def _turn(lines: Lines, _body: Body) -> Iterator[None]:
    """A turn was played: everybody's picture is another. Those of the seats first, and last what can be asked for."""
    table = lines.sitting.table
    lines.forget()
    turn = table.match.turn
    note = {"type": "turn", "turn": turn, "before": turn - 1, "finished": table.match.finished, "led": table.sat_in}
    lines.to_all(lambda: note)
    lines.rosters()
    _clock(lines, {})
    seated = sorted((line for line in lines.lines if line.audience.seat), key=lambda line: line.audience.seat)
    for line in seated:
        yield
        lines.view(line.audience.seat)
        yield
        lines.tell_seat(line, line.audience.seat, with_forms=False)
    for line in [line for line in lines.lines if line.audience.role in ROLES]:
        yield
        lines.show(line)
    for line in seated:
        yield
        lines.forms(line, line.audience.seat)


TOPICS: Mapping[str, Callable[[Lines, Body], Iterator[None] | None]] = {
    "draft": _draft,
    "counts": _counts,
    "roster": _roster,
    "lobby": _lobby,
    "said": _said,
    "clock": _clock,
    "notes": _notes,
    "turn": _turn,
}
STANDING = frozenset({"draft", "counts", "roster", "lobby", "clock"})
"""Topics that tell how something stands and not what has happened: told once for many acts."""
CALM = frozenset({"counts", "roster"})
"""Those that are told a few times a second at most."""

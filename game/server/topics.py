"""What the others hear of when an act was done: an act names its topics, and each has one function here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from game.marks import N_
from game.server import notices, wash
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
    lines.to_all(lines.lobby(), ("lobby",))


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
    turn = table.match.turn
    note = {"type": "turn", "turn": turn, "before": turn - 1, "finished": table.match.finished, "led": table.sat_in}
    lines.to_all(lambda: note)
    _redraw(lines)


def _rewound(lines: Lines, _body: Body) -> None:
    """The match goes on from an earlier turn: everybody is told, and has another picture."""
    turn, left = lines.sitting.table.match.turn, lines.sitting.branches[-1]["left"]
    note = {"type": "turn", "turn": turn, "before": left, "finished": False, "led": [], "rewound": True}
    lines.to_all(lambda: note)
    lines.to_all(partial(notices.branches, lines.sitting), ("console",))
    _washed(lines, {})
    _said(lines, {})
    _notes(lines, {})
    _redraw(lines)


def _rival(lines: Lines, _body: Body) -> None:
    """Who leads the rival has chosen: nobody but control and the red cell hears of it."""
    lines.forget("rival")
    for line in lines.lines:
        lines.rival(line)


def _washed(lines: Lines, _body: Body) -> None:
    lines.to_all(partial(wash.washed, lines.sitting), ("projector", "observer"))
    lines.to_all(lambda: {"type": "washing", "part": lines.sitting.washing}, ("console",))


def _links(lines: Lines, _body: Body) -> None:
    """Links open something else: whoever came by one is let in anew, or told that it opens nothing now."""
    links = lines.sitting.links
    lines.to_all(partial(notices.links, lines.sitting), ("console",))
    for line in [line for line in lines.lines if line.token]:
        audience = links.whose(line.token)
        if audience is None:
            text = N_("this link was replaced by a new one: ask the facilitator for it")
            lines.goodbye(line, "unknown_link", text, again=False)
        elif audience != line.audience:
            lines.goodbye(line, "moved", N_("your link opens another seat now"), again=True)
        if audience != line.audience:
            line.end()


def _redraw(lines: Lines) -> None:
    lines.forget()
    lines.rosters()
    _clock(lines, {})
    for line in lines.lines:
        if line.audience.role != "lobby":
            lines.show(line)
            lines.rival(line)


TOPICS: Mapping[str, Callable[[Lines, Body], None]] = {
    "draft": _draft,
    "counts": _counts,
    "roster": _roster,
    "lobby": _lobby,
    "said": _said,
    "clock": _clock,
    "notes": _notes,
    "turn": _turn,
    "rewound": _rewound,
    "links": _links,
    "washed": _washed,
    "rival": _rival,
}

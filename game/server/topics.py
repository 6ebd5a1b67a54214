"""What the others hear of when an act was done: an act names its topics, and each has one function here.

One that has much to tell is a generator: between its pieces others are served.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from game.marks import N_
from game.server import notices, notices_of_events
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
    lines.to_all(lines.lobby(), ("lobby",))


def _said(lines: Lines, _body: Body) -> None:
    lines.pass_on_new()


def _clock(lines: Lines, _body: Body) -> None:
    lines.to_all(partial(notices.clock, lines.sitting))
    _pace(lines, {})


def _pace(lines: Lines, _body: Body) -> None:
    lines.to_all(partial(notices.pace_of, lines.sitting), ("console",))


def _notes(lines: Lines, _body: Body) -> None:
    """To who wrote it and the console alone: another seat must not even hear that something was written."""
    by = lines.sitting.notes[-1]["by"]
    for line in lines.lines:
        if line.audience.role == "console" or line.audience.key == by:
            lines.notes(line)


def _turn(lines: Lines, _body: Body) -> Iterator[None]:
    """A turn was played: everybody's picture is another. The seats' come first, what can be ordered last."""
    table = lines.sitting.table
    turn = table.match.turn
    note = {"type": "turn", "turn": turn, "before": turn - 1, "finished": table.match.finished, "led": table.sat_in}
    lines.to_all(lambda: note)
    return _redraw(lines)


def _rewound(lines: Lines, _body: Body) -> Iterator[None]:
    """The match goes on from an earlier turn: everybody is told, and has another picture."""
    turn, left = lines.sitting.table.match.turn, lines.sitting.branches[-1]["left"]
    note = {"type": "turn", "turn": turn, "before": left, "finished": False, "led": [], "rewound": True}
    lines.to_all(lambda: note)
    lines.to_all(partial(notices.branches, lines.sitting), ("console",))
    _washed(lines, {})
    _said(lines, {})
    for line in lines.lines:
        lines.notes(line)  # those of turns that were taken back are marked, whoever wrote them
    return _redraw(lines)


def _rival(lines: Lines, _body: Body) -> None:
    """Who leads the rival has chosen: nobody but control and the red cell hears of it."""
    lines.forget("rival")
    for line in lines.lines:
        lines.rival(line)


def _washed(lines: Lines, _body: Body) -> None:
    for line in lines.lines:
        lines.washed(line)
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


def _redraw(lines: Lines) -> Iterator[None]:
    """What was made is old at once; the new pictures come piece by piece."""
    lines.forget()
    lines.rosters()
    _clock(lines, {})
    return _pictures(lines)


def _pictures(lines: Lines) -> Iterator[None]:
    seated = sorted((line for line in lines.lines if line.audience.seat), key=lambda line: line.audience.seat)
    for line in seated:
        yield
        lines.view(line.audience.seat)
        yield
        lines.tell_seat(line, line.audience.seat, with_forms=False)
    for line in [line for line in lines.lines if line.audience.role in ROLES]:
        yield
        lines.show(line)
        lines.rival(line)
    for line in seated:
        yield
        lines.forms(line, line.audience.seat)
    yield
    _events(lines, {})
    _rulings(lines, {})


def _events(lines: Lines, _body: Body) -> None:
    """The event list has changed: the console is shown it, and what was released is said."""
    lines.to_all(partial(notices_of_events.events, lines.sitting), ("console",))
    lines.pass_on_new()


def _model(lines: Lines, _body: Body) -> None:
    """Control has changed something in the match."""
    lines.refresh()


def _projector(lines: Lines, _body: Body) -> None:
    lines.to_all(partial(notices_of_events.projector, lines.sitting), ("console", "projector"))


def _rulings(lines: Lines, _body: Body) -> None:
    lines.to_all(partial(notices_of_events.rulings, lines.sitting), ("console",))


TOPICS: Mapping[str, Callable[[Lines, Body], Iterator[None] | None]] = {
    "draft": _draft,
    "counts": _counts,
    "roster": _roster,
    "lobby": _lobby,
    "said": _said,
    "clock": _clock,
    "notes": _notes,
    "turn": _turn,
    "events": _events,
    "model": _model,
    "projector": _projector,
    "rulings": _rulings,
    "rewound": _rewound,
    "links": _links,
    "washed": _washed,
    "pace": _pace,
    "rival": _rival,
}
STANDING = frozenset({"draft", "counts", "roster", "lobby", "clock", "events"})
"""Topics that tell how something stands and not what has happened: told once for many acts."""
CALM = frozenset({"counts", "roster"})
"""Those that are told a few times a second at most."""

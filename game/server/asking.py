"""Questions: what may be asked without changing anything, by whom, and how it is answered."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from game.marks import N_, Said
from game.server import event_files, forms, notices, records, sections, sheets, shown
from game.server import questions_of_control as control
from game.server.apart import Later
from game.server.line import Line
from game.server.lines import INSIDE, Lines
from game.server.table import FAULT, Refused
from game.telling import speaking

Message = Mapping[str, Any]
_SEAT = frozenset({"seat", "console"})
_CONSOLE = frozenset({"console"})
_REF = 160
"""Letters of what a page calls one of several forms of a kind."""


@dataclass(frozen=True)
class Question:
    """One kind of question: who may ask it, and what makes its answer, now or `Later`; None where it was sent already.

    An answer raises `Refused` where there is none, and a lookup, type or value error for what makes no sense.
    """

    roles: frozenset[str]
    answer: Callable[[Lines, Line, Message], Mapping[str, Any] | Later | None]


def seat_of(lines: Lines, line: Line) -> str:
    """The seat for which a line asks.

    Raises:
        Refused: when it is none's.
    """
    seat = line.audience.seat or line.seeing
    if seat not in lines.sitting.table.seats:
        raise Refused("no_seat", N_("only a seat may ask for that"))
    return seat


def _form(lines: Lines, line: Line, message: Message) -> Mapping[str, Any]:
    seat, kind, given = seat_of(lines, line), str(message.get("kind")), message.get("given") or {}
    view = lines.view(seat)
    form, order = forms.form(view, kind, given if isinstance(given, dict) else {})
    choice = shown.choice_of(view, lines.sitting.table.match.try_order(seat, order)) if order else None
    ref = str(message.get("ref") or kind)[:_REF]
    return {"type": "form", "kind": kind, "ref": ref, "form": form, "order": order, "choice": choice}


def _try(lines: Lines, line: Line, message: Message) -> Mapping[str, Any]:
    seat, order = seat_of(lines, line), message.get("order")
    if not isinstance(order, dict):
        raise TypeError(order)
    choice = shown.choice_of(lines.view(seat), lines.sitting.table.match.try_order(seat, order))
    return {"type": "tried", "order": order, "choice": choice}


def _why(lines: Lines, line: Line, message: Message) -> Later:
    seat, key = seat_of(lines, line), str(message.get("key"))
    view, match = lines.view(seat), lines.sitting.table.match
    return Later(lambda: match.why(seat, key), lambda why: shown.why_of(view, key, why))


def _part(lines: Lines, line: Line, message: Message) -> Later | None:
    """A part of the seat's page; made once for all of its devices."""
    seat, name = seat_of(lines, line), str(message.get("part"))
    match = lines.sitting.table.match
    if sections.slow(name):
        view = lines.view(seat)
        return Later(lambda: sections.part(match, view, name))
    lines.share(line, (f"part {name}", seat), lambda: sections.part(match, lines.view(seat), name))
    return None


def _time(lines: Lines, _line: Line, _message: Message) -> Mapping[str, Any]:
    """How the clock stands: a page that slept learns by it whether its connection still lives."""
    return notices.clock(lines.sitting)


def _see(lines: Lines, line: Line, message: Message) -> Mapping[str, Any]:
    """Look at what a seat sees, from now on; at none with an empty name."""
    seat = str(message.get("seat") or "")
    if seat and seat not in lines.sitting.table.seats:
        raise LookupError(seat)
    line.seeing = seat
    if seat:
        lines.tell_seat(line, seat)
    return {"type": "looking", "seat": seat}


def _record(lines: Lines, line: Line, message: Message) -> Mapping[str, Any] | Later:
    match, seat = lines.sitting.table.match, line.audience.seat
    if records.slow(message):
        return Later(lambda: records.answer(match, seat, message))
    return records.answer(match, seat, message)


QUESTIONS: Mapping[str, Question] = {
    "form": Question(_SEAT, _form),
    "try": Question(_SEAT, _try),
    "why": Question(_SEAT, _why),
    "event_file": Question(_CONSOLE, event_files.event_file),
    "codes": Question(_CONSOLE, sheets.codes),
    "look_ahead": Question(_CONSOLE, event_files.look_ahead),
    "part": Question(_SEAT, _part),
    "time": Question(INSIDE | {"lobby"}, _time),
    "ask": Question(frozenset({"seat"}), _record),
    "see": Question(frozenset({"console", "evaluator"}), _see),
    **{kind: Question(_CONSOLE, answer) for kind, answer in control.ANSWERS.items()},
}


def ask(lines: Lines, line: Line, message: Message) -> None:
    """Answer a question of a line that may ask it; what makes no sense is told."""

    def fail(error: Exception) -> None:
        _fail(lines, line, message, error)

    try:
        with speaking(line.language):
            found = QUESTIONS[str(message["type"])].answer(lines, line, message)
        if isinstance(found, Later):
            lines.say_later(line, found, fail)
        elif found is not None:
            lines.say(line, found)
    except Exception as error:  # noqa: BLE001 - each is told, what is no refusal as a fault
        fail(error)


def _fail(lines: Lines, line: Line, message: Message, error: Exception) -> None:
    """Tell whoever asked why there is no answer."""
    if isinstance(error, Refused):
        lines.error(line, error.text)
    elif isinstance(error, LookupError | TypeError | ValueError | ArithmeticError):
        lines.error(line, Said(N_("there is nothing of that name")))
    else:
        logging.getLogger(__name__).error("%s of %s", message["type"], line.audience.key, exc_info=error)
        lines.error(line, FAULT)

"""What the console asks of the event list: the list as a file, and what a release would do."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from game import doctrines
from game.economy import machine
from game.exercise import files
from game.marks import N_
from game.server.acts.interventions import check
from game.server.apart import Later
from game.server.line import Line
from game.server.lines import Lines
from game.server.table import Refused
from game.session.foresight import Band
from game.session.interventions import InterventionError
from game.session.match import Match
from game.telling import Teller, _, numbers

_SUFFIXES = (".csv", ".xlsx")
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
_NAME = "events"


def event_file(lines: Lines, _line: Line, message: Mapping[str, Any]) -> Mapping[str, Any]:
    """The list with status and times of release, in the console's own connection: no link to it is left behind."""
    suffix = str(message.get("suffix"))
    if suffix not in _SUFFIXES:
        raise Refused("bad_file", N_("an event list is written as .csv or .xlsx"))
    separator = _SEPARATORS.get(str(message.get("separator")), ",")
    data = files.write(lines.sitting.agenda.table(), suffix, separator)
    return {"type": "file", "name": _NAME + suffix, "data": base64.b64encode(data).decode()}


def look_ahead(lines: Lines, line: Line, message: Mapping[str, Any]) -> Later:
    """What an effect would change for a seat in the coming turns; it changes nothing.

    Machine code, which so many futures need, is got first; until then the answer says that it waits.
    """
    effect, seat = _asked(lines, message)
    head = {"type": "look_ahead", "effect": effect, "seat": seat}
    if not machine.ready():
        lines.say(line, {**head, "waits": True, "rows": []})
    match, teller = lines.sitting.table.match, Teller.of(lines.view(seat))
    return Later(lambda: {**head, "waits": False, "rows": _ahead(match, effect, seat, teller)})


def _asked(lines: Lines, message: Mapping[str, Any]) -> tuple[str, str]:
    """The effect and the seat that were asked about."""
    table, effect, seat = lines.sitting.table, str(message.get("effect") or ""), message.get("seat")
    table.require_open()
    check(lines.sitting, effect)
    return effect, str(seat) if seat in table.seats else table.package.default_seat


def _ahead(match: Match, effect: str, seat: str, teller: Teller) -> list[dict[str, Any]]:
    machine.wait()
    try:
        rows = doctrines.look_ahead(match, effect, seat)
    except InterventionError as error:
        raise Refused("intervention", error.args[0]) from error
    return [
        {
            "label": _("Score") if row.figure is None else teller.sentence(row.figure),
            "without": _band(row.without, row.unit),
            "with": _band(row.with_, row.unit),
            "moved": abs(row.moved.median) > 0.0 or row.moved.low < 0.0 < row.moved.high,
        }
        for row in rows
    ]


def _band(band: Band, unit: str) -> dict[str, str]:
    return {name: numbers.write(getattr(band, name), unit) for name in ("median", "low", "high")}

"""What the console asks of the event list: the list as a file, and what a release would do."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from game.exercise import files
from game.marks import N_
from game.server.acts.interventions import check
from game.server.line import Line
from game.server.lines import Lines
from game.server.table import Refused
from game.session import interventions
from game.telling import Teller, numbers

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
    return {"type": "event_file", "name": _NAME + suffix, "data": base64.b64encode(data).decode()}


def look_ahead(lines: Lines, _line: Line, message: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an effect would change in the coming turns, as a seat sees it; it changes nothing."""
    sitting, effect, seat = lines.sitting, str(message.get("effect") or ""), message.get("seat")
    table = sitting.table
    table.require_open()
    check(sitting, effect)
    whose = str(seat) if seat in table.seats else table.package.default_seat
    rows = interventions.look_ahead(table.match, effect, whose)
    teller = Teller.of(lines.view(whose))
    return {
        "type": "look_ahead",
        "effect": effect,
        "seat": whose,
        "rows": [
            {"label": teller.label(figure), "without": _band(figure, without), "with": _band(figure, with_it)}
            for figure, without, with_it in rows
        ],
    }


def _band(unit: str, band: tuple[float, float, float]) -> dict[str, str]:
    middle, low, high = (numbers.write(one, unit) for one in band)
    return {"middle": middle, "low": low, "high": high}

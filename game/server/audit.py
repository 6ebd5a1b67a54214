"""The audit log: every act of a session with who did it, when, in which turn, and why. For control alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from game import orders
from game.reports.spreadsheet import FORMULA
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.taking import lasting
from game.telling import Teller

LATEST = 200
"""Rows that the console is shown; the file has all."""
COLUMNS = ("number", "at", "turn", "who", "act", "seat", "what", "reason", "taken_back")
_HIDDEN = frozenset({"seat", "reason", "memories", "digest", "tokens", "data", "order", "host"})
"""Parts of an act that have a column of their own, are of no use to a person, or open a door."""


def entries(sitting: Sitting) -> Iterator[dict[str, Any]]:
    """A row for each act, oldest first, by the names of `COLUMNS`; turns count from 1, times are UTC."""
    dated = list(sitting.store.dated())
    held = {id(act) for act in lasting([act for _at, act in dated])}
    for number, (at, act) in enumerate(dated, 1):
        yield {
            "number": number,
            "at": at,
            "turn": act.turn + 1,
            "who": act.author,
            "act": act.do,
            "seat": str(act.body.get("seat") or ""),
            "what": _what(sitting, act),
            "reason": str(act.body.get("reason") or ""),
            "taken_back": id(act) not in held,
        }


def _what(sitting: Sitting, act: Act) -> str:
    """The order in words, or the parts of the act by their names."""
    order = act.body.get("order")
    if isinstance(order, Mapping):
        return Teller(sitting.table.match.control.lexicon).sentence(orders.parse(order).describe())
    if act.do == "turn":
        return ", ".join(act.body["orders"])
    if act.do == "rewind":
        return str(act.body["to"] + 1)
    if act.do == "branch":
        return f"{act.body['to'] + 1}-{act.body['left']}: {act.body['file']}"
    return ", ".join(f"{key}: {value}" for key, value in act.body.items() if key not in _HIDDEN and value != "")[:500]


def written(sitting: Sitting) -> bytes:
    """The whole log as CSV in UTF-8, with the mark by which spreadsheets know it."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in entries(sitting):
        table.writerow([_cell(row[column]) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    text = str(value)  # names of teams are anybody's: no spreadsheet is to compute one
    return f"'{text}" if text.startswith(FORMULA) else text

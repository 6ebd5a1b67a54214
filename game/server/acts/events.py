"""The event list: loaded, changed, released. What it brings by itself is an act of the table's own."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import secrets
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from game.exercise import event_list, files
from game.exercise.agenda import Agenda, NotPossible
from game.exercise.findings import EventListError
from game.marks import N_, Said
from game.server import spoken
from game.server.acts.deeds import CONSOLE, Deed, Undone
from game.server.acts.interventions import holds, intervene
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused

Made = TypeVar("Made")
_MOST_PARTS = 200


def moment() -> dict[str, Any]:
    """The time of an act, as people write it."""
    return {"at": dt.datetime.now().astimezone().isoformat(" ", "minutes")[:16]}


def loading(name: str, data: bytes) -> Act:
    """The act that loads a whole file when a session begins."""
    body = {"upload": "file", "name": name, "part": 0, "parts": 1, "data": base64.b64encode(data).decode()}
    return Act("table", "events", 0, "load_events", body)


def due(sitting: Sitting) -> list[Act]:
    """Release what the turn that has begun brings; the acts that do it again, yet to be written down.

    What the model refuses is held, with the reason in its act.
    """
    match, acts = sitting.table.match, list[Act]()
    if match.finished or not sitting.agenda.events:
        return acts
    for serial in sitting.agenda.due(match.turn, lambda text: holds(sitting, text)).release:
        act = Act("table", secrets.token_hex(8), match.turn, "release_event", {"serial": serial, "host": moment()})
        try:
            _release(sitting, act)
        except Refused as refused:
            act = Act("table", act.id, act.turn, "hold_event", {"serial": serial, "reason": str(refused.text)})
            _hold(sitting, act)
        acts.append(act)
    return acts


def _load(sitting: Sitting, act: Act) -> None:
    """Take a part of a file; with the last of them the list is read, checked and taken, or refused as a whole."""
    body = act.body
    part, parts = body.get("part"), body.get("parts")
    if type(part) is not int or type(parts) is not int or not 0 <= part < parts <= _MOST_PARTS:
        raise Refused("bad_file", N_("a file comes in parts that are counted"))
    name, upload = str(body.get("name"))[:100], str(body.get("upload"))[:64]
    before = sitting.upload[1] if sitting.upload[0] == upload else []
    if part > len(before):
        raise Refused("bad_file", N_("a part of the file is missing: send it again"))
    try:
        whole = [*before[:part], base64.b64decode(str(body.get("data")), validate=True)]
    except binascii.Error as error:
        raise Refused("bad_file", N_("a file comes in parts that are counted")) from error
    if len(whole) == parts:
        try:
            found = event_list.read(name, b"".join(whole), sitting.table.package)
            agenda = sitting.agenda.taking(found)
        except EventListError as error:
            raise Refused("event_list", _all(error)) from error
        sitting.agenda, whole = agenda, []
    elif sum(map(len, whole)) > files.LARGEST:
        raise Refused("bad_file", Said(N_("the file has more than {number} bytes"), number=files.LARGEST))
    sitting.upload = (upload, whole)


def _all(error: EventListError) -> Said:
    """Every finding in a line of its own."""
    told: Said = error.findings[0].told()
    for finding in error.findings[1:]:
        told = Said("{before}\n{finding}", before=told, finding=finding.told())
    return told


def _release(sitting: Sitting, act: Act) -> None:
    table, serial = sitting.table, str(act.body.get("serial"))
    table.require_open()
    event = _possible(lambda: sitting.agenda.event(serial))
    turn, host = table.match.turn, act.body["host"]
    agenda = _possible(lambda: sitting.agenda.released(serial, turn, host["at"]))
    if event.effect:
        reason = str(act.body.get("reason") or "").strip() or event.subject or event.message[:200] or event.serial
        intervene(sitting, "inject", event.effect, reason, serial)
    sitting.agenda = agenda
    if event.subject or event.message:
        table.said.append(spoken.of_event(event, table.seats, turn))


def _possible(change: Callable[[], Made]) -> Made:
    try:
        return change()
    except NotPossible as error:
        raise Refused("event", error.args[0]) from error


def _changing(change: Callable[[Agenda, str, Mapping[str, Any]], Agenda]) -> Callable[[Sitting, Act], None]:
    def do(sitting: Sitting, act: Act) -> None:
        serial = str(act.body.get("serial"))
        sitting.agenda = _possible(lambda: change(sitting.agenda, serial, act.body))

    return do


def _cells(body: Mapping[str, Any]) -> dict[str, str]:
    cells = body.get("cells")
    if not isinstance(cells, Mapping) or not all(isinstance(cell, str) for cell in cells.values()):
        raise Refused("event", N_("an event is written as texts by the names of columns"))
    return dict(cells)


_hold = _changing(lambda agenda, serial, _body: agenda.held(serial))
_TELLS = ("events",)
DEEDS = {
    "load_events": Deed(_load, CONSOLE, _TELLS),
    "hold_event": Deed(_hold, CONSOLE, _TELLS),
    "plan_event": Deed(_changing(lambda agenda, serial, _body: agenda.planned(serial)), CONSOLE, _TELLS),
    "skip_event": Deed(_changing(lambda agenda, serial, _body: agenda.skipped(serial)), CONSOLE, _TELLS),
    "edit_event": Deed(_changing(lambda agenda, serial, body: agenda.edited(serial, _cells(body))), CONSOLE, _TELLS),
    "insert_event": Deed(
        _changing(lambda agenda, _serial, body: agenda.inserted(_cells(body), str(body.get("before") or ""))),
        CONSOLE,
        _TELLS,
    ),
    "release_event": Deed(_release, CONSOLE, ("model", "events", "rulings"), undone=Undone.AT, gives=moment),
}

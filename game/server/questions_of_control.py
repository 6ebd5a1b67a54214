"""What the console alone may ask: the audit log, the hot wash, files, pictures of links.

Files come in the console's own connection: no address that opens them is left behind.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Any

from game.marks import N_
from game.server import audit, wash
from game.server.apart import Later
from game.server.codes import code
from game.server.line import Line
from game.server.lines import Lines
from game.server.table import Refused
from game.session.faults import SaveError

Message = Mapping[str, Any]


def _qr(lines: Lines, _line: Line, message: Message) -> Mapping[str, Any]:
    """A picture of one of the session's links, for who comes late or has lost it."""
    path, sitting = str(message.get("path")), lines.sitting
    if path not in {known for _audience, known in sitting.links.rows()}:
        raise Refused("no_link", N_("that link opens nothing any more"))
    address = sitting.address + path
    return {"type": "qr", "path": path, "address": address, "svg": code(address)}


def _audit(lines: Lines, _line: Line, _message: Message) -> Mapping[str, Any]:
    """The latest acts, newest first."""
    rows = list(audit.entries(lines.sitting))
    return {"type": "audit", "rows": rows[: -audit.LATEST - 1 : -1], "total": len(rows)}


def _audit_file(lines: Lines, _line: Line, _message: Message) -> Mapping[str, Any]:
    return _file(f"{lines.sitting.store.path.stem} audit.csv", audit.written(lines.sitting))


def _wash(lines: Lines, _line: Line, _message: Message) -> Later:
    """All of the hot wash. Turns are played again to measure what turned it."""
    sitting = lines.sitting
    wash.require_over(sitting)
    return Later(lines.facts, lambda found: wash.told(sitting, found))


def _debrief_file(lines: Lines, line: Line, _message: Message) -> Later:
    """The debrief, beside the session and as a file when it is made: it takes seconds."""
    save, path = wash.save_of(lines.sitting), lines.sitting.store.path
    folder = path.with_name(f"{path.stem} debrief")
    lines.say(line, {"type": "making", "name": folder.name})

    def make() -> bytes:
        try:
            return wash.packed(save, folder)
        except (OSError, SaveError) as error:
            raise Refused("debrief", str(error)) from error

    return Later(make, lambda data: {**_file(f"{folder.name}.zip", data), "folder": str(folder)})


def _file(name: str, data: bytes) -> dict[str, Any]:
    return {"type": "file", "name": name, "data": base64.b64encode(data).decode()}


ANSWERS: Mapping[str, Callable[[Lines, Line, Message], Mapping[str, Any] | Later]] = {
    "qr": _qr,
    "audit": _audit,
    "audit_file": _audit_file,
    "wash": _wash,
    "debrief_file": _debrief_file,
}

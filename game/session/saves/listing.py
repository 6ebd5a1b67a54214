"""The user's saves: where they lie, what they are called, and what can be told of each without opening it wholly."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from game import places
from game.session.faults import SaveError
from game.session.saves.log import Log, read, read_header

SUFFIX = ".chokepoint"
"""A save is JSON lines; the suffix of its own lets a file manager open the game."""

_KEPT = 100
_OWN = re.compile(r" \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d( \(\d+\))?$")
"""The moment at the end of a name that `new_path` gave."""


@dataclass(frozen=True)
class SaveInfo:
    """One save in the list. With `problem` not empty it cannot be opened, and the other texts may be empty."""

    path: Path
    title: str
    scenario: str
    people: tuple[tuple[str, str], ...]
    """Seat id and player name."""
    turn: int
    """Turns played."""
    turns: int
    month: str
    """``YYYY-MM`` at which it goes on."""
    finished: bool
    modified: str
    """Local date and time, ``YYYY-MM-DD HH:MM``."""
    problem: str


def folder() -> Path:
    """The folder of the user's saves; it need not exist yet."""
    return places.user() / "saves"


def new_path(scenario: str, seats: tuple[str, ...] = ()) -> Path:
    """A path for a new save that no file has yet: scenario, seats, date and time."""
    moment = dt.datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    stem = _plain(" ".join([scenario, *seats, moment]))
    return unused(folder() / f"{stem}{SUFFIX}")


def branch_path(path: Path, turn: int) -> Path:
    """A path beside `path` for a branch that leaves it at the start of `turn`."""
    stem = re.sub(r" from turn \d+( \(\d+\))?$", "", path.stem)
    return unused(path.with_name(f"{stem} from turn {turn + 1}{path.suffix or SUFFIX}"))


def unused(path: Path) -> Path:
    """`path`, or the first ``NAME (2)``, ``NAME (3)``... that no file has."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def list_saves() -> list[SaveInfo]:
    """All saves of the user, the latest first; those that cannot be opened are listed with their problem."""
    return [describe(path) for path in _files()]


def _files() -> list[Path]:
    """Files of saves, the latest first; none where the folder cannot be read."""
    try:
        files = [path for path in folder().iterdir() if path.suffix == SUFFIX and path.is_file()]
        return sorted(files, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    except OSError:
        return []


def describe(path: Path) -> SaveInfo:
    """What the list shows of one save."""
    try:
        return _info(read(path), "")
    except SaveError as error:
        problem = str(error)
    try:
        return _info(Log(path, read_header(path), (), None, (), torn=False), problem)
    except SaveError:
        return SaveInfo(path, path.stem, "", (), 0, 0, "", finished=False, modified=_modified(path), problem=problem)


def _info(log: Log, problem: str) -> SaveInfo:
    head = log.header
    year, month = map(int, head["start"].split("-"))
    now = year * 12 + month - 1 + len(log.turns) * head["turn_months"]
    return SaveInfo(
        path=log.path,
        title=head["title"],
        scenario=head["scenario"],
        people=tuple(head["people"].items()),
        turn=len(log.turns),
        turns=head["turns"],
        month=f"{now // 12:04d}-{now % 12 + 1:02d}",
        finished=len(log.turns) >= head["turns"],
        modified=_modified(log.path),
        problem=problem,
    )


def make_room(keep: int = _KEPT) -> None:
    """Delete the oldest saves that the program named itself, so that `keep` of them remain. Other names stay."""
    own = [path for path in _files() if _OWN.search(path.stem)]
    for path in own[keep:]:
        with contextlib.suppress(OSError):
            path.unlink()


def latest() -> SaveInfo | None:
    """The save to go on with: the latest that opens and is not finished."""
    return next((save for save in list_saves() if not save.problem and not save.finished), None)


def _modified(path: Path) -> str:
    try:
        moment = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return ""
    return moment.strftime("%Y-%m-%d %H:%M")


def _plain(text: str) -> str:
    """`text` without characters that some file system refuses."""
    return re.sub(r"[^\w .-]+", "_", text).strip(" .") or "match"

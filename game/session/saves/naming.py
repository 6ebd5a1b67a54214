"""Names of saves: where they lie, and what a new one is called."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import re
from collections.abc import Iterator
from pathlib import Path

from game import places

SUFFIX = ".chokepoint"
"""A save is JSON lines; the suffix of its own lets a file manager open the game."""

LONGEST = 60
"""Characters that the program gives a name at most, suffix included: some disks and mails take no long ones."""
_COUNTED = len(" (999)")

OWN = re.compile(r" \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d( \(\d+\))?$")
"""The moment at the end of a name that `new_path` gave."""


def folder() -> Path:
    """The folder of the user's saves; it need not exist yet."""
    return places.user() / "saves"


def new_path(scenario: str, seats: tuple[str, ...] = ()) -> Path:
    """A path for a new save that no file has yet: scenario, seats, date and time."""
    moment = dt.datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    room = LONGEST - len(SUFFIX) - _COUNTED - len(moment) - 1
    stem = _short(_plain(" ".join([Path(scenario).name, *seats])), room)
    return unused(folder() / f"{stem} {moment}{SUFFIX}")


def branch_path(path: Path, turn: int) -> Path:
    """A path beside `path` for a branch that leaves it at the start of `turn`."""
    stem = re.sub(r" from turn \d+( \(\d+\))?$", "", path.stem)
    ending = f" from turn {turn + 1}"
    suffix = path.suffix or SUFFIX
    room = max(1, LONGEST - len(suffix) - _COUNTED - len(ending))
    return unused(path.with_name(f"{_short(stem, room)}{ending}{suffix}"))


def named(path: Path, name: str) -> Path:
    """A free path beside `path` for a save that a person calls `name`."""
    stem = _short(_plain(name), LONGEST - len(SUFFIX) - _COUNTED)
    return unused(path.with_name(f"{stem}{SUFFIX}"))


def unused(path: Path) -> Path:
    """`path`, or the first ``NAME (2)``, ``NAME (3)``... that no file has."""
    return next(place for place in numbered(path) if not _taken(place))


def _taken(path: Path) -> bool:
    """Whether something has the name; what no disk takes (too long) is found out by writing."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def numbered(path: Path) -> Iterator[Path]:
    """`path`, then ``NAME (2)``, ``NAME (3)``..."""
    yield path
    yield from (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in itertools.count(2))


def _short(text: str, room: int) -> str:
    """As many whole words of `text` as there is room for; a part of the first where that is longer."""
    if len(text) <= room:
        return text
    whole = text[: room + 1].rpartition(" ")[0]
    return (whole or text[:room]).rstrip(" .") or "match"


def _plain(text: str) -> str:
    """`text` without characters that some file system refuses."""
    return re.sub(r"[^\w .-]+", "_", "".join(map(_encodable, text))).strip(" .") or "match"


def _encodable(letter: str) -> str:
    """`letter`, or a dash where file names of this platform cannot have it (an ``ü`` in the locale C)."""
    try:
        os.fsencode(letter)
    except UnicodeError:
        return "_"
    return letter

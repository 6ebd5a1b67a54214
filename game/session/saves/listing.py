"""The user's saves: what can be told of each without opening it wholly, and how they are named anew and deleted."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.marks import N_, Said
from game.session.faults import SaveError
from game.session.saves.naming import OWN, SUFFIX, folder, named

_KEPT = 100
_UNPLAYED = 2
"""Lines of a save in which nobody has done anything."""


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
    scores: tuple[tuple[str, float], ...] = ()
    """Seat of a person and its score so far, 0-100; none before the first turn is over."""

    @property
    def name(self) -> str:
        """What the person, or the program, called it."""
        return self.path.stem


def list_saves() -> list[SaveInfo]:
    """All saves of the user, the latest first; those that cannot be opened are listed with their problem."""
    return [describe(path) for path in files()]


def files() -> list[Path]:
    """Files of saves, the latest first; none where the folder cannot be read."""
    try:
        found = [(path, _stamp(path)) for path in folder().iterdir() if path.suffix == SUFFIX and path.is_file()]
    except OSError:
        return []
    return [path for path, _ in sorted(found, key=lambda item: item[1], reverse=True)]


def describe(path: Path) -> SaveInfo:
    """What the list shows of one save; whatever the file holds, it is something."""
    from game.session.saves.log import read, read_header  # the title need not wait for it where there is no save

    try:
        log = read(path)
        return _info(path, log.header, log.turns, "", log.acts)
    except SaveError as error:
        problem = str(error)
    except _ODD:
        problem = Said(_UNSOUND, file=path.name)
    try:
        return _info(path, read_header(path), (), problem)
    except (SaveError, *_ODD):
        return SaveInfo(path, path.stem, "", (), 0, 0, "", finished=False, modified=_modified(path), problem=problem)


_ODD = (KeyError, TypeError, ValueError, AttributeError, OverflowError)
"""What a header brings about whose parts are not what they must be; only opening checks each against its model."""
_UNSOUND = N_("{file}, line 1: the header does not hold together. Nothing in it can be recovered.")


_Lines = tuple[Mapping[str, Any], ...]


def _people(head: Mapping[str, Any], turns: _Lines, acts: _Lines) -> tuple[tuple[str, str], ...]:
    """Who sits where now: as it began, and by the seats that changed hands since."""
    found = {str(seat): str(name) for seat, name in head["people"].items()}
    handed = [one for line in turns for one in line.get("handed", ())]
    for one in (*handed, *(act["handed"] for act in acts if act.get("do") == "hand_over")):
        found.pop(one["seat"], None)
        if not one["led"]:
            found[one["seat"]] = str(one["to"])
    return tuple(found.items())


def _info(path: Path, head: Mapping[str, Any], turns: _Lines, problem: str, acts: _Lines = ()) -> SaveInfo:
    year, month = map(int, head["start"].split("-"))
    now = year * 12 + month - 1 + len(turns) * int(head["turn_months"])
    people = _people(head, turns, acts)
    scores = turns[-1].get("scores", {}) if turns else {}
    return SaveInfo(
        path=path,
        title=str(head["title"]),
        scenario=str(head["scenario"]),
        people=people,
        turn=len(turns),
        turns=int(head["turns"]),
        month=f"{now // 12:04d}-{now % 12 + 1:02d}",
        finished=len(turns) >= int(head["turns"]),
        modified=_modified(path),
        problem=problem,
        scores=tuple((seat, float(scores[seat])) for seat, _ in people if seat in scores),
    )


def rename(path: Path, name: str) -> Path:
    """Call a save `name`; where it lies then. A name that is taken gets a number.

    Raises:
        SaveInUse: when another program has it open.
        SaveError: when it cannot be done.
    """
    with _taken_away(path):
        return path.rename(named(path, name))


def delete(path: Path) -> None:
    """Delete a save.

    Raises:
        SaveInUse: when another program has it open.
        SaveError: when it cannot be done.
    """
    with _taken_away(path):
        path.unlink()


def make_room(keep: int = _KEPT) -> int:
    """Delete the oldest saves that the program named itself and in which nobody has done anything yet, as long as there
    are more than `keep` saves. How many were deleted.
    """
    found = files()
    surplus, gone = len(found) - keep, 0
    for path in reversed(found):
        if gone >= surplus:
            break
        if OWN.search(path.stem) and _unplayed(path):
            with contextlib.suppress(OSError, SaveError):
                delete(path)
                gone += 1
    return gone


def _unplayed(path: Path) -> bool:
    """Whether a save holds nothing but how it began."""
    from game.session.saves.log import read

    try:
        return path.read_bytes().count(b"\n") <= _UNPLAYED and not read(path).turns
    except (OSError, SaveError):
        return False  # whoever knows what it was may still want it


def latest() -> SaveInfo | None:
    """The save to go on with: the latest that opens and is not finished."""
    return next((save for save in map(describe, files()) if not save.problem and not save.finished), None)


@contextlib.contextmanager
def _taken_away(path: Path) -> Iterator[None]:
    """Hold a save while it goes from where it is, and let its lock go with it."""
    from game.session.saves.lock import Hold, lock_of
    from game.session.saves.writer import fault

    hold = Hold(path)
    try:
        yield
    except (OSError, ValueError) as error:
        raise fault(path, error) from error
    finally:
        hold.release()
    with contextlib.suppress(OSError):
        lock_of(path).unlink()


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _modified(path: Path) -> str:
    try:
        moment = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, OverflowError, ValueError):
        return ""
    return moment.strftime("%Y-%m-%d %H:%M")

"""From the file of a save to what a match needs to go on."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from game.content.package import Package
from game.engine.state import State
from game.engine.world import World
from game.marks import N_, Said
from game.session.faults import SaveBroken, SaveError
from game.session.saves.again import first_state, played_again, state_in
from game.session.saves.header import branch
from game.session.saves.journal import Journal
from game.session.saves.lines import read_line, write_line
from game.session.saves.log import Log, read
from game.session.saves.naming import branch_path, unused
from game.session.saves.scenario import Played, content_line, played_with, told
from game.session.saves.snapshot import SnapshotError


class Way(Enum):
    """What a save is opened for."""

    PLAY = "play"
    """To go on in the file itself; no other program may."""
    BRANCH = "branch"
    """To go on in a save of its own."""
    READ = "read"
    """To look at it; nothing is written."""


@dataclass(frozen=True)
class Opened:
    """A save that was read: its lines, the rules it was played with, and the log that it goes on in."""

    log: Log
    package: Package
    state: State
    journal: Journal
    notice: str
    changed: str
    """Which figures the installed scenario has otherwise; empty where none."""

    @property
    def memories(self) -> Mapping[str, Mapping[str, Any]]:
        """Seat to what its leader remembered."""
        return self.log.turns[-1]["leaders"] if self.log.turns else {}


def open_log(path: Path, turn: int | None = None) -> Log:
    """The log at `path`, every line checked; with `turn`, only its first `turn` turns.

    Raises:
        SaveError: of the kind that says what is wrong with it.
    """
    log = read(path, upto=turn, quick=True)
    if turn is not None and not 0 <= turn == len(log.turns):
        text = N_("{file} ends with turn {played}; it cannot go on from turn {turn}.")
        raise SaveError(path, Said(text, file=path.name, played=len(log.turns), turn=turn + 1))
    from game.session.saves.models import require_sound  # a new match need not wait for what only a check needs

    require_sound(log)
    return log


def open_save(path: Path, way: Way, turn: int | None, package: Package | None, reason: str = "") -> Opened:
    """Read `path`; with `turn`, only its first `turn` turns, to go on in a branch for that `reason`. Raises as
    `Match.load`.
    """
    log = open_log(path, turn)
    played = played_with(log) if package is None else Played(package, certain=package.hash == log.header["hash"])
    require_fitting(log, played.package.world)
    state = state_after(played, log)
    if turn is not None or way is Way.BRANCH:
        journal, notice = _branch(log, played.package, state.digest(), reason)
    elif way is Way.READ:
        journal, notice = Journal(log.lines, log.turn_lines), ""
    else:
        journal, notice = Journal.resume(log), _set_aside(log) if log.torn else ""
    return Opened(log, played.package, state, journal, notice, _changed(played))


def require_fitting(log: Log, world: World) -> None:
    """Check that a log speaks of seats and turns that the scenario has.

    Raises:
        SaveBroken: when it does not.
    """
    head, seats = log.header, world.names.nations[: world.seats]
    calendar = world.calendar
    stated = (tuple(head["seats"]), head["turns"], head["turn_months"], head["start"])
    found = (tuple(seats), calendar.turns, calendar.turn_months, calendar.label(0))
    persons = set(head["people"]) | set(head["doctrines"]) | {act["seat"] for act in log.acts if act.get("seat")}
    persons |= {handed["seat"] for handed in handed_in(log)}
    if stated != found or not persons <= set(seats) or len(log.turns) > calendar.turns:
        raise SaveBroken(log.path, 1, Said(N_("the header does not fit the scenario that was played")), None)
    for turn, line in enumerate(log.turns):
        if not {seat for part in _BY_SEAT for seat in line.get(part, {})} <= set(seats):
            what = Said(N_("it speaks of a seat that the scenario has not"))
            raise SaveBroken(log.path, log.numbers[turn] + 1, what, turn)


def handed_in(log: Log) -> list[Mapping[str, Any]]:
    """Seats that changed hands in the turns that are over, oldest first."""
    return [handed for line in log.turns for handed in line.get("handed", ())]


_BY_SEAT = ("orders", "reasons", "refused", "leaders", "scores")
"""Parts of a turn's line that have seats as their keys."""


def state_after(played: Played, log: Log) -> State:
    """The state after the last turn of `log`: as it is kept there, or, where this program has other fields or it is
    not certain that the figures are the same, by playing all orders again.

    Raises:
        SaveDiffers: when that gives other figures.
    """
    world = played.package.world
    if not log.turns:
        return first_state(world, log.header["seed"])
    if played.certain:
        with contextlib.suppress(SnapshotError):
            return state_in(world, log.turns[-1])
    *_, last = played_again(world, log)
    return last


def branched(log: Log, journal: Journal, digest: str) -> tuple[Journal, str]:
    """`journal`, of the orders of `log` played anew, as a branch beside it with what to tell of it."""
    head = branch(read_line(journal.lines[0]), log.path, len(log.turns), digest)
    return _created(log.path, [write_line(head), *journal.lines[1:]], journal.turns)


def _branch(log: Log, package: Package, digest: str, reason: str) -> tuple[Journal, str]:
    """A log of its own for the branch; in memory alone where it cannot be written."""
    turn = len(log.turns)
    last = log.numbers[-1] + 1 if log.numbers else 1 + (log.content is not None)
    files = log.lines[1] if log.content is not None else write_line(content_line(package))
    head = write_line(branch(log.header, log.path, turn, digest, reason))
    lines = [head, files, *log.lines[1 + (log.content is not None) : last]]
    return _created(log.path, lines, log.turn_lines)


def _created(path: Path, lines: Sequence[str], turns: Sequence[str]) -> tuple[Journal, str]:
    try:
        journal = Journal.create(lines, branch_path(path, len(turns)), turns)
    except SaveError as error:
        journal = Journal(lines, turns)
        journal.problem = error.args[0]
        return journal, error.args[0]
    text = N_("This is a branch of {file} and is saved as {branch}.")
    return journal, Said(text, file=path.name, branch=journal.path.name if journal.path else "")


def _changed(played: Played) -> str:
    if not played.differences:
        return ""
    text = N_(
        "The scenario that is installed has other figures now ({what}). This match goes on with those it began with; "
        "its orders can be played again with the new ones, as a branch."
    )
    return Said(text, what=told(played.differences))


def _set_aside(log: Log) -> str:
    """Keep a copy of a file whose last line was torn."""
    aside = unused(log.path.with_name(f"{log.path.name}.damaged"))
    lost = Said(_LOST, turn=len(log.turns) + 1)
    with contextlib.suppress(OSError):
        shutil.copyfile(log.path, aside)
        return Said(N_("{lost} The damaged file is kept as {file}."), lost=lost, file=aside.name)
    return lost


_LOST = N_(
    "The last line of this save was not written to its end, as after a crash or a power cut. "
    "The match goes on from turn {turn}."
)

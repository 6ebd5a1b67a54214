"""From the file of a save to what a match needs to go on."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from game import content
from game.content.package import Package
from game.engine import start, step
from game.engine.events import Events
from game.engine.state import State
from game.engine.world import World
from game.marks import N_, Said
from game.session.faults import SaveError, SaveMismatch
from game.session.saves import listing
from game.session.saves.header import branch, require_same
from game.session.saves.journal import Journal
from game.session.saves.log import Log, read, read_line, write_line
from game.session.saves.snapshot import SnapshotError, unpack


@dataclass(frozen=True)
class Opened:
    """A save that was read: its lines, the rules it was played with, and the log that it goes on in."""

    log: Log
    package: Package
    state: State
    journal: Journal
    notice: str

    @property
    def memories(self) -> Mapping[str, Mapping[str, Any]]:
        """Seat to what its leader remembered."""
        return self.log.turns[-1]["leaders"] if self.log.turns else {}


def open_save(path: Path, turn: int | None, package: Package | None) -> Opened:
    """Read `path`; with `turn`, only its first `turn` turns, to go on in a branch. Raises as `Match.load`."""
    log = read(path, upto=turn)
    if turn is not None and not 0 <= turn == len(log.turns):
        text = N_("{file} ends with turn {played}; it cannot go on from turn {turn}.")
        raise SaveError(path, Said(text, file=path.name, played=len(log.turns), turn=turn + 1))
    package = package or package_of(path, log.header)
    require_same(path, log.header, package)
    state = state_after(package.world, log)
    if turn is not None:
        journal, notice = _branch(log, turn, state.digest())
    else:
        journal, notice = Journal.resume(log.lines, path), _set_aside(log) if log.torn else ""
    return Opened(log, package, state, journal, notice)


def first_state(world: World, seed: int) -> State:
    """The state at the start of the first turn, its income included."""
    state = start.begin(world, np.array([seed], dtype=np.uint64))
    step.begin_turn(world, state, Events(watched=False))
    return state


def state_after(world: World, log: Log) -> State:
    """The state after the last turn of `log`.

    Raises:
        SaveMismatch: when its snapshot belongs to another version of the program.
    """
    if not log.turns:
        return first_state(world, log.header["seed"])
    try:
        return unpack(world, log.turns[-1]["snapshot"])
    except SnapshotError as error:
        raise SaveMismatch(
            log.path,
            Said(
                N_(
                    "{file} was written by chokepoint {program}, which kept its matches in another way ({problem}). "
                    "Open it with that version."
                ),
                file=log.path.name,
                program=log.header["program"],
                problem=error.args[0],
            ),
        ) from error


def state_at(world: World, seed: int, lines: Sequence[str], turn: int) -> State:
    """The state in which `turn` began, from the lines of a log that was read.

    Raises:
        SnapshotError: when a snapshot belongs to another version of the program.
    """
    return first_state(world, seed) if turn == 0 else unpack(world, read_line(lines[turn])["snapshot"])


def package_of(path: Path, head: Mapping[str, Any]) -> Package:
    """The scenario that a save was played with.

    Raises:
        SaveMismatch: when it is not installed or does not load.
    """
    for place in filter(None, (head["scenario"], head["folder"])):
        with contextlib.suppress(content.ContentError):
            package = content.load(place)
            if package.hash == head["hash"]:
                return package  # of two scenarios with one name, the one that was played
    try:
        return content.load(head["scenario"])
    except content.ContentError as error:
        raise SaveMismatch(
            path,
            Said(
                N_("{file} needs the scenario {scenario}, which is not installed or does not load: {problem}"),
                file=path.name,
                scenario=repr(head["scenario"]),
                problem=error,
            ),
        ) from error


def _branch(log: Log, turn: int, digest: str) -> tuple[Journal, str]:
    """A log of its own for the branch; in memory alone where it cannot be written."""
    head = write_line(branch(log.header, log.path, turn, digest))
    lines = [head, *log.lines[1 : 1 + turn]]
    path = listing.branch_path(log.path, turn)
    try:
        text = N_("This is a branch of {file} and is saved as {branch}.")
        return Journal.create(lines, path), Said(text, file=log.path.name, branch=path.name)
    except SaveError as error:
        journal = Journal.create(lines, None)
        journal.problem = error.args[0]
        return journal, error.args[0]


def _set_aside(log: Log) -> str:
    """Keep a copy of a file whose last line was torn."""
    aside = listing.unused(log.path.with_name(f"{log.path.name}.damaged"))
    lost = Said(_LOST, turn=len(log.turns) + 1)
    with contextlib.suppress(OSError):
        shutil.copyfile(log.path, aside)
        return Said(N_("{lost} The damaged file is kept as {file}."), lost=lost, file=aside.name)
    return lost


_LOST = N_(
    "The last turn in this save was not written to its end, as after a crash or a power cut. "
    "The match goes on from the start of turn {turn}."
)

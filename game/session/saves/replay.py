"""Plays a log again from its header and orders, and compares the digest of every turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from game import orders
from game.content.package import Package
from game.engine import step
from game.engine.events import Events
from game.engine.state import State
from game.engine.world import World
from game.marks import N_, Said
from game.session.records import Proposal
from game.session.resolution import give_all, play_months
from game.session.saves.header import require_same
from game.session.saves.loading import first_state, package_of
from game.session.saves.log import Log, read
from game.session.saves.snapshot import SnapshotError, unpack


@dataclass(frozen=True)
class ReplayReport:
    """What a replay found. Turns count from 0."""

    turns: int
    """Turns in the log."""
    ok: bool
    first_difference: int | None
    """The first turn whose digest differs; None where all agree."""
    differences: tuple[int, ...]
    """Every turn that does not follow from the state before it as the log has it."""
    notes: tuple[Said, ...]
    """What there is to add, each a sentence."""


def verify(
    path: Path, *, progress: Callable[[int, int], None] | None = None, package: Package | None = None
) -> ReplayReport:
    """Recompute the match in `path`; `progress(done, turns)` is called after each turn.

    Where a digest differs, the replay goes on from the log's snapshot, so that each turn is judged by itself.

    Raises:
        SaveError: as `Match.load`.
    """
    log = read(path)
    package = package or package_of(path, log.header)
    require_same(path, log.header, package)
    state = first_state(package.world, log.header["seed"])
    differences: list[int] = []
    lost: Said | None = None
    for turn, line in enumerate(log.turns):
        _play(package.world, state, line)
        if state.digest() != line["digest"]:
            differences.append(turn)
            try:
                state = unpack(package.world, line["snapshot"])
            except SnapshotError as error:
                lost = Said(N_("From there the replay could not go on: {problem}."), problem=error.args[0])
                break
        if progress is not None:
            progress(turn + 1, len(log.turns))
    return ReplayReport(
        turns=len(log.turns),
        ok=not differences,
        first_difference=differences[0] if differences else None,
        differences=tuple(differences),
        notes=tuple(_notes(log, differences, lost)),
    )


def _play(world: World, state: State, line: Mapping[str, Any]) -> None:
    """One turn in place: the orders that took effect, the months, the next incomes."""
    everywhere = np.ones(state.batch, dtype=bool)
    plans = {
        world.names.index("nations", seat): [Proposal(orders.parse(order), everywhere, "") for order in given]
        for seat, given in line["orders"].items()
    }
    events = Events(watched=False)
    give_all(world, state, plans, events)
    play_months(world, state, events)
    if line["turn"] + 1 < world.calendar.turns:
        step.begin_turn(world, state, events)


def _notes(log: Log, differences: list[int], lost: Said | None) -> Iterator[Said]:
    if differences:
        yield Said(N_("Turn {turn} does not come out as it stands in the log."), turn=differences[0] + 1)
        if log.header["numpy"] != np.__version__:
            text = N_("The match was played with numpy {then}, this is {now}: builds may differ in the last digits.")
            yield Said(text, then=log.header["numpy"], now=np.__version__)
        else:
            yield Said(N_("The version of numpy is the same: another processor, or an edited log, may be the reason."))
        if lost is None:
            yield Said(N_("The replay went on from the snapshots in the log."))
    if log.torn:
        yield Said(N_("The last line of the file was not written to its end and was left out."))
    if lost is not None:
        yield lost

"""Plays a log again from its header and orders, and compares the digest of every turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.content.package import Package
from game.engine.world import World
from game.marks import N_, Said
from game.session.saves.again import agrees, first_state, holding_together, replay_turn, state_in
from game.session.saves.loading import open_log, require_fitting
from game.session.saves.log import Log
from game.session.saves.scenario import played_with
from game.session.saves.snapshot import SnapshotError


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
    log = open_log(path)
    package = package or played_with(log).package
    require_fitting(log, package.world)
    differences, lost = _compare(log, package.world, progress)
    return ReplayReport(
        turns=len(log.turns),
        ok=not differences,
        first_difference=differences[0] if differences else None,
        differences=tuple(differences),
        notes=tuple(_notes(log, differences, lost)),
    )


def _compare(log: Log, world: World, progress: Callable[[int, int], None] | None) -> tuple[list[int], Said | None]:
    """The turns that differ, and why the replay could not go on after one of them."""
    state = first_state(world, log.header["seed"])
    differences: list[int] = []
    for turn, line in enumerate(log.turns):
        with holding_together(log):
            replay_turn(world, state, line)
        if not agrees(world, state, line):
            differences.append(turn)
            try:
                state = state_in(world, line)
            except SnapshotError as error:
                return differences, Said(N_("From there the replay could not go on: {problem}."), problem=error.args[0])
        if progress is not None:
            progress(turn + 1, len(log.turns))
    return differences, None


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

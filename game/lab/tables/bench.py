"""A bench on which tables are played: cut into batches, and shared by processes.

What comes out does not depend on the number of processes, nor on how tables are cut: a match of a batch is the match
alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from game.content import load
from game.content.package import Package
from game.economy import machine
from game.lab.runs.play import TILE, Tell
from game.lab.runs.pool import Pool, share
from game.lab.tables.hands import AS_IT_STANDS, Setting, Table, set_in
from game.lab.tables.outcomes import Outcomes
from game.lab.tables.play import play

_Source = tuple[str, tuple[tuple[str, float | str], ...]]


@dataclass(frozen=True)
class Job:
    """Tables to be played under seeds, in a setting."""

    tables: tuple[Table, ...]
    seeds: tuple[int, ...]
    setting: Setting = AS_IT_STANDS


class Bench:
    """Plays jobs on a scenario. `expected` is how many matches there will be, for ``tell(done, expected)``."""

    def __init__(self, package: Package, pool: Pool | None = None, tell: Tell | None = None, expected: int = 0) -> None:
        self.package = package
        self._turns = 0
        self._pool, self._tell, self._expected = pool, tell, expected
        self._set: dict[Setting, Package] = {}

    @property
    def played(self) -> int:
        """How many matches were played so far; of those that ended early, as much as was played of them."""
        return self._turns // self.package.world.calendar.turns

    def play(self, jobs: Sequence[Job]) -> list[Outcomes]:
        """What comes of each job. A job without tables or without seeds is not allowed.

        Raises:
            KeyError: for an unknown doctrine, or an unknown name in an order.
        """
        source: _Source = (self.package.folder, tuple(self.package.changes.items()))
        tiles = [(source, job.setting, cut, job.seeds) for job in jobs for cut in _cuts(job)]
        owners = [place for place, job in enumerate(jobs) for _ in _cuts(job)]
        found: dict[int, Outcomes] = {}
        for place, outcomes in share(self._here, _there, tiles, self._pool):
            found[place] = outcomes
            self._count(len(tiles[place][2]) * len(tiles[place][3]), tiles[place][1])
        parts: list[list[Outcomes]] = [[] for _ in jobs]
        for place in range(len(tiles)):
            parts[owners[place]].append(found[place])
        return [Outcomes.joined(each) for each in parts]

    def _count(self, matches: int, setting: Setting) -> None:
        turns = self.package.world.calendar.turns
        self._turns += matches * (turns if setting.turns is None else setting.turns)
        if self._tell is not None:
            self._tell(min(self.played, self._expected), self._expected)

    def _here(self, _: _Source, setting: Setting, tables: tuple[Table, ...], seeds: tuple[int, ...]) -> Outcomes:
        if setting not in self._set:
            self._set[setting] = set_in(self.package, setting)
        return play(self._set[setting], tables, seeds, setting.turns)


def _cuts(job: Job) -> list[tuple[Table, ...]]:
    step = max(TILE // len(job.seeds), 1)
    return [job.tables[at : at + step] for at in range(0, len(job.tables), step)]


@cache
def _loaded(source: _Source, setting: Setting) -> Package:
    return set_in(load(source[0], dict(source[1])), setting)


def _there(source: _Source, setting: Setting, tables: tuple[Table, ...], seeds: tuple[int, ...]) -> Outcomes:
    machine.wait()  # a few matches more are on their way than these
    return play(_loaded(source, setting), tables, seeds, setting.turns)

"""Runs of a scenario played as batches: variants of it under the same seeds, in this process or shared with others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

import numpy as np

from game.content import Variants, load
from game.content.facts import Run
from game.content.package import Doctrine, Package
from game.doctrines import run_batch
from game.economy import machine
from game.engine.conditions import Reading
from game.engine.state import State
from game.engine.world import Calendar
from game.lab.runs.columns import Columns, Recorder
from game.lab.runs.pool import Pool, share

TILE = 256

Tell = Callable[[int, int], None]
Loader = Callable[[str], Package]
Readings = Mapping[str, tuple[Reading, ...]]


def play(
    package: Package,
    source: str,
    runs: Mapping[str, Run],
    readings: Readings,
    seeds: Sequence[int],
    *,
    last: Mapping[str, int] | None = None,
    pool: Pool | None = None,
    tell: Tell | None = None,
    loaded: Loader = load,
) -> dict[str, Columns]:
    """Play each run of `readings` under all `seeds`, keeping those metrics, up to the turn of the `last` month that is
    asked of it, where one is given.

    `source` is what the package was loaded from: the processes of `pool`, where this one is not to play alone, load it
    themselves. `loaded` makes the package from `source`, where it is not just the scenario. `tell(done, total)` is
    called as turns of matches are done here, and as matches are finished elsewhere.
    """
    tell = tell or silent
    cuts = [tuple(seeds[at : at + TILE]) for at in range(0, len(seeds), TILE)]
    turns = {run: _turns(package.world.calendar, (last or {}).get(run)) for run in readings}
    jobs = [((loaded, source), runs[run], readings[run], cut, turns[run]) for run in readings for cut in cuts]
    ordered = [columns for _, columns in sorted(_played(package, jobs, pool, tell), key=lambda pair: pair[0])]
    each = len(cuts)
    return {run: Columns.joined(ordered[place * each : (place + 1) * each]) for place, run in enumerate(readings)}


def variant(package: Package, run: Run) -> Package:
    """`package` without the rules, incidents and orders that `run` leaves out.

    Everything else draws as before: what differs is what the rule or incident did.
    """
    world = package.world
    silent = np.isin(np.array(world.names.rules, dtype=object), run.without_rules)
    rules = replace(world.rival_rules, chance=np.where(silent, 0.0, world.rival_rules.chance))
    incidents = tuple(
        replace(incident, chance=0.0) if incident.key in run.without_incidents else incident
        for incident in world.incidents
    )
    world = replace(world, rival_rules=rules, incidents=incidents)
    return replace(package, world=world, bind_doctrine=partial(_bound, package, run.without_orders))


def _bound(package: Package, without: Mapping[str, tuple[str, ...]], doctrine: str, seat: str) -> Doctrine:
    """The doctrine bound to the seat, less the rules that the seat does without."""
    whole = package.bind_doctrine(doctrine, seat)
    return replace(whole, rules=tuple(rule for rule in whole.rules if rule.key not in without.get(seat, ())))


def _turns(calendar: Calendar, last: int | None) -> int:
    """How many turns end with that of a month."""
    return calendar.turns if last is None else min(last // calendar.turn_months + 1, calendar.turns)


_Job = tuple[tuple[Loader, str], Run, tuple[Reading, ...], tuple[int, ...], int]


def within(tell: Tell, before: int, matches: int, turns: int, total: int, turn: int, state: State) -> None:
    """A turn of a batch is done: tell how much that is in whole matches."""
    del state
    tell(before + matches * (turn + 1) // turns, total)


def _played(package: Package, jobs: list[_Job], pool: Pool | None, tell: Tell) -> Iterator[tuple[int, Columns]]:
    """The place of each job and its columns, as they are done, the longest runs first."""
    total, done = sum(len(seeds) for *_, seeds, _ in jobs), 0
    longest = sorted(range(len(jobs)), key=lambda place: -len(jobs[place][3]) * jobs[place][4])

    def here(_: object, run: Run, readings: tuple[Reading, ...], seeds: tuple[int, ...], turns: int) -> Columns:
        return _record(package, run, readings, seeds, turns, partial(within, tell, done, len(seeds), turns, total))

    for begun, columns in share(here, _load_and_record, [jobs[place] for place in longest], pool):
        done += columns.draws
        tell(done, total)
        yield longest[begun], columns


@cache
def variants(source: str) -> Variants:
    """A scenario whose figures are to be changed, read once in this process. Raises as `load`."""
    return Variants(source)


@cache
def _loaded(made: Loader, source: str) -> Package:
    return made(source)


def _load_and_record(
    source: tuple[Loader, str], run: Run, readings: tuple[Reading, ...], seeds: tuple[int, ...], turns: int
) -> Columns:
    machine.wait()  # a few matches more are on their way than these
    return _record(_loaded(*source), run, readings, seeds, turns, None)


def _record(
    package: Package,
    run: Run,
    readings: tuple[Reading, ...],
    seeds: tuple[int, ...],
    turns: int,
    on_turn: Callable[[int, State], None] | None,
) -> Columns:
    played = variant(package, run)
    recorder = Recorder(played.world, readings, len(seeds), turns)
    run_batch(played, seeds, doctrines=run.doctrines, on_month=recorder, on_turn=on_turn, turns=turns)
    return recorder.columns()


def silent(done: int, total: int) -> None:
    """Who is told nothing."""
    del done, total

"""All measurements of a balance, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.package import Package
from game.lab.balance.best import Best, Money, enriched, searched
from game.lab.balance.chance import Spread, Variance, spread, variance
from game.lab.balance.commons import Common, commons
from game.lab.balance.deals import Deal, deals
from game.lab.balance.free import Free, free
from game.lab.balance.ground import Ground
from game.lab.balance.items import Items, items
from game.lab.balance.later import Turns, turns
from game.lab.balance.minister import Idle, idle
from game.lab.balance.rival import Clash, Control, Fired, Off, clashes, controls, fired, off
from game.lab.balance.shared import Shared, shared
from game.lab.balance.sizes import Sizes
from game.lab.runs.play import Tell
from game.lab.runs.pool import others
from game.lab.runs.seeds import Draws
from game.lab.tables.bench import Bench
from game.lab.tournament.run import Tournament, held


@dataclass(frozen=True)
class Study:
    """What was measured of a scenario. Lists stand in the order of `seats`."""

    package: Package
    seed: int
    sizes: Sizes
    seats: tuple[str, ...]
    """Identifiers of those that were looked at."""
    met: Tournament
    best: list[Best]
    turns: list[Turns]
    idle: list[Idle]
    off: list[Off]
    fired: list[Fired]
    clashes: list[Clash]
    controls: list[Control]
    variance: list[Variance]
    spread: list[Spread]
    items: Items
    deals: list[Deal]
    shared: list[Shared]
    commons: list[Common]
    free: list[Free]
    money: list[Money]
    matches: int
    """That were played for all of it."""


def study(
    package: Package,
    sizes: Sizes,
    *,
    seats: Sequence[str] = (),
    seed: int = 1,
    processes: int = 1,
    tell: Tell | None = None,
) -> Study:
    """Measure everything for `seats`, all where none is named; the same whatever the number of processes.

    Raises:
        KeyError: for an unknown seat.
        ValueError: for a seed that no match can have.
    """
    names = package.world.names.nations[: package.world.seats]
    chosen = tuple(sorted(map(names.index, seats or names)))
    with others(processes) as pool:
        bench = Bench(package, pool, tell, sizes.matches(package, len(chosen), seed))
        return _measured(Ground(bench, sizes, seed, chosen))


def _measured(ground: Ground) -> Study:
    world, sizes = ground.package.world, ground.sizes
    met = held(ground.bench, Draws(ground.seed, sizes.table_seeds), sizes.tables)
    plans = searched(ground)
    return Study(
        package=ground.package,
        seed=ground.seed,
        sizes=sizes,
        seats=tuple(ground.names[seat] for seat in ground.seats),
        met=met,
        best=plans,
        turns=turns(ground, plans),
        idle=idle(ground),
        off=off(ground, plans),
        fired=fired(world, met.outcomes),
        clashes=clashes(world, met.outcomes),
        controls=controls(ground, plans),
        variance=variance(ground, met),
        spread=spread(ground),
        items=items(ground, plans),
        deals=deals(ground),
        shared=shared(ground),
        commons=commons(ground),
        free=free(ground),
        money=enriched(ground),
        matches=ground.bench.played,  # the last, for all others have played by then
    )

"""Co-finance: what two seats that pay for one project together have of it, beside a table where neither does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.content.plan import Plan, Planned
from game.engine.world import World
from game.lab.balance.deals import tables_of
from game.lab.balance.ground import Ground
from game.lab.tables.hands import Hand, Table, with_hands
from game.orders import parse


@dataclass(frozen=True)
class Shared:
    """A project and two seats that finance it in equal parts, at the table where the one that has less has most."""

    project: str
    one: int
    other: int
    table: str
    """``usual`` where everybody plays as usual, ``idle`` where nobody does anything else."""
    gains: tuple[float, float]
    """Points of both sides."""

    @property
    def pays_both(self) -> bool:
        """Whether both gain."""
        return min(self.gains) > 0.0


@dataclass(frozen=True)
class _Case:
    project: int
    one: int
    other: int
    table: str


def shared(ground: Ground) -> list[Shared]:
    """The best case of every project and pair of seats that came together for it, a third into the match."""
    cases = list(_cases(ground))
    if not cases:
        return []
    plain = {name: place for place, name in enumerate(tables_of(ground))}
    tables = [*tables_of(ground).values(), *(_together(ground, case) for case in cases)]
    outcomes = ground.play([tables], ground.check)[0]
    found: dict[tuple[int, int, int], Shared] = {}
    for place, case in enumerate(cases, start=len(plain)):
        came = outcomes.given[[case.one, case.other], place].sum(axis=0) == 2
        gain = outcomes.points[:, place] - outcomes.points[:, plain[case.table]]
        if came.any():
            gains = tuple(float(np.mean(gain[seat, came])) for seat in (case.one, case.other))
            name, key = ground.package.world.names.projects[case.project], (case.project, case.one, case.other)
            each = Shared(name, case.one, case.other, case.table, (gains[0], gains[1]))
            if key not in found or min(each.gains) > min(found[key].gains):
                found[key] = each
    return list(found.values())


def _turn(world: World) -> int:
    """In which they finance it."""
    return world.calendar.turns // 3


def _cases(ground: Ground) -> Iterator[_Case]:
    """Projects that bring tonnes before the end, and pairs of seats."""
    world = ground.package.world
    projects, left = world.projects, world.calendar.months - _turn(world) * world.calendar.turn_months
    ahead = np.arange(projects.phase_mode.shape[1]) >= projects.start_phase[:, None]
    in_time = (projects.phase_mode * ahead).sum(axis=1) < left
    for project in np.flatnonzero((projects.offtake > 0.0) & ~projects.refinances & in_time).tolist():
        for one in range(world.seats):
            for other in range(one + 1, world.seats):
                if {one, other} & {*ground.seats}:
                    yield from (_Case(project, one, other, table) for table in tables_of(ground))


def _together(ground: Ground, case: _Case) -> Table:
    """The table at which both bring half of the greatest public share, as lenders, if the other does."""
    world, table = ground.package.world, tables_of(ground)[case.table]
    order = parse(
        {
            "kind": "fund_project",
            "project": world.names.projects[case.project],
            "public_share": world.finance.max_public_share / 2.0,
            "together": True,
        }
    )
    plan = Plan((Planned(_turn(world), order),))
    return with_hands(table, {seat: Hand(table[seat].doctrine, plan) for seat in (case.one, case.other)})

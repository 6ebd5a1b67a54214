"""Agreements that many sign: what every seat has of one that all sign, and what of doing its part alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.plan import Plan, Planned
from game.lab.balance.deals import pledge, tables_of
from game.lab.balance.ground import Ground
from game.lab.tables.hands import Hand, Table, with_hands
from game.orders import parse


@dataclass(frozen=True)
class Common:
    """A kind of agreement that binds all who sign it, at the table and turn where the seat that has least has most."""

    agreement: str
    table: str
    """``usual`` where everybody plays as usual, ``idle`` where nobody does anything else."""
    turn: int
    """In which all propose it to all, from 0."""
    together: tuple[float, ...]
    """Points of every seat when all sign and keep what they pledge."""
    alone: tuple[float, ...]
    """Points of every seat when it proposes and keeps as much, and nobody else does."""

    @property
    def dilemma(self) -> bool:
        """Whether all gain by it, and none by its own part alone."""
        return min(self.together) > 0.0 and max(self.alone) <= 0.0


@dataclass(frozen=True)
class _Case:
    kind: int
    table: str
    turn: int


def commons(ground: Ground) -> list[Common]:
    """The best case of every kind of agreement that binds all who sign it."""
    cases = list(_cases(ground))
    if not cases:
        return []
    plain, seats = tables_of(ground), range(ground.package.world.seats)
    asked = [
        table for case in cases for table in (_with(ground, case, seats), *(_with(ground, case, [s]) for s in seats))
    ]
    outcomes = ground.play([[*plain.values(), *asked]], ground.check)[0]
    found: dict[int, Common] = {}
    for number, case in enumerate(cases):
        first, base = len(plain) + number * (1 + len(seats)), list(plain).index(case.table)
        gain = (outcomes.points - outcomes.points[:, [base]]).mean(axis=-1)
        common = _common(ground, case, gain[:, first], np.diag(gain[:, first + 1 : first + 1 + len(seats)]))
        if case.kind not in found or min(common.together) > min(found[case.kind].together):
            found[case.kind] = common
    return list(found.values())


def _common(ground: Ground, case: _Case, together: NDArray[np.float64], alone: NDArray[np.float64]) -> Common:
    name = ground.package.world.names.agreements[case.kind]
    return Common(name, case.table, case.turn, tuple(together.tolist()), tuple(alone.tolist()))


def _cases(ground: Ground) -> Iterator[_Case]:
    world, turns = ground.package.world, ground.package.world.calendar.turns
    joins, seats = world.agreements.joins, world.seats
    for kind in np.flatnonzero(joins).tolist():
        if seats > 2 and world.agreements.allowed[kind, :seats, :seats].sum() == seats * (seats - 1):
            yield from (_Case(kind, table, turn) for table in tables_of(ground) for turn in (0, turns // 3))


def _with(ground: Ground, case: _Case, seats: Sequence[int]) -> Table:
    """The table at which `seats` propose it to all others and mean to hold what they pledge."""
    world = ground.package.world
    table, name = tables_of(ground)[case.table], world.names.agreements[case.kind]
    hands = {}
    for seat in seats:
        partners = [ground.names[other] for other in range(world.seats) if other != seat]
        orders = [parse({"kind": "propose_agreement", "agreement": name, "partner": partner}) for partner in partners]
        plan = Plan(tuple(Planned(case.turn, order) for order in (*pledge(ground, case.kind), *orders)))
        hands[seat] = Hand(table[seat].doctrine, plan)
    return with_hands(table, hands)

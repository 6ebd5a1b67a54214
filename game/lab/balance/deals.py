"""Agreements between two seats: what each side has of them, at several tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.plan import Plan, Planned
from game.lab.balance.ground import Ground
from game.lab.tables.hands import Hand, Table, with_hands
from game.orders import parse


@dataclass(frozen=True)
class Deal:
    """What a kind of agreement between two seats gives them, at the table where the one that has less has most."""

    agreement: str
    one: int
    other: int
    table: str
    """``usual`` where everybody plays as usual, ``idle`` where nobody does anything else."""
    turn: int
    """In which it is signed, from 0."""
    gains: tuple[float, float]
    """Points of both sides."""

    @property
    def pays_both(self) -> bool:
        """Whether both gain."""
        return min(self.gains) > 0.0


@dataclass(frozen=True)
class _Case:
    kind: int
    one: int
    other: int
    table: str
    turn: int


def deals(ground: Ground) -> list[Deal]:
    """The best case of every kind of agreement and pair of seats that signed it."""
    cases = list(_cases(ground))
    if not cases:
        return []
    plain = {name: place for place, name in enumerate(_tables(ground))}
    tables = [*_tables(ground).values(), *(_signing(ground, case) for case in cases)]
    outcomes = ground.play([tables], ground.check)[0]
    found: dict[tuple[int, int, int], Deal] = {}
    for place, case in enumerate(cases, start=len(plain)):
        signed = outcomes.given[[case.one, case.other], place].sum(axis=0) == 2  # both proposals took effect
        gain = outcomes.points[:, place] - outcomes.points[:, plain[case.table]]
        if signed.any():
            deal = _deal(ground, case, gain[:, signed])
            key = (case.kind, case.one, case.other)
            if key not in found or min(deal.gains) > min(found[key].gains):
                found[key] = deal
    return list(found.values())


def _tables(ground: Ground) -> dict[str, Table]:
    return {"usual": ground.table, "idle": (Hand(),) * len(ground.names)}


def _cases(ground: Ground) -> Iterator[_Case]:
    world, turns = ground.package.world, ground.package.world.calendar.turns
    for kind in range(len(world.names.agreements)):
        for one in range(world.seats):
            for other in range(one + 1, world.seats):
                if world.agreements.allowed[kind, one, other] and {one, other} & {*ground.seats}:
                    for table in _tables(ground):
                        yield from (_Case(kind, one, other, table, turn) for turn in (0, turns // 3))


def _signing(ground: Ground, case: _Case) -> Table:
    """The table at which both propose it in one turn, so that the offers meet."""
    table, name = _tables(ground)[case.table], ground.package.world.names.agreements[case.kind]
    hands = {}
    for seat, partner in ((case.one, case.other), (case.other, case.one)):
        order = parse({"kind": "propose_agreement", "agreement": name, "partner": ground.names[partner]})
        hands[seat] = Hand(table[seat].doctrine, Plan((Planned(case.turn, order),)))
    return with_hands(table, hands)


def _deal(ground: Ground, case: _Case, gain: NDArray[np.float64]) -> Deal:
    name = ground.package.world.names.agreements[case.kind]
    gains = float(gain[case.one].mean()), float(gain[case.other].mean())
    return Deal(name, case.one, case.other, case.table, case.turn, gains)

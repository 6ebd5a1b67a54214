"""Agreements between two seats: what each side has of them, at several tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.plan import Plan, Planned
from game.engine import clauses
from game.lab.balance.ground import Ground
from game.lab.tables.hands import Hand, Table, with_hands
from game.orders import Order, parse

_PACE = 3.0
"""Days of use a month at which a seat that pledges buys what it lacks."""


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
    plain, pledged = tables_of(ground), [case for case in cases if pledge(ground, case.kind)]
    tables = [*plain.values(), *(_table(ground, case, signs=False) for case in pledged)]
    base = {case: list(plain).index(case.table) for case in cases}
    base |= {case: place for place, case in enumerate(pledged, start=len(plain))}
    first = len(tables)
    tables += [_table(ground, case, signs=True) for case in cases]
    outcomes = ground.play([tables], ground.check)[0]
    found: dict[tuple[int, int, int], Deal] = {}
    for place, case in enumerate(cases, start=first):
        ordered = outcomes.given[[case.one, case.other], place] - outcomes.given[[case.one, case.other], base[case]]
        signed = ordered.sum(axis=0) == 2  # both proposals took effect
        gain = outcomes.points[:, place] - outcomes.points[:, base[case]]
        if signed.any():
            deal = _deal(ground, case, gain[:, signed])
            key = (case.kind, case.one, case.other)
            if key not in found or min(deal.gains) > min(found[key].gains):
                found[key] = deal
    return list(found.values())


def pledge(ground: Ground, kind: int) -> tuple[Order, ...]:
    """What a seat orders to hold what the kind asks it to pledge, where it does."""
    days = float(clauses.bounds(ground.package.world)[kind, clauses.DAYS, clauses.USUAL])
    held = {"kind": "set_stockpile", "good": "all", "target_days": days, "pace_days": _PACE, "release": "shortage"}
    return (parse(held),) if days else ()


def tables_of(ground: Ground) -> dict[str, Table]:
    """The tables at which agreements are tried: where all are led as usual, and where nobody does anything."""
    return {"usual": ground.table, "idle": (Hand(),) * len(ground.names)}


def _cases(ground: Ground) -> Iterator[_Case]:
    world, turns = ground.package.world, ground.package.world.calendar.turns
    for kind in range(len(world.names.agreements)):
        for one in range(world.seats):
            for other in range(one + 1, world.seats):
                if world.agreements.allowed[kind, one, other] and {one, other} & {*ground.seats}:
                    for table in tables_of(ground):
                        yield from (_Case(kind, one, other, table, turn) for turn in (0, turns // 3))


def _table(ground: Ground, case: _Case, *, signs: bool) -> Table:
    """The table at which both hold what it asks them to pledge, and, if it `signs`, both propose it in one turn, so
    that the offers meet.
    """
    table, name = tables_of(ground)[case.table], ground.package.world.names.agreements[case.kind]
    hands = {}
    for seat, partner in ((case.one, case.other), (case.other, case.one)):
        order = parse({"kind": "propose_agreement", "agreement": name, "partner": ground.names[partner]})
        orders = (*pledge(ground, case.kind), *((order,) if signs else ()))
        hands[seat] = Hand(table[seat].doctrine, Plan(tuple(Planned(case.turn, one) for one in orders)))
    return with_hands(table, hands)


def _deal(ground: Ground, case: _Case, gain: NDArray[np.float64]) -> Deal:
    name = ground.package.world.names.agreements[case.kind]
    gains = float(gain[case.one].mean()), float(gain[case.other].mean())
    return Deal(name, case.one, case.other, case.table, case.turn, gains)

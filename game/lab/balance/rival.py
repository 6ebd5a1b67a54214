"""What the rival does to a match: all its rules off, those that fire, its main control, those that contradict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.plan import Plan, Planned
from game.engine.phases.actions.kinds import table_of
from game.engine.phases.actions.registry import ACTIONS
from game.engine.world import POSTURES, World
from game.lab.balance.best import Best
from game.lab.balance.ground import Ground
from game.lab.tables.clashes import opposed
from game.lab.tables.hands import Hand, Setting
from game.lab.tables.outcomes import Outcomes
from game.orders import parse

_MAIN = ("embargo", "licence", "quota")
"""Actions by how much they shut: the main control of a scenario is the first of these that its rules take."""


@dataclass(frozen=True)
class Off:
    """By how much a seat's points are others with all rules of the rival off: as doctrine, as nobody, with its plan."""

    seat: int
    usual: float
    idle: float
    planned: float

    @property
    def most(self) -> float:
        """The greatest of the three, whichever way."""
        return max(abs(self.usual), abs(self.idle), abs(self.planned))


@dataclass(frozen=True)
class Control:
    """The main control, where it is aimed at a seat."""

    seat: int
    rules: tuple[str, ...]
    comes: tuple[float, ...]
    """Share of matches in which it comes, for each of `POSTURES`, while the seat does nothing else."""
    turns: tuple[int, ...]
    """In which it is put into the match: after a quarter of it, a half, and three."""
    idle: tuple[float, ...]
    """Points that it costs then, where the seat does nothing ..."""
    planned: tuple[float, ...]
    """... and where it goes by its best plan."""

    @property
    def unready(self) -> float:
        """What it costs who does nothing, at the worst time."""
        return max(self.idle)

    @property
    def ready(self) -> float:
        """What it costs who has gone by the best plan for half of the match or more, at the worst time."""
        return max(self.planned[1:])


def off(ground: Ground, best: Sequence[Best]) -> list[Off]:
    """The rival with and without its rules."""
    tables = [ground.hands(one.seat, (ground.table[one.seat], Hand(), Hand(plan=one.plan))) for one in best]
    silent = Setting(without_rules=ground.package.world.names.rules)
    pairs = zip(ground.play(tables, ground.check), ground.play(tables, ground.check, silent), strict=True)
    changes = [without.of(one.seat) - with_.of(one.seat) for one, (with_, without) in zip(best, pairs, strict=True)]
    return [Off(one.seat, *map(float, change)) for one, change in zip(best, changes, strict=True)]


@dataclass(frozen=True)
class Fired:
    """How often a rule fires: in which part of all matches of the tournament, and of those of its best table."""

    rule: str
    overall: float
    at_best: float


def fired(world: World, outcomes: Outcomes) -> list[Fired]:
    """Every rule that the script of the rival has, in order."""
    share, possible = (outcomes.fired > 0.0).mean(axis=2), world.rival_rules.chance > 0.0
    return [
        Fired(rule, float(row.mean()), float(row.max()))
        for rule, row, may in zip(world.names.rules, share, possible.tolist(), strict=True)
        if may
    ]


@dataclass(frozen=True)
class Clash:
    """Two rules that contradict each other, and the share of matches in which both acted in one month."""

    one: str
    other: str
    share: float


def clashes(world: World, outcomes: Outcomes) -> list[Clash]:
    """Every pair that could."""
    names = world.names.rules
    shares = outcomes.clashed.mean(axis=(1, 2)) if len(outcomes.clashed) else ()
    return [
        Clash(names[one], names[other], float(share))
        for (one, other), share in zip(opposed(world), shares, strict=True)
    ]


def controls(ground: Ground, best: Sequence[Best]) -> list[Control]:
    """The main control for each of the seats at which it is aimed; nothing where the rival has none."""
    found = []
    for one in best:
        rules = main(ground.package.world, one.seat)
        if rules:
            found.append(_control(ground, one, rules))
    return found


def main(world: World, seat: int) -> tuple[str, ...]:
    """The rules that take the scenario's main control against a seat."""
    for action in _MAIN:
        acting = _acting(world, action)
        if acting.any():
            aimed = [rule for rule in np.flatnonzero(acting) if world.rival_rules.target[rule, seat]]
            return tuple(world.names.rules[rule] for rule in aimed)
    return ()


def _acting(world: World, action: str) -> NDArray[np.bool_]:
    """(R,) the rules that shut something by `action`: less is let through than if they did nothing."""
    entry, count = ACTIONS[action], len(world.rival_rules.when)
    table = table_of(world, entry.tables[0])
    if table is None or not len(table):
        return np.zeros(count, dtype=bool)
    worse: Any = table > entry.sizes[0].nothing if action == "embargo" else table < entry.sizes[0].nothing
    acting: NDArray[np.bool_] = worse.reshape(count, -1).any(axis=1)
    return acting


def _control(ground: Ground, best: Best, rules: tuple[str, ...]) -> Control:
    world = ground.package.world
    orders = [Plan((Planned(0, parse({"kind": "set_posture", "posture": posture})),)) for posture in POSTURES]
    calm = ground.play([ground.plans(best.seat, orders)], ground.held)[0]
    places = [world.names.index("rules", rule) for rule in rules]
    comes = (calm.fired[places] > 0.0).any(axis=0).mean(axis=1)
    turns = tuple(world.calendar.turns * quarter // 4 for quarter in (1, 2, 3))
    costs = _costs(ground, best, rules, turns)
    idle, planned = (tuple(float(cost[row]) for cost in costs) for row in (0, 1))
    return Control(best.seat, rules, tuple(map(float, comes)), turns, idle, planned)


def _costs(ground: Ground, best: Best, rules: tuple[str, ...], turns: Sequence[int]) -> list[NDArray[np.float64]]:
    """What the first of `rules` costs in each of `turns`, against none of them: who does nothing, and the best plan."""
    tables, others = [ground.hands(best.seat, (Hand(), Hand(plan=best.plan)))], rules[1:]
    spared = ground.play(tables, ground.held, Setting(without_rules=rules))[0].of(best.seat)
    months = [turn * ground.package.world.calendar.turn_months for turn in turns]
    settings = [Setting(without_rules=others, forced=(rules[0], month)) for month in months]
    return [spared - ground.play(tables, ground.held, setting)[0].of(best.seat) for setting in settings]

"""What a person who leads the rival may choose: the same rules and conditions as its script has.

In a turn that is led, a rule that was chosen comes in the first month in which its condition holds, and one that was
not does not come; nobody throws dice for either. What a rule costs, how long it acts and how long it rests is the same.
Rules of other controllers, and rules that the script has not, are not the rival's to choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from game.content.package import Package
from game.engine import metrics
from game.engine.condition_table import ConditionTable
from game.engine.conditions import Condition
from game.engine.messages import Message
from game.engine.phases.rival import likely
from game.engine.state import State
from game.engine.world import World
from game.session.lexicon import Lexicon


@dataclass(frozen=True)
class Move:
    """A rule that who leads the rival may choose for a turn."""

    rule: str
    name: str
    reason: str
    does: tuple[Message, ...]
    condition: Condition
    holds: bool
    """Whether its condition holds now; else it comes when it does, within the turn."""
    acts: bool
    """Whether it acts now."""
    rests: float
    """Months before it may come again, counted from now; 0 where it may, infinite where never."""
    advice: float
    """The chance with which the script would take it this month: 0 while its condition does not hold."""


@dataclass(frozen=True)
class RivalView:
    """What who leads the rival sees before a turn: what it may do, by the names of its own script."""

    world: World
    lexicon: Lexicon
    moves: tuple[Move, ...]
    turn: int
    month: str
    until: str
    """First and last month of the turn, ``YYYY-MM``."""

    def away(self, move: Move) -> bool:
        """Whether a move rests for longer than the turn lasts."""
        return move.rests > self.world.calendar.turn_months

    def back(self, move: Move) -> str:
        """The month, ``YYYY-MM``, in which a move may come again; empty where never in the match."""
        calendar = self.world.calendar
        month = self.turn * calendar.turn_months + move.rests
        return calendar.label(int(month)) if month < calendar.months else ""


def in_hand(world: World) -> tuple[int, ...]:
    """The rules that are the rival's own and of the script that plays."""
    rules = world.rival_rules
    own = (rules.controller[rules.zone] == world.rival) & (rules.chance > 0.0)
    return tuple(np.flatnonzero(own).tolist())


def taken(world: World, chosen: Iterable[str] | None) -> Mapping[int, bool] | None:
    """By rule in the hand of who leads the rival: whether it is chosen; None where the script plays.

    Raises:
        KeyError: for a rule that there is not.
    """
    if chosen is None:
        return None
    places = {world.names.index("rules", rule) for rule in chosen}
    return {rule: rule in places for rule in in_hand(world)}


def moves(package: Package, state: State) -> tuple[Move, ...]:
    """Every rule in hand: first what can come at once, then what waits for its condition, then what rests; in each the
    order of the file. `state` is a batch of one.
    """
    world = package.world
    holding = ConditionTable(world.rival_rules.when).found(world, state, metrics.read)
    found = [_move(package, state, rule, holding=bool(np.any(holding.get(rule, False)))) for rule in in_hand(world)]
    return tuple(sorted(found, key=lambda move: (move.rests > world.calendar.turn_months, not move.holds)))


def _move(package: Package, state: State, rule: int, *, holding: bool) -> Move:
    world = package.world
    text = package.rules[world.names.rules[rule]]
    return Move(
        rule=world.names.rules[rule],
        name=text.name,
        reason=text.text,
        does=text.does,
        condition=world.rival_rules.when[rule],
        holds=holding,
        acts=bool(state.rule_left[rule, 0] > 0.0),
        rests=max(float(state.rule_wait[rule, 0]), 0.0),
        advice=float(likely(world, state, rule)[0]) if holding and state.rule_wait[rule, 0] <= 0.0 else 0.0,
    )

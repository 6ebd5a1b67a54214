"""What is kept of every match of a rehearsal, turn by turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package
from game.doctrines import leader_of
from game.engine import scoring, start
from game.engine.state import State
from game.engine.world import World
from game.lab.tables.verdicts import Verdicts
from game.session.batch import play_batch
from game.session.records import Leader, Mask, Proposal
from game.session.sight import Sight

Array = NDArray[np.float64]
NEVER = -1


@dataclass(frozen=True)
class Course:
    """B matches of T turns; H seats, Q parts of the score, R rules of the rival, I incidents."""

    totals: Array
    """(T + 1, H, B) points of 100 if nothing changed any more: before the first turn, and after each."""
    figures: Array
    """(T, Q, H, B) what each part of the score looks at, at the end of each turn."""
    rules: NDArray[np.int64]
    """(T, R, B) how often each rule fired in each turn."""
    incidents: NDArray[np.int64]
    """(I, B) turn, from 0, in which each incident came; `NEVER` where it did not."""
    budgets: Array
    """(T, H, B) US$ million that a seat could spend when its turn began."""
    given: NDArray[np.int64]
    """(T, H, B) orders that took effect."""
    wanted: NDArray[np.int64]
    """(T, H, B) orders that the doctrines gave, those that were refused among them."""
    won: NDArray[np.bool_]
    """(H, B)."""

    @property
    def turns(self) -> int:
        """T."""
        return len(self.budgets)

    @property
    def matches(self) -> int:
        """B."""
        return int(self.totals.shape[-1])

    @property
    def acted(self) -> NDArray[np.bool_]:
        """(T, R + I, B) whether each rule, then each incident, came in each turn."""
        turns = np.arange(self.turns)[:, None, None]
        return np.concatenate((self.rules > 0, self.incidents[None] == turns), axis=1)


def play(package: Package, seeds: tuple[int, ...], tell: Callable[[int, State], None] | None = None) -> Course:
    """Play the scenario once for each of `seeds`, every seat led by its doctrine. `tell` is called after each turn."""
    world = package.world
    watch = _Watch(world, start.begin(world, np.array(seeds, dtype=np.uint64)))
    verdicts, leaders = Verdicts(package), _Leaders()

    def after(turn: int, state: State) -> None:
        watch(turn, state)
        if tell is not None:
            tell(turn, state)

    end = play_batch(package, seeds, leaders=leaders, on_turn=after, on_month=verdicts)
    led = [leaders.led[seat] for seat in world.names.nations[: world.seats]]
    return Course(
        totals=np.array(watch.totals),
        figures=np.array(watch.figures),
        rules=np.diff(np.array(watch.fired), axis=0).astype(np.int64),
        incidents=_turn_of(end.incident_fired, world.calendar.turn_months),
        budgets=np.stack([one.budgets for one in led], axis=1),
        given=np.stack([one.given for one in led], axis=1),
        wanted=np.stack([one.wanted for one in led], axis=1),
        won=np.broadcast_to(verdicts.won(end), (world.seats, len(seeds))),
    )


def _turn_of(months: NDArray[Any], turn_months: int) -> NDArray[np.int64]:
    fired = np.array(months).astype(np.int64)
    return np.where(fired < 0, NEVER, fired // turn_months)


class _Watch:
    """Called after each turn, before the incomes of the next."""

    def __init__(self, world: World, begun: State) -> None:
        self._world = world
        self.totals = [scoring.total(world, begun).copy()]
        self.figures: list[Array] = []
        self.fired = [begun.rule_count.copy()]

    def __call__(self, turn: int, state: State) -> None:
        del turn
        world, shape = self._world, (self._world.seats, state.batch)
        self.totals.append(scoring.total(world, state).copy())
        self.fired.append(state.rule_count.copy())
        parts = range(len(world.score))
        self.figures.append(np.stack([np.broadcast_to(scoring.measure(world, state, part), shape) for part in parts]))


class _Leaders:
    """What `play_batch` asks for; `led` has the leader of each seat."""

    def __init__(self) -> None:
        self.led: dict[str, _Counted] = {}

    def __call__(self, package: Package, batch: int = 1) -> Callable[[str, str], Leader]:
        """The factory of leaders for a batch."""

        def lead(doctrine: str, seat: str) -> Leader:
            turns = package.world.calendar.turns
            self.led[seat] = _Counted(leader_of(package, doctrine, seat, batch), turns, batch)
            return self.led[seat]

        return lead


class _Counted:
    """A leader whose orders are counted, and the money that it found."""

    def __init__(self, leader: Leader, turns: int, batch: int) -> None:
        self._leader = leader
        self.wanted = np.zeros((turns, batch), dtype=np.int64)
        self.given = np.zeros((turns, batch), dtype=np.int64)
        self.budgets = np.zeros((turns, batch))

    def orders(self, sight: Sight, turn: int, where: Mask) -> list[Proposal]:
        """As the leader."""
        self.budgets[turn] = sight.own("budget")
        proposals = self._leader.orders(sight, turn, where)
        for one in proposals:
            self.wanted[turn] += one.where
        return proposals

    def settled(self, index: int, accepted: Mask, turn: int) -> None:
        """As the leader."""
        self.given[turn] += accepted
        self._leader.settled(index, accepted, turn)

    def memory(self) -> dict[str, Any]:
        """As the leader."""
        return self._leader.memory()

    def restore(self, memory: Mapping[str, Any]) -> None:
        """As the leader."""
        self._leader.restore(memory)

"""What a seat knows of one match, and what it can work out from it: sets of orders, each played on in many futures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game import orders
from game.content.package import Package, Stop
from game.economy import machine
from game.engine import metrics, scoring, step
from game.engine.events import Events
from game.engine.state import State
from game.engine.world import World
from game.orders.kinds import ALLOWED, Order
from game.session.batch import MANY
from game.session.briefing import briefing
from game.session.draft import Draft
from game.session.face.agreements import agreements
from game.session.face.holdings import holdings, soil
from game.session.face.policy import policy, research, stockpiles
from game.session.face.sites import projects
from game.session.guess.match import draw_phases
from game.session.guess.world import going_on
from game.session.keys import expand, reading
from game.session.knowledge import known
from game.session.lexicon import Lexicon
from game.session.outlook.forms import Desk
from game.session.outlook.stop import Stops
from game.session.record import Record, recorded
from game.session.records import Leader
from game.session.resolution import give_all, plans_of, play_months, tell_leaders
from game.session.scene import Scene
from game.session.sight import Sight

Points = NDArray[np.float64]
Months = NDArray[np.float64]
Follower = Callable[[int], Leader]
"""A number of matches to who goes on leading the seat in them, this turn included."""


@dataclass(frozen=True)
class Ends:
    """How sets of orders end in futures, (sets, F) each."""

    points: Points
    """Of the seat, 0-100, as if the match ended there."""
    missed: Points
    """Goals of the seat that are not met there; each counts once, and again by the part of its bound that lacks."""


@dataclass(frozen=True)
class Outlook:
    """What `seat` (its position) knows in the turn that is being played."""

    package: Package
    world: World
    """As it goes on without a script."""
    known: State
    """The match as the seat may know it, a batch of one."""
    seat: int
    seeds: NDArray[np.uint64]
    """(F,) of the futures that it can imagine."""

    @classmethod
    def of(cls, package: Package, sight: Sight, match: int, futures: int) -> Outlook:
        """What `sight` shows of match number `match`, and dice for so many futures."""
        known, seat = sight.known(match), package.world.names.index("nations", sight.seat)
        return cls(package, going_on(package.world, known.month), known, seat, sight.dice(match, futures))

    @property
    def turn(self) -> int:
        """The turn that is being played, counted from 0."""
        return self.known.month // self.world.calendar.turn_months

    @cached_property
    def desk(self) -> Desk:
        """What the forms read of the seat's view."""
        world, state, seat = self.world, self.known, self.seat
        now = world.calendar.label(state.month)
        package = replace(self.package, world=world)
        lexicon = Lexicon.of_control(package).by(now).only(known(world, state, seat))
        record = Record(self.package.world, recorded(self.package.world))
        scene = Scene(package, state, Draft(package, seat, state), record, lexicon, {}, seat, self.turn, now, (), {})
        return Desk(
            briefing(package, scene.seat_id),
            policy(scene),
            projects(scene),
            research(scene),
            agreements(scene),
            stockpiles(scene),
            holdings(scene),
            soil(scene),
        )

    def allowed(self, order: Order) -> bool:
        """Whether the order may be given now, as far as the seat can tell."""
        return bool(orders.check(self.world, self.known, self.seat, order)[0] == ALLOWED)

    def play(
        self,
        sets: Sequence[Sequence[Order]],
        *,
        futures: int,
        months: int,
        behind: Months,
        follower: Follower,
        stop: Stop | None,
    ) -> Ends:
        """How the seat stands after so many months, or at the end of the match, for each set of orders given now in
        each of the first F futures.

        The `follower` leads the seat in this turn, before the set is given, and in later ones; nobody else gives
        orders. `behind` (P,) are the months for which projects are known to be in their phase. A `stop` of shipments is
        feared in a part of the futures.
        """
        world, seeds = self.world, np.tile(self.seeds[:futures], len(sets))
        state, events = self.known.spread(seeds), Events(watched=False)
        if state.batch >= MANY:
            machine.wait()
        draw_phases(world, state, behind)
        leading = {self.seat: follower(state.batch)}
        stops = Stops(self.known, self.seat, seeds, stop, months)
        last = min(self.known.month + months, world.calendar.months)
        for turn in range(self.turn, -(-last // world.calendar.turn_months)):
            if turn > self.turn:
                step.begin_turn(world, state, events)
            tell_leaders(leading, give_all(world, state, plans_of(leading, world, state, turn), events), turn)
            if turn == self.turn:
                self._give(state, sets, futures, events)
            stops(state)
            play_months(world, state, events, stops)
        shape = len(sets), futures
        return Ends(scoring.total(world, state)[self.seat].reshape(shape), self._missed(state).reshape(shape))

    def _missed(self, state: State) -> Points:
        """(B,) the goals of the seat that are not met now, as `Ends` counts them."""
        world, name = self.world, self.world.names.nations[self.seat]
        missed = np.zeros(state.batch)
        for goal in self.package.goals_of(name):
            words = (name if word == "self" else word for word in goal.arguments)
            value = metrics.read(world, state, reading(world, expand(world, name, " ".join([goal.metric, *words]))))
            for bound, beyond in ((goal.at_most, value), (goal.at_least, -value)):
                if bound is not None:
                    gap = beyond - (bound if beyond is value else -bound)
                    missed += np.where(gap > 0.0, 1.0 + gap / max(abs(bound), 1e-9), 0.0)
        return missed

    def _give(self, state: State, sets: Sequence[Sequence[Order]], futures: int, events: Events) -> None:
        """The orders of every set in its matches, in their order."""
        for place in range(max(map(len, sets), default=0)):
            wanted: dict[Order, NDArray[np.bool_]] = {}
            for number, chosen in enumerate(sets):
                if place < len(chosen):
                    where = wanted.setdefault(chosen[place], np.zeros(state.batch, dtype=bool))
                    where[number * futures : (number + 1) * futures] = True
            for order, where in wanted.items():
                orders.give(self.world, state, self.seat, order, where, events)

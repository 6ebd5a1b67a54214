"""One turn: the orders of all seats, revealed together, then the months.

Seats give their orders in the order of the rule set, never in the order in which they were sealed. Where several want
the same thing, `orders.settle` decides by the rule that stands in the rule set, before anything takes effect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game import orders
from game.engine import step
from game.engine.events import Events
from game.engine.interventions import act
from game.engine.script import Script
from game.engine.state import State
from game.engine.world import World
from game.orders.kinds import ALLOWED, Codes, Order
from game.session.interventions import Intervention
from game.session.interventions.effect import compiled
from game.session.records import Leader, Mask, Proposal
from game.session.sight import Sight

Plans = Mapping[int, Sequence[Proposal]]
"""Seat to what it wants to order, in order."""


@dataclass(frozen=True)
class Outcome:
    """What became of one order: where it was wanted (B,), and its reason code in those matches."""

    seat: int
    order: Order
    where: Mask
    codes: Codes
    reason: str

    @property
    def accepted(self) -> Mask:
        """Matches in which it took effect."""
        accepted: Mask = self.where & (self.codes == ALLOWED)
        return accepted


def plans_of(leaders: Mapping[int, Leader], world: World, state: State, turn: int) -> dict[int, list[Proposal]]:
    """What the leaders want; all decide on the same state, none knows what another is about to order."""
    everywhere = np.ones(state.batch, dtype=bool)
    return {seat: leader.orders(Sight(world, state, seat), turn, everywhere) for seat, leader in leaders.items()}


def give_all(world: World, state: State, plans: Plans, events: Events) -> list[Outcome]:
    """Settle contests and give every order of `plans`; the outcomes stand seat by seat, as they were planned."""
    planned = [(seat, proposal) for seat in sorted(plans) for proposal in plans[seat]]
    outcomes: dict[int, Outcome] = {}
    for settled in orders.settle(world, state, [(seat, item.order, item.where) for seat, item in planned]):
        seat, item = planned[settled.index]
        codes = orders.give(world, state, seat, item.order, settled.where, events)
        outbid = settled.codes != ALLOWED
        _record_outbid(world, state, settled, outbid, events)
        outcomes[settled.index] = Outcome(
            seat, item.order, item.where, np.where(outbid, settled.codes, codes), item.reason
        )
    return [outcomes[index] for index in range(len(planned))]


def _record_outbid(world: World, state: State, settled: orders.Settled, outbid: Mask, events: Events) -> None:
    target, item = settled.order.subject(world)
    events.add(
        "order_refused",
        state.month,
        outbid,
        actor=settled.nation,
        target=target,
        item=item,
        amount=settled.codes.astype(np.float64),
        cause=settled.order.cause(world, settled.nation),
    )


def do_by_hand(world: World, state: State, interventions: Iterable[Intervention], events: Events) -> int:
    """Do what was done by hand in this turn in every match, before its orders; the number of events that tell of it.

    Raises:
        InterventionError: for an effect that is none in this world; those before it are done.
    """
    everywhere = np.ones(state.batch, dtype=bool)
    for intervention in interventions:
        for stroke in compiled(world, intervention.effect).strokes:
            act(world, state, stroke, everywhere, events, intervention.kind)
    return len(events.list)


def tell_leaders(leaders: Mapping[int, Leader], outcomes: Sequence[Outcome], turn: int) -> None:
    """Let each leader know which of its proposals took effect."""
    position: dict[int, int] = dict.fromkeys(leaders, 0)
    for outcome in outcomes:
        if outcome.seat in leaders:
            leaders[outcome.seat].settled(position[outcome.seat], outcome.accepted, turn)
            position[outcome.seat] += 1


def play_months(
    world: World,
    state: State,
    events: Events,
    after: Callable[[State], None] | None = None,
    script: Script | None = None,
    led: Mapping[int, bool] | None = None,
) -> None:
    """Step the months of one turn, by the `script` where one is given; `after(state)` is called after each.

    `led` is what a person decided on rules of the rival, see `step.step`.
    """
    for _ in range(world.calendar.turn_months):
        step.step(world, state, events, script, led)
        if after is not None:
            after(state)


def play_turn(
    world: World,
    state: State,
    plans: Plans,
    events: Events,
    turn: int,
    led: Mapping[int, bool] | None = None,
) -> tuple[list[Outcome], list[State]]:
    """One turn in place: the orders of `plans`, the months, the incomes of the next turn where there is one.

    What became of the orders, and the states at the ends of the months.
    """
    months: list[State] = []
    outcomes = give_all(world, state, plans, events)
    play_months(world, state, events, lambda now: months.append(now.copy()), led=led)
    if turn + 1 < world.calendar.turns:
        step.begin_turn(world, state, events)
    return outcomes, months

"""The desk over which every order goes: check it, charge it, give it, or say why not."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.engine.events import Events
from game.engine.messages import Message
from game.engine.state import State
from game.engine.world import World
from game.marks import N_
from game.orders.kinds import ALLOWED, Amounts, Codes, Mask, Order, Refused, first_reason

NO_BUDGET, NO_CAPITAL = 1, 2
GENERAL: Mapping[int, Refused] = {
    NO_BUDGET: Refused("no_budget", N_("the budget is too small for this")),
    NO_CAPITAL: Refused("no_capital", N_("there is too little political capital for this")),
}
"""Why any kind of order may be refused."""


def charge(world: World, state: State, nation: int, order: Order) -> tuple[Amounts, Amounts]:
    """Budget in US$ million and political capital that the order takes at once, (B,) each."""
    return order.price(world, state, nation), order.capital(world, state, nation)


def check(world: World, state: State, nation: int, order: Order) -> Codes:
    """Reason code for each match, (B,); `ALLOWED` where `nation` may give the order now.

    Raises:
        KeyError: when an identifier in the order is unknown to the world.
    """
    return _checked(world, state, nation, order, charge(world, state, nation, order))


def _checked(world: World, state: State, nation: int, order: Order, charged: tuple[Amounts, Amounts]) -> Codes:
    """The same for an order that takes what is `charged`."""
    codes, (price, capital) = order.check(world, state, nation), charged
    short = first_reason(
        state.batch, (NO_BUDGET, price > state.budget[nation]), (NO_CAPITAL, capital > state.capital[nation])
    )
    return np.where(codes == ALLOWED, short, codes)


def give(world: World, state: State, nation: int, order: Order, where: Mask, events: Events) -> Codes:
    """Check, charge and apply the order in the matches of `where` in which it is allowed.

    Returns:
        The reason code for each match, (B,); `ALLOWED` also where nobody asked.

    Raises:
        KeyError: when an identifier in the order is unknown to the world.
    """
    charged = price, capital = charge(world, state, nation, order)
    codes = np.where(where, _checked(world, state, nation, order, charged), ALLOWED)
    given = where & (codes == ALLOWED)
    cause = order.cause(world, nation)
    refused = where & ~given
    target, item = order.subject(world)
    told = {"actor": nation, "target": target, "item": item}
    events.add("order_refused", state.month, refused, **told, amount=codes.astype(np.float64), cause=cause)
    if given.any():
        state.budget[nation][given] -= price[given]
        state.spent[nation][given] += price[given]
        state.capital[nation][given] -= capital[given]
        about = f"{cause}{order.about()}"
        events.terms.add("budget", about, -price * given, at=(nation,))
        events.terms.add("capital", about, -capital * given, at=(nation,))
        events.add("order_given", state.month, given, **told, amount=price, cause=cause)
        order.apply(world, state, nation, given, events)
    return codes


def reason(world: World, state: State | None, nation: int, order: Order, code: int) -> Message:
    """Why `nation` was refused `order`, as things stand in the first match of `state`; None where that is past.

    Raises:
        KeyError: when the order's kind has no such code.
    """
    if code in GENERAL:
        return Message(f"refusal.{GENERAL[code].reason}", order.parts())
    why = order.refusals[code].reason
    return Message(f"refusal.{order.kind}.{why}", order.parts() | order.because(code, world, state, nation))

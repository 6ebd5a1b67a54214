"""The desk over which every order goes: read it, check it, charge it, give it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import numpy as np
from pydantic import Field, TypeAdapter

from game.engine.events import Events
from game.engine.state import State
from game.engine.world import World
from game.orders.agreements import AnswerAgreement, LeaveAgreement, ProposeAgreement
from game.orders.fund_project import FundProject
from game.orders.fund_research import FundResearch
from game.orders.kinds import ALLOWED, Amounts, Codes, Mask, Order, first_reason
from game.orders.set_posture import SetPosture
from game.orders.set_standard import SetStandard
from game.orders.set_stockpile import ALL, SetStockpile
from game.orders.set_trade_policy import SetTradePolicy

AnyOrder = Annotated[
    FundProject
    | SetStockpile
    | FundResearch
    | ProposeAgreement
    | AnswerAgreement
    | LeaveAgreement
    | SetPosture
    | SetTradePolicy
    | SetStandard,
    Field(discriminator="kind"),
]
ORDERS: TypeAdapter[Order] = TypeAdapter(AnyOrder)
KINDS: Mapping[str, type[Order]] = {
    kind.model_fields["kind"].default: kind
    for kind in (
        FundProject,
        SetStockpile,
        FundResearch,
        ProposeAgreement,
        AnswerAgreement,
        LeaveAgreement,
        SetPosture,
        SetTradePolicy,
        SetStandard,
    )
}
"""Kind to its model."""

NO_BUDGET, NO_CAPITAL = 1, 2
SHARED_REFUSALS = {
    NO_BUDGET: "the budget is too small for this",
    NO_CAPITAL: "there is too little political capital for this",
}


def parse(data: Mapping[str, Any]) -> Order:
    """The order that `data` spells out.

    Raises:
        pydantic.ValidationError: for an unknown kind, and for missing, unknown or absurd parameters.
    """
    return ORDERS.validate_python(dict(data))


def charge(world: World, state: State, nation: int, order: Order) -> tuple[Amounts, Amounts]:
    """Budget in US$ million and political capital that the order takes at once, (B,) each."""
    return order.price(world, state, nation), order.capital(world, state, nation)


def check(world: World, state: State, nation: int, order: Order) -> Codes:
    """Reason code for each match, (B,); `ALLOWED` where `nation` may give the order now.

    Raises:
        KeyError: when an identifier in the order is unknown to the world.
    """
    codes = order.check(world, state, nation)
    price, capital = charge(world, state, nation, order)
    charged = first_reason(
        state.batch, (NO_BUDGET, price > state.budget[nation]), (NO_CAPITAL, capital > state.capital[nation])
    )
    return np.where(codes == ALLOWED, charged, codes)


def give(world: World, state: State, nation: int, order: Order, where: Mask, events: Events) -> Codes:
    """Check, charge and apply the order in the matches of `where` in which it is allowed.

    Returns:
        The reason code for each match, (B,); `ALLOWED` also where nobody asked.

    Raises:
        KeyError: when an identifier in the order is unknown to the world.
    """
    codes = np.where(where, check(world, state, nation, order), ALLOWED)
    given = where & (codes == ALLOWED)
    cause = order.cause(world, nation)
    refused = where & ~given
    target, item = order.subject(world)
    told = {"actor": nation, "target": target, "item": item}
    events.add("order_refused", state.month, refused, **told, amount=codes.astype(np.float64), cause=cause)
    if given.any():
        price, capital = charge(world, state, nation, order)
        state.budget[nation][given] -= price[given]
        state.spent[nation][given] += price[given]
        state.capital[nation][given] -= capital[given]
        about = ":".join([cause, *subject_of(order)])
        events.terms.add("budget", about, -price * given, at=(nation,))
        events.terms.add("capital", about, -capital * given, at=(nation,))
        events.add("order_given", state.month, given, **told, amount=price, cause=cause)
        order.apply(world, state, nation, given, events)
    return codes


_ABOUT = (("project", "projects"), ("line", "lines"), ("agreement", "agreements"), ("material", "materials"))


def subject_of(order: Order) -> tuple[str, ...]:
    """Axis and identifier of what an order is about: ``("projects", "new_mine")``; empty where it is about nothing, or
    about all there is.
    """
    named = ((axis, getattr(order, parameter, None)) for parameter, axis in _ABOUT)
    return next(((axis, identifier) for axis, identifier in named if identifier not in (None, ALL)), ())


def reason(order: Order, code: int) -> str:
    """Why the order was refused, with its parameters filled in; empty for `ALLOWED`.

    Raises:
        KeyError: when the order's kind has no such code.
    """
    if code == ALLOWED:
        return ""
    text = SHARED_REFUSALS[code] if code in SHARED_REFUSALS else order.refusals[code]
    return text.format(**order.model_dump())

"""What a seat wants to order this turn: kept apart from the match, on a copy that already shows its effects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from pydantic import ValidationError

from game import orders
from game.content.package import Package
from game.engine.events import Events
from game.engine.messages import Amount, Message
from game.engine.state import State
from game.engine.world.names import unknown
from game.orders.desk import NO_BUDGET, NO_CAPITAL
from game.orders.kinds import ALLOWED, Order
from game.session.knowledge import known
from game.session.records import Refusal
from game.session.views import Band, Choice

UNREADABLE = 0
"""Code of a refusal of something that is no order of this rule set."""


@dataclass(frozen=True)
class Entry:
    """An order of the draft, and what it charges where it stands."""

    order: Order
    price: float
    """US$ million."""
    capital: float
    overrun: Band
    running: float
    keeping: float
    late: float


class _Quote(NamedTuple):
    """What an order would charge after those of the draft, and its reason code."""

    price: float
    """US$ million."""
    capital: float
    code: int


class Draft:
    """Orders of one seat in the order in which they will be given, and the state that they would leave."""

    def __init__(self, package: Package, seat: int, base: State) -> None:
        self.entries: list[Entry] = []
        self.sealed = False
        self._world = package.world
        self._package = package
        self._seat = seat
        self._base = base
        self._state: State | None = None

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders alone, oldest first."""
        return tuple(entry.order for entry in self.entries)

    @property
    def state(self) -> State:
        """The match as it would be if only this draft were given."""
        return self._base if self._state is None else self._state

    def add(self, order: Order | Mapping[str, Any]) -> Refusal | None:
        """Append `order`; None when accepted. A refused order changes nothing."""
        if self.sealed:
            return Refusal(UNREADABLE, Message("refusal.sealed"), None)
        read = self.read(order)
        if isinstance(read, Refusal):
            return read
        quote = self._quote(read)
        if quote.code != ALLOWED:
            return self._refusal(read, quote)
        self._give(read)
        return None

    def undo(self) -> bool:
        """Drop the last order; False when there is none or the draft is sealed."""
        if self.sealed or not self.entries:
            return False
        kept = self.orders[:-1]
        self.clear()
        for order in kept:
            self._give(order)
        return True

    def clear(self) -> bool:
        """Drop all orders; False when there is none or the draft is sealed."""
        if self.sealed or not self.entries:
            return False
        self.entries = []
        self._state = None
        return True

    def try_order(self, order: Order | Mapping[str, Any]) -> Choice:
        """Price and permission of `order` after the orders of the draft."""
        read = self.read(order)
        if isinstance(read, Refusal):
            return Choice(price=0.0, capital=0.0, allowed=False, refusal=read.message)
        quote = self._quote(read)
        running, keeping, late = self._lasting(read)
        return Choice(
            price=quote.price,
            capital=quote.capital,
            allowed=quote.code == ALLOWED,
            refusal=None if quote.code == ALLOWED else self._refusal(read, quote).message,
            overrun=self._overrun(read),
            running=running,
            keeping=keeping,
            late=late,
        )

    def read(self, order: Order | Mapping[str, Any]) -> Order | Refusal:
        """`order` with every identifier known to the seat, or why it is none."""
        try:
            return self._heard_of((order if isinstance(order, Order) else orders.parse(order)).identified(self._world))
        except ValidationError as error:
            return Refusal(UNREADABLE, Message("refusal.unreadable", {"problem": _said(error)}), None)
        except KeyError as error:
            return Refusal(UNREADABLE, Message("refusal.unknown_name", {"name": str(error.args[0])}), None)

    def _heard_of(self, order: Order) -> Order:
        """`order` itself. Raises the KeyError of an unknown name for what nobody speaks of yet."""
        for pick in order.form.picks():
            if pick.axis in self._known and getattr(order, pick.name) not in self._known[pick.axis]:
                raise KeyError(unknown(pick.axis, getattr(order, pick.name)))
        return order

    @cached_property
    def _known(self) -> Mapping[str, tuple[str, ...]]:
        return known(self._world, self._base, self._seat)

    def _refusal(self, order: Order, quote: _Quote) -> Refusal:
        """The refusal of `order`: with what it would take and what is left where that is why."""
        reason = orders.reason(self._world, self.state, self._seat, order, quote.code)
        if quote.code == NO_BUDGET:
            left = float(self.state.budget[self._seat, 0])
            reason = _lacks("refusal.lacks_money", reason, quote.price, left, "US$ million")
        elif quote.code == NO_CAPITAL:
            left = float(self.state.capital[self._seat, 0])
            reason = _lacks("refusal.lacks_capital", reason, quote.capital, left, "points")
        return Refusal(quote.code, reason, order)

    def _quote(self, order: Order) -> _Quote:
        price, capital, codes = orders.quote(self._world, self.state, self._seat, order)
        return _Quote(float(price[0]), float(capital[0]), int(codes[0]))

    def _give(self, order: Order) -> None:
        if self._state is None:
            self._state = self._base.copy()
        price, points = orders.charge(self._world, self._state, self._seat, order)
        overrun, lasting = self._overrun(order), self._lasting(order)
        where = np.ones(self._state.batch, dtype=bool)
        orders.give(self._world, self._state, self._seat, order, where, Events(watched=False))
        self.entries.append(Entry(order, float(price[0]), float(points[0]), overrun, *lasting))

    def _lasting(self, order: Order) -> tuple[float, float, float]:
        """What it adds to the costs of each turn, US$ million, and to the political capital that each takes; and how
        many months after the end of the match it would be ready.
        """
        parties = self._world, self.state, self._seat
        left = self._world.calendar.months - self.state.month
        late = max(float(order.ready(*parties)[0]) - left, 0.0)
        return float(order.running(*parties)[0]), float(order.keeping(*parties)[0]), late

    def _overrun(self, order: Order) -> Band:
        low, expected, high = order.overrun(self._world, self.state, self._seat)
        return Band(float(low[0]), float(expected[0]), float(high[0]))


def _lacks(code: str, reason: Message, price: float, left: float, unit: str) -> Message:
    """`reason` with both amounts, each as exactly as it takes to tell them apart."""
    return Message(code, {"reason": reason, "price": Amount(price, unit, left), "left": Amount(left, unit, price)})


def _said(error: ValidationError) -> str:
    """The findings of a validation in one line."""
    findings = []
    for finding in error.errors(include_url=False, include_context=False):
        place = ".".join(str(part) for part in finding["loc"])
        findings.append(f"{place}: {finding['msg']}" if place else finding["msg"])
    return "; ".join(findings)

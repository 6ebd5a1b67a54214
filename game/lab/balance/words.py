"""The measurements in words: one wording for the screen and for the page."""

from __future__ import annotations

from game.content.gates import Gate
from game.content.package import Package
from game.content.plan import Planned
from game.lab.balance.judged import Row, Value
from game.orders import Order
from game.session.lexicon import Lexicon
from game.telling import Teller
from game.telling.numbers import number, write

HOLDS, FAILS, OPEN = "holds", "FAILS", "not measured"
_SHOWN = 6
"""Values of one row that are told; of more, those that fail go first."""


class Words:
    """Tells of one scenario, everything open."""

    def __init__(self, package: Package) -> None:
        self._teller = Teller(Lexicon.of_control(package))

    def seat(self, name: str) -> str:
        """A nation."""
        return self._teller.name("nations", name)

    def name(self, axis: str, identifier: str) -> str:
        """What a catalogue's entry is called, with its identifier."""
        return f"{self._teller.name(axis, identifier)} ({identifier})"

    def order(self, order: Order) -> str:
        """An order as a person reads it."""
        return self._teller.tell(order.describe())

    def planned(self, planned: Planned) -> str:
        """The same with its turn, counted from 1."""
        return f"{planned.turn + 1}: {self.order(planned.order)}"

    def asked(self, gate: Gate) -> str:
        """What the gate asks, with its bounds."""
        return gate.asks.format(at_least=_bound(gate.at_least, gate.unit), at_most=_bound(gate.at_most, gate.unit))

    def measured(self, row: Row) -> str:
        """What was measured, seat by seat, or why nothing was."""
        if not row.values:
            return row.why_not
        values = list(row.values)
        if len(values) > _SHOWN:
            values.sort(key=lambda one: row.gate.holds(one.value))
        told = [self._value(one, row.gate.unit) for one in values[:_SHOWN]]
        more = len(row.values) - _SHOWN
        return "; ".join([*told, f"{more} more"] if more > 0 else told)

    def _value(self, one: Value, unit: str) -> str:
        amount = measure(one.value, unit)
        who = self.seat(one.seat) if one.seat else ""
        if one.seat:
            return f"{who} {amount} ({one.about})" if one.about else f"{who} {amount}"
        return f"{one.about} {amount}".strip() if unit == "share" else f"{amount} {one.about}".strip()


def verdict(row: Row) -> str:
    """Whether the gate holds, in a word."""
    return OPEN if row.holds is None else HOLDS if row.holds else FAILS


def measure(value: float, unit: str) -> str:
    """A value as it is told; points without their unit."""
    if unit == "share":
        return write(value, "share")
    return number(value, 1) if unit == "points" else number(value, 0)


def _bound(bound: float, unit: str) -> str:
    return write(bound, "share") if unit == "share" else f"{bound:g}"

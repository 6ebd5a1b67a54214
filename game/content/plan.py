"""Orders of one seat that are fixed before the match: what a plan file holds, ready to be given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from game.orders import Order
from game.orders.registry import KINDS

_RANK = {kind: place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Planned:
    """An order and the turn in which it is given, counted from 0."""

    turn: int
    order: Order

    @cached_property
    def key(self) -> tuple[int, int, str]:
        """By what the orders of a plan are sorted: turn, kind in the order of the registry, parameters."""
        return self.turn, _RANK[self.order.kind], self.order.model_dump_json()


@dataclass(frozen=True)
class Plan:
    """Orders of one seat. Those of a turn are given in the order in which they stand."""

    orders: tuple[Planned, ...] = ()

    @classmethod
    def of(cls, orders: Iterable[Planned]) -> Plan:
        """The plan of `orders`, sorted, each once.

        Of two plans that are sorted alike, what both order stands in the same order: many can be given together.
        """
        return cls(tuple(sorted({one.key: one for one in orders}.values(), key=lambda one: one.key)))

    @cached_property
    def key(self) -> tuple[tuple[int, int, str], ...]:
        """What tells this plan from others."""
        return tuple(one.key for one in self.orders)

    def __len__(self) -> int:
        return len(self.orders)

    def without(self, *places: int) -> Plan:
        """The plan without the orders at `places`."""
        return Plan(tuple(one for place, one in enumerate(self.orders) if place not in places))

    def beside(self, *orders: Planned) -> Plan:
        """The plan with `orders` put in where they belong."""
        return Plan.of((*self.orders, *orders))

    def of_turn(self, turn: int) -> Iterator[Order]:
        """The orders of a turn, in order."""
        return (one.order for one in self.orders if one.turn == turn)


@dataclass(frozen=True)
class PlanFile:
    """A plan as its file has it."""

    seat: str
    text: str
    plan: Plan

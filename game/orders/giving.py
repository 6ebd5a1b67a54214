"""A way of giving an order of some kind: what every notation of orders, in words or in codes, is made of."""

from __future__ import annotations

from dataclasses import dataclass

from game.orders.form import Field, Form, Way
from game.orders.registry import KINDS


@dataclass(frozen=True)
class Giving:
    """A way of giving an order of some kind."""

    kind: str
    way: Way

    @property
    def form(self) -> Form:
        """The form of the order."""
        return KINDS[self.kind].form

    @property
    def asked(self) -> tuple[Field, ...]:
        """Fields that have to be written."""
        return tuple(self.form.field(name) for name in self.way.asks)

    @property
    def optional(self) -> tuple[Field, ...]:
        """Fields that may be written."""
        return tuple(self.form.field(name) for name in self.way.may)

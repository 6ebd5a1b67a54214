"""What a match hands back, and what it expects of the programs that lead seats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package
from game.engine.events import Event
from game.engine.messages import Message
from game.orders.kinds import Order
from game.session.interventions import Done, Handed
from game.session.ledger import Ledger
from game.session.sight import Sight
from game.session.views import Headline

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Refusal:
    """Why an order was not accepted.

    `code` is the kind's reason code; 0 stands for an order that could not be understood or a draft that is sealed.
    """

    code: int
    message: Message
    order: Order | None


@dataclass(frozen=True)
class TurnReport:
    """What one turn brought. `turn` counts from 0."""

    turn: int
    events: tuple[Event, ...]
    headlines_by_seat: Mapping[str, tuple[Headline, ...]]
    """For the seats held by people; `Match.headlines` gives those of any seat. Oldest first."""
    digest: str
    """Of the state after the turn, the next turn's income included."""
    orders: Mapping[str, tuple[Order, ...]]
    """Orders of every seat that took effect, in the order in which they were given."""
    refused: Mapping[str, tuple[Refusal, ...]]
    """Orders that were sealed and did not take effect: what another seat did first left no room for them."""
    led: tuple[str, ...] | None = None
    """Rules that a person who led the rival chose for the turn; None where its script played."""
    terms: Ledger = field(default_factory=dict)
    """What each cause added to the figures that are sums; empty where an older program kept the log."""
    interventions: tuple[Done, ...] = ()
    """What was done by hand before the orders, oldest first."""
    by_hand: int = 0
    """How many of `events`, the first, tell of it."""
    handed: tuple[Handed, ...] = ()
    """Seats that changed hands before the orders, oldest first."""

    @property
    def played(self) -> tuple[Event, ...]:
        """The events that nobody brought about by hand."""
        return self.events[self.by_hand :]


@dataclass(frozen=True)
class Proposal:
    """An order that a leader wants to give in the matches of the mask `where` (B,), and why."""

    order: Order
    where: Mask
    reason: str


class Leader(Protocol):
    """A program that leads one seat. It sees what a person in that seat may see, and gets no bonus."""

    def orders(self, sight: Sight, turn: int, where: Mask) -> list[Proposal]:
        """Orders for this turn, in order, in matches of `where`."""

    def settled(self, index: int, accepted: Mask, turn: int) -> None:
        """Proposal `index` of this turn's `orders` took effect in the matches of `accepted`."""

    def memory(self) -> dict[str, Any]:
        """What the leader must remember between turns, as JSON; written to the log."""

    def restore(self, memory: Mapping[str, Any]) -> None:
        """Go on from `memory`."""


Leaders = Callable[[Package], Callable[[str, str], Leader]]
"""A package to its factory of leaders: ``(doctrine id, seat id)`` to a leader, KeyError for an unknown doctrine."""

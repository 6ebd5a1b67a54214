"""What a program that plays a seat may ask of a match, whether it has the match itself or only a line to its host."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from game.marks import N_, Said
from game.orders.kinds import Order
from game.session.records import Refusal
from game.session.views import Choice, Headline, PastTurn, Result, View, Why


class Away(Exception):  # noqa: N818 - it is an answer to a person
    """Whoever has the match cannot be asked just now. ``str()`` is ready to show."""

    def __init__(self) -> None:
        super().__init__(Said(N_("the host does not answer: wait until it is back")))


class Playing(Protocol):
    """A match as its seats play it; `match.Match` says what each of these does."""

    @property
    def turn(self) -> int:
        """The turn being played, counted from 0."""

    @property
    def people(self) -> Mapping[str, str]:
        """Seat to the name of the person who holds it."""

    def view(self, seat: str) -> View:
        """All that `seat` may know now."""

    def redrawn(self, seat: str, view: View) -> View:
        """`view`, which the seat had of this turn, with its draft as it is now."""

    def try_order(self, seat: str, order: Order | Mapping[str, Any]) -> Choice:
        """Price of an order after the present draft, and why not where it would be refused."""

    def drafts(self, seat: str) -> tuple[Order, ...]:
        """Orders in the seat's draft, oldest first."""

    def add(self, seat: str, order: Order | Mapping[str, Any]) -> Refusal | None:
        """Append an order to the seat's draft; None when accepted."""

    def undo(self, seat: str) -> bool:
        """Drop the last order of the draft."""

    def clear(self, seat: str) -> None:
        """Drop the whole draft."""

    def why(self, seat: str, key: str) -> Why:
        """Where the figure `key` comes from.

        Raises:
            Away: when that cannot be asked now.
        """

    def news(self, seat: str, turn: int | None = None) -> tuple[Headline, ...]:
        """What the seat may know of the events of `turn`, oldest first."""

    def past(self, seat: str) -> tuple[PastTurn, ...]:
        """The turns that are over, as the seat knows them."""

    def result(self, seat: str) -> Result:
        """Score, verdict and turning points of the seat. Raises as `why`."""

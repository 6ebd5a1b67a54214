"""A person's place in a match: the view, the draft, and prices of what could be ordered, each asked for only once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from game.orders.registry import KINDS
from game.session.playing import Playing
from game.session.views import Choice, Headline, PastTurn, Result, View, Why
from game.telling import Teller

OrderData = Mapping[str, Any]


class Client:
    """What the screens of one seat ask the match. Views and prices are kept until the draft or the turn changes."""

    def __init__(self, match: Playing, seat: str) -> None:
        self.match = match
        self.seat = seat
        self.version = 0
        """Grows whenever the view may have changed."""
        self._view: View | None = None
        self._drawn: View | None = None
        """The view of this turn with an earlier draft."""
        self._choices: dict[str, Choice] = {}

    @property
    def player(self) -> str:
        """Name of the person at this seat."""
        return self.match.people.get(self.seat, "")

    @property
    def view(self) -> View:
        """What the seat may know, its draft applied."""
        if self._view is None:
            drawn = self._drawn
            self._view = self.match.redrawn(self.seat, drawn) if drawn else self.match.view(self.seat)
        return self._view

    @property
    def teller(self) -> Teller:
        """Puts what the view holds into words for this seat."""
        return Teller.of(self.view)

    def renew(self) -> None:
        """Forget what was kept: the turn may have changed."""
        self._redraft()
        self._drawn = None

    def _redraft(self) -> None:
        """Forget what was kept and hangs on the draft, which changed."""
        self.version += 1
        self._drawn, self._view = self._view or self._drawn, None
        self._choices.clear()

    def choice(self, order: OrderData) -> Choice:
        """Price and permission of an order that is not in the draft."""
        name = json.dumps(order, sort_keys=True)
        if name not in self._choices:
            self._choices[name] = self.match.try_order(self.seat, order)
        return self._choices[name]

    def drafted(self, order: OrderData) -> str:
        """The order of the draft that is about the same thing as `order`, as a sentence; empty where there is none."""
        picks = [pick.name for pick in KINDS[order["kind"]].form.picks()]
        for given, shown in zip(self.match.drafts(self.seat), self.view.draft, strict=True):
            if given.kind == order["kind"] and all(getattr(given, name) == order[name] for name in picks):
                return self.teller.sentence(shown.message)
        return ""

    def add(self, order: OrderData) -> str:
        """Put an order in the draft; returns why it was refused, or nothing."""
        refusal = self.match.add(self.seat, order)
        self._redraft()
        return self.teller.sentence(refusal.message) if refusal else ""

    def undo(self) -> bool:
        """Take the last order back."""
        done = self.match.undo(self.seat)
        self._redraft()
        return done

    def clear(self) -> None:
        """Take all orders back."""
        self.match.clear(self.seat)
        self._redraft()

    def why(self, key: str) -> Why:
        """Where a figure comes from. Raises `Away` when it cannot be asked now."""
        return self.match.why(self.seat, key)

    def result(self) -> Result:
        """The seat's result, as if the match ended now."""
        return self.match.result(self.seat)

    def past(self) -> tuple[PastTurn, ...]:
        """The turns that are over, as the seat knows them."""
        return self.match.past(self.seat)

    def last_headlines(self) -> tuple[Headline, ...]:
        """What the seat may know of the turn before this one, oldest first."""
        return self.match.news(self.seat, self.match.turn - 1) if self.match.turn else ()

"""One seat of a match that is hosted elsewhere, as `session.playing` has it: what it asks and gives goes over a line.

Everything here runs in the thread of who plays. What the host says meanwhile waits until `look` or a question takes it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from queue import Empty
from typing import Any

from game.desktop.remote.address import Address, NoWay
from game.desktop.remote.heard import Heard, Place
from game.desktop.remote.line import HostLine
from game.engine.messages import Message
from game.marks import N_, Said
from game.orders.kinds import Order
from game.session.carrier import Carrier
from game.session.playing import Away
from game.session.records import Refusal
from game.session.views import Choice, Headline, PastTurn, Result, View, Why
from game.telling import told

_ANSWER = 6.0
"""Seconds to wait for an answer: the host may be busy with a turn."""
_REPLAYED = 25.0
"""The same where the host plays a turn again, without each order, to say what moved a figure."""
_MUTED = 0.2
"""The same of a host that let the last question wait for nothing, and has said no word since."""
_FIRST = 30.0
"""Seconds to wait for the first view: the host may read the sources of a rule set for it."""
_UNREADABLE = 0
_UNSURE = N_("the host has not answered yet: it is asked again as soon as it can be reached")
_MUTE = N_("{host} does not answer as a host of this version does")


class HostedSeat:
    """Plays a seat over a line. The seat that the methods are given is always its own.

    Raises:
        NoWay: when there is no host, its version is another, or the link is not one of a seat.
    """

    def __init__(self, address: Address) -> None:
        self.address = address
        self._carrier = Carrier()
        self.heard = Heard(self._carrier)
        self._line = HostLine(address)
        self._number = 0
        self._mute_at = -1
        """How many words had come when the host last let somebody wait for nothing."""
        self._doubtful: set[str] = set()
        self._wait(lambda: self.heard.place is not None, _FIRST)
        if self.heard.place is None or self.heard.over:
            self._line.close()
            raise NoWay(self.heard.over or Said(_MUTE, host=address.host))

    @property
    def place(self) -> Place:
        """What the seat saw last."""
        assert self.heard.place is not None  # noqa: S101 - waited for above
        return self.heard.place

    # --- what is asked -------------------------------------------------------------------------------------------

    @property
    def turn(self) -> int:
        """The turn being played, counted from 0."""
        return self.place.view.turn

    @property
    def people(self) -> Mapping[str, str]:
        """Seat to the name of the team that holds it; empty where none does."""
        return {row["seat"]: row["holder"] for row in self.heard.roster}

    def view(self, _seat: str) -> View:
        """What the seat saw last."""
        return self.place.view

    def redrawn(self, _seat: str, _view: View) -> View:
        """The same: the host draws it."""
        return self.place.view

    def drafts(self, _seat: str) -> tuple[Order, ...]:
        """Orders in the draft, oldest first."""
        return self.place.orders

    def news(self, _seat: str, turn: int | None = None) -> tuple[Headline, ...]:
        """A view has all headlines that are worth a person's time, newest first."""
        return tuple(one for one in self.place.view.headlines[::-1] if turn is None or one.turn == turn)

    def try_order(self, _seat: str, order: Order | Mapping[str, Any]) -> Choice:
        """As a match does; while the host is away nothing can be ordered."""
        try:
            found: Choice = self._ask(Choice, _ANSWER, of="choice", order=_written(order))
        except Away as away:
            return Choice(price=0.0, capital=0.0, allowed=False, refusal=_said(told(away.args[0])))
        return found

    def why(self, _seat: str, key: str) -> Why:
        """As a match does.

        Raises:
            Away: when the host does not answer.
        """
        found: Why = self._ask(Why, _REPLAYED, of="why", key=key)
        return found

    def past(self, _seat: str) -> tuple[PastTurn, ...]:
        """The turns that are over, after the end."""
        return self.heard.ending.past if self.heard.ending else ()

    def result(self, _seat: str) -> Result:
        """How it ended.

        Raises:
            Away: before the host has told it.
        """
        if self.heard.ending is None:
            raise Away
        return self.heard.ending.result

    # --- what is given -------------------------------------------------------------------------------------------

    def add(self, _seat: str, order: Order | Mapping[str, Any]) -> Refusal | None:
        """As a match does; an order that is not answered is refused with that, and given as soon as there is a line."""
        refused = self._act("add", order=_written(order))
        return Refusal(_UNREADABLE, _said(refused), None) if refused else None

    def undo(self, _seat: str) -> bool:
        """Drop the last order of the draft."""
        count = len(self.place.orders)
        return count > 0 and not self._act("remove", index=count - 1)

    def clear(self, seat: str) -> None:
        """Drop the whole draft, as far as the host lets it."""
        while self.undo(seat):
            pass

    def seal(self) -> str:
        """Seal the orders; why that was refused, else nothing."""
        return self._act("seal")

    def unseal(self) -> str:
        """Open the orders again; why that was refused, else nothing."""
        return self._act("unseal")

    # --- over the line -------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Take in what the host has said meanwhile."""
        while not self._line.inbox.empty():
            self.heard.take(self._line.inbox.get())

    def refused_late(self) -> list[str]:
        """Why acts were refused that had been given up waiting for; each is told once."""
        late = [self.heard.answers.pop(one) for one in sorted(self._doubtful & self.heard.answers.keys())]
        self._doubtful.difference_update(answer["id"] for answer in late)
        return [str(answer["text"]) for answer in late if answer["type"] == "refused"]

    def close(self) -> None:
        """Leave; the link leads back."""
        self._line.close()

    def _ask(self, kind: Any, seconds: float, **question: Any) -> Any:
        self._number += 1
        number = self._number
        if not self._gone():
            self._line.say(type="ask", number=number, **question)
            self._wait(lambda: number in self.heard.answers, seconds)
        answer = self.heard.answers.pop(number, None)
        if answer is None:
            raise Away
        if answer["of"] == "fault":
            raise KeyError(answer["text"])
        return self._carrier.unpack(kind, answer)

    def _act(self, kind: str, **parts: Any) -> str:
        """Do something; why it was refused, else nothing. Returns when what it changed has come too."""
        if self.heard.over:
            return self.heard.over
        before, identifier = self.heard.changes, self._line.act(kind, turn=self.turn, **parts)
        self._wait(lambda: identifier in self.heard.answers, _ANSWER)
        answer = self.heard.answers.pop(identifier, None)
        if answer is None:
            self._doubtful.add(identifier)
            return told(Said(_UNSURE))
        if answer["type"] == "refused":
            return str(answer["text"])
        self._wait(lambda: self.heard.changes > before, _ANSWER)
        return ""

    def _gone(self) -> bool:
        return self.heard.lost or bool(self.heard.over)

    def _wait(self, enough: Callable[[], bool], seconds: float) -> None:
        """Take in what comes until it is `enough`, the line is lost, or the time is over."""
        until = time.monotonic() + (_MUTED if self.heard.words == self._mute_at else seconds)
        while not enough() and not self._gone() and (left := until - time.monotonic()) > 0.0:
            try:
                self.heard.take(self._line.inbox.get(timeout=left))
            except Empty:
                self._mute_at = self.heard.words


def _written(order: Order | Mapping[str, Any]) -> dict[str, Any]:
    return order.model_dump(mode="json") if isinstance(order, Order) else dict(order)


def _said(text: str) -> Message:
    """What the host has said in words, as a message."""
    return Message("refusal.unreadable", {"problem": text})

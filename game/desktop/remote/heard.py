"""What a host has told of a seat and of the session around it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from game import orders
from game.marks import N_, Said
from game.orders.kinds import Order
from game.reports.script import RuleFacts
from game.session.carrier import Carrier
from game.session.codec import Differs
from game.session.views import PastTurn, Result, View
from game.telling import told

Words = Mapping[str, Any]
VERSION = 1
"""Of the protocol, as `server.notices` has it."""
_NO_SEAT = N_("that link is not one of a seat: open it in a browser")


@dataclass(frozen=True)
class Place:
    """All that the seat sees, and its draft as it was given."""

    view: View
    orders: tuple[Order, ...]
    sealed: bool


@dataclass(frozen=True)
class Ending:
    """How the match ended for the seat; the rival's rules are told after play alone."""

    result: Result
    past: tuple[PastTurn, ...]
    rules: tuple[RuleFacts, ...]


class Heard:
    """What was told so far.

    Attributes:
        place: None before the first word of it; `changes` counts how often it came.
        ending: None before the end.
        seat: the seat of the link.
        roster: a row for each seat: ``seat``, ``name``, ``holder``, ``here``, ``sealed``, ``led``.
        messages: of the facilitator, oldest first.
        running: whether the clock runs.
        lost: whether there is no line to the host now.
        over: why the host lets nobody in any more; empty while it does.
        answers: by number or id, to be taken out by who asked.
        words: how many messages came.
    """

    def __init__(self, carrier: Carrier) -> None:
        self.place: Place | None = None
        self.changes = 0
        self.words = 0
        self.ending: Ending | None = None
        self.seat = ""
        self.roster: tuple[Words, ...] = ()
        self.messages: tuple[Words, ...] = ()
        self.running = False
        self.lost = False
        self.over = ""
        self.answers: dict[Any, Words] = {}
        self._carrier = carrier
        self._left: float | None = None
        self._since = 0.0
        self._takers: Mapping[str, Callable[[Words], None]] = {
            "welcome": self._welcome,
            "roster": self._roster,
            "clock": self._clock,
            "message": self._message,
            "record": self._record,
            "acknowledged": self._answer,
            "refused": self._answer,
            "lost": self._break,
            "back": self._back,
            "over": self._over,
        }

    @property
    def left(self) -> float | None:
        """Seconds left of the turn, at least 0; None where there is no limit."""
        gone = time.monotonic() - self._since if self.running else 0.0
        return None if self._left is None else max(self._left - gone, 0.0)

    def take(self, message: Words) -> None:
        """Take in one message; kinds that are not known are for others. One that cannot be read ends it, see `over`."""
        self.words += 1
        taker = self._takers.get(message["type"])
        if taker is None:
            return
        try:
            taker(message)
        except Differs as error:
            self.over = told(error.args[0])

    def _welcome(self, message: Words) -> None:
        if message["version"] != VERSION:
            raise Differs(str(message["version"]))
        self.seat, self.messages = message["seat"], ()  # what was said is said again after a hello
        if message["role"] != "seat":
            self.over = told(Said(_NO_SEAT))

    def _roster(self, message: Words) -> None:
        self.roster = tuple(message["seats"])

    def _clock(self, message: Words) -> None:
        self.running, self._left, self._since = message["running"], message["left"], time.monotonic()

    def _message(self, message: Words) -> None:
        self.messages = (*self.messages, message)

    def _record(self, message: Words) -> None:
        if "number" in message:
            self.answers[message["number"]] = message
        elif message["of"] == "place":
            self._draft(message, self._carrier.unpack(View, message))
        elif message["of"] == "drafted" and self.place is not None and message["turn"] == self.place.view.turn:
            self._draft(message, self._carrier.unpack_drafted(self.place.view, message))
        elif message["of"] == "ending":
            parts = {"result": Result, "past": tuple[PastTurn, ...], "rules": tuple[RuleFacts, ...]}
            self.ending = Ending(**{name: self._carrier.unpack(kind, message[name]) for name, kind in parts.items()})

    def _draft(self, message: Words, view: View) -> None:
        given = tuple(orders.parse(order) for order in message["orders"])
        self.place, self.changes = Place(view, given, message["sealed"]), self.changes + 1
        self.ending = self.ending if view.finished else None

    def _answer(self, message: Words) -> None:
        self.answers[message["id"]] = message

    def _break(self, _message: Words) -> None:
        self.lost = True

    def _back(self, _message: Words) -> None:
        self.lost = False

    def _over(self, message: Words) -> None:
        self.over = message["text"]

"""The match of a session, and who sits at it: acts are applied one after the other, now or again from the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from game.content.package import Package
from game.doctrines import leader_of
from game.engine.messages import Message
from game.marks import N_, Said
from game.orders.kinds import Order
from game.server.store import Act, SessionError
from game.session.match import Match
from game.session.people import objection
from game.session.records import Leader
from game.session.resolution import plans_of

LONGEST_TEXT = 2000
"""Letters of a message at most."""


class Refused(Exception):  # noqa: N818 - it is an answer to a person
    """An act was refused and has changed nothing; `text` is a message of the match or a marked text."""

    def __init__(self, code: str, text: Message | str) -> None:
        super().__init__(code)
        self.code = code
        self.text = text


class Table:
    """One match with a person or a doctrine at each seat.

    Every seat is one of people to the match, because who holds it changes while it is played; a seat that a doctrine
    leads gets the doctrine's orders in its draft when the turn ends, and the log has them as it has any others.

    Attributes:
        holders: seat to the name of who took it.
        led: seat to the doctrine that leads it on the facilitator's word.
        sat_in: seats that a doctrine led in the turn that was played last.
        said: messages so far, oldest first: ``{"from", "to", "text", "turn"}``.
    """

    def __init__(self, package: Package, seed: int, log: Path | None) -> None:
        self.package = package
        self.seats = package.world.names.nations[: package.world.seats]
        people = {seat: package.nations[seat].name for seat in self.seats}
        self.match = Match.start(package, seed=seed, people=people, log=log)
        self.holders: dict[str, str] = {}
        self.led: dict[str, str] = {}
        self.sat_in: tuple[str, ...] = ()
        self.said: list[dict[str, Any]] = []
        self._leaders: dict[tuple[str, str], Leader] = {}

    def doctrine(self, seat: str) -> str:
        """Who leads the seat where no person does."""
        return self.led.get(seat) or self.package.seat_doctrines.get(seat) or next(iter(self.package.doctrine_names))

    def all_in(self) -> bool:
        """Whether everybody who holds a seat has sealed, and somebody has."""
        waited = [seat for seat in self.seats if seat in self.holders and seat not in self.led]
        return bool(waited) and all(self.match.sealed(seat) for seat in waited)

    def apply(self, act: Act) -> None:
        """Do what the act says.

        Raises:
            Refused: when it cannot be done; nothing has changed then.
        """
        doer = getattr(self, f"_do_{act.do}", None)
        if doer is None:
            raise Refused("unknown_act", Said(N_("nothing is called {act}"), act=act.do))
        doer(act.body)

    def play(self) -> Act:
        """End the turn: doctrines order for the seats that are led, empty, or late without a draft.

        The act that plays the same turn again; it has yet to be written down.
        """
        turn = self.match.turn
        led = [seat for seat in self.seats if self._absent(seat)]
        self._let_lead(led)
        orders = {seat: [order.model_dump(mode="json") for order in self.match.drafts(seat)] for seat in led}
        self._resolve(led)
        memories = [[*key, leader.memory()] for key, leader in self._leaders.items()]
        body = {"orders": orders, "memories": memories, "digest": self.match.control.state.digest()}
        return Act("table", f"turn {turn}", turn, "turn", body)

    def _absent(self, seat: str) -> bool:
        if seat in self.led:
            return True
        return not self.match.sealed(seat) and (seat not in self.holders or not self.match.drafts(seat))

    def _let_lead(self, seats: Sequence[str]) -> None:
        """Put the doctrines' orders into the drafts of the seats, in place of what was there."""
        match, leaders = self.match, {self.seats.index(seat): self._leader(seat) for seat in seats}
        plans = plans_of(leaders, self.package.world, match.control.state, match.turn)
        for place, leader in leaders.items():
            seat = self.seats[place]
            match.unseal(seat)
            match.clear(seat)
            for index, proposal in enumerate(plans[place]):
                accepted = bool(proposal.where[0]) and match.add(seat, proposal.order) is None
                leader.settled(index, np.array([accepted]), match.turn)

    def _leader(self, seat: str) -> Leader:
        doctrine = self.doctrine(seat)
        if (seat, doctrine) not in self._leaders:
            self._leaders[seat, doctrine] = leader_of(self.package, doctrine, seat)
        return self._leaders[seat, doctrine]

    def _resolve(self, led: Sequence[str]) -> None:
        for seat in self.seats:
            self.match.seal(seat)
        self.match.resolve()
        self.sat_in = tuple(led)

    def _do_turn(self, body: Mapping[str, Any]) -> None:
        """A turn that was played before."""
        turn = self.match.turn
        for seat, orders in body["orders"].items():
            self.match.unseal(seat)
            self._set_draft(seat, orders)
        self._resolve(list(body["orders"]))
        for seat, doctrine, memory in body["memories"]:
            self._leaders[seat, doctrine] = leader_of(self.package, doctrine, seat)
            self._leaders[seat, doctrine].restore(memory)
        if self.match.control.state.digest() != body["digest"]:
            text = N_(
                "turn {turn} of the session plays otherwise with what is installed now: install what it began with"
            )
            raise SessionError(Said(text, turn=turn + 1))

    def _do_claim(self, body: Mapping[str, Any]) -> None:
        seat, name = self._seat(body), str(body.get("name", "")).strip()
        if not name:
            raise Refused("no_name", N_("write a name for your team first"))
        if refused := objection(name):
            raise Refused("bad_name", refused)
        if seat in self.holders:
            raise Refused("seat_taken", N_("somebody has taken that seat: choose another, or ask the facilitator"))
        self.holders[seat] = name

    def _do_free(self, body: Mapping[str, Any]) -> None:
        self.holders.pop(self._seat(body), None)

    def _do_add(self, body: Mapping[str, Any]) -> None:
        order = body.get("order")
        if not isinstance(order, Mapping):
            raise Refused("no_order", N_("the message brings no order"))
        self._require_open()
        if refusal := self.match.add(self._seat(body), order):
            raise Refused(refusal.message.code, refusal.message)

    def _do_remove(self, body: Mapping[str, Any]) -> None:
        self._require_open()
        seat, index = self._seat(body), body.get("index")
        orders = self.match.drafts(seat)
        if self.match.sealed(seat):
            raise Refused("refusal.sealed", Message("refusal.sealed"))
        if type(index) is not int or not 0 <= index < len(orders):
            raise Refused("no_order", N_("there is no such order in the draft any more"))
        try:
            self._set_draft(seat, [*orders[:index], *orders[index + 1 :]])
        except Refused:
            self._set_draft(seat, orders)
            raise

    def _set_draft(self, seat: str, orders: Sequence[Order | Mapping[str, Any]]) -> None:
        self.match.clear(seat)
        for order in orders:
            if refusal := self.match.add(seat, order):
                raise Refused(refusal.message.code, refusal.message)

    def _do_seal(self, body: Mapping[str, Any]) -> None:
        self._require_open()
        self.match.seal(self._seat(body))

    def _do_unseal(self, body: Mapping[str, Any]) -> None:
        self._require_open()
        self.match.unseal(self._seat(body))

    def _do_say(self, body: Mapping[str, Any]) -> None:
        to, text = body.get("to"), body.get("text")
        if to != "all":
            to = self._seat({"seat": to})
        if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT:
            raise Refused("bad_text", Said(N_("a message has 1 to {number} letters"), number=LONGEST_TEXT))
        self.said.append({"from": "facilitator", "to": to, "text": text.strip(), "turn": self.match.turn})

    def _do_lead(self, body: Mapping[str, Any]) -> None:
        seat = self._seat(body)
        doctrine = body.get("doctrine") or self.package.seat_doctrines.get(seat) or self.doctrine(seat)
        if doctrine not in self.package.doctrine_names:
            raise Refused("unknown_doctrine", Said(N_("no doctrine is called {name}"), name=str(doctrine)[:60]))
        self.led[seat] = doctrine

    def _do_hand_back(self, body: Mapping[str, Any]) -> None:
        self.led.pop(self._seat(body), None)

    def _seat(self, body: Mapping[str, Any]) -> str:
        seat = body.get("seat")
        if seat not in self.seats:
            raise Refused("unknown_seat", Said(N_("no seat is called {name}"), name=str(seat)[:60]))
        return str(seat)

    def _require_open(self) -> None:
        if self.match.finished:
            raise Refused("match_over", N_("the match is over: nothing is left to order"))

"""The match of a session, and who sits at it."""

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
from game.session.records import Leader
from game.session.resolution import plans_of

FAULT = N_("the host could not do that, through a fault of its own; the terminal shows it")


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
        closed: whether the facilitator has ended play before its last turn.
        rival_sealed: whether who leads the rival is done with this turn.
        said: messages so far, oldest first: ``{"from", "to", "text", "turn"}``.
    """

    def __init__(self, package: Package, seed: int, log: Path | None, red_cell: str = "") -> None:
        self.package = package
        self.seats = package.world.names.nations[: package.world.seats]
        people = {seat: package.nations[seat].name for seat in self.seats}
        self.match = Match.start(package, seed=seed, people=people, log=log, red_cell=red_cell)
        self.holders: dict[str, str] = {}
        self.led: dict[str, str] = {}
        self.sat_in: tuple[str, ...] = ()
        self.rival_sealed = False
        self.closed = False
        self.said: list[dict[str, Any]] = []
        self._leaders: dict[tuple[str, str], Leader] = {}

    def doctrine(self, seat: str) -> str:
        """Who leads the seat where no person does."""
        return self.led.get(seat) or self.package.seat_doctrines.get(seat) or next(iter(self.package.doctrine_names))

    def all_in(self) -> bool:
        """Whether everybody who holds a seat has sealed, and somebody has; and who leads the rival, where people do."""
        if self.over or (self.match.red_cell and not self.rival_sealed):
            return False
        waited = [seat for seat in self.seats if seat in self.holders and seat not in self.led]
        return bool(waited) and all(self.match.sealed(seat) for seat in waited)

    def give_rival(self, name: str) -> None:
        """Let a person called so lead the rival from this turn on; with an empty name the script does."""
        self.match.red_cell, self.rival_sealed = name, False
        if not name:
            self.match.lead_rival(None)

    def play(self) -> Act:
        """End the turn: doctrines order for the seats that are led, empty, or late without a draft.

        The act that plays the same turn again; it has yet to be written down.
        """
        turn = self.match.turn
        led = [seat for seat in self.seats if self._absent(seat)]
        self._let_lead(led)
        chosen = self.match.chosen
        orders = {seat: [order.model_dump(mode="json") for order in self.match.drafts(seat)] for seat in led}
        self._resolve(led)
        memories = [[*key, leader.memory()] for key, leader in self._leaders.items()]
        body = {"orders": orders, "memories": memories, "digest": self.match.control.state.digest()}
        if chosen is not None:
            body["rival"] = list(chosen)
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
        self.sat_in, self.rival_sealed = tuple(led), False

    def play_again(self, body: Mapping[str, Any]) -> None:
        """A turn that was played before, by the body of its act.

        Raises:
            SessionError: when it comes out otherwise.
        """
        turn = self.match.turn
        for seat, orders in body["orders"].items():
            self.match.unseal(seat)
            self.set_draft(seat, orders)
        self.match.lead_rival(body.get("rival"))
        self._resolve(list(body["orders"]))
        for seat, doctrine, memory in body["memories"]:
            self._leaders[seat, doctrine] = leader_of(self.package, doctrine, seat)
            self._leaders[seat, doctrine].restore(memory)
        if self.match.control.state.digest() != body["digest"]:
            text = N_(
                "turn {turn} of the session plays otherwise with what is installed now: install what it began with"
            )
            raise SessionError(Said(text, turn=turn + 1))

    def set_draft(self, seat: str, orders: Sequence[Order | Mapping[str, Any]]) -> None:
        """Put these orders in the place of a seat's draft.

        Raises:
            Refused: at the first that cannot be given; those before it stand in the draft.
        """
        self.match.clear(seat)
        for order in orders:
            if refusal := self.match.add(seat, order):
                raise Refused(refusal.message.code, refusal.message)

    def seat_in(self, body: Mapping[str, Any]) -> str:
        """The seat that an act names.

        Raises:
            Refused: when there is none of that name.
        """
        seat = body.get("seat")
        if seat not in self.seats:
            raise Refused("unknown_seat", Said(N_("no seat is called {name}"), name=str(seat)[:60]))
        return str(seat)

    @property
    def over(self) -> bool:
        """Whether nothing more is played."""
        return self.match.finished or self.closed

    def require_open(self) -> None:
        """Refuse when the match is over."""
        if self.closed:
            raise Refused("play_closed", N_("play was ended by the facilitator: nothing is left to order"))
        if self.match.finished:
            raise Refused("match_over", N_("the match is over: nothing is left to order"))

"""Everybody who is connected, and the session that they share: messages come in here and answers go out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from game.engine.messages import Message
from game.marks import N_, Said
from game.server import forms, notices, shown
from game.server.line import Line
from game.server.lines import Lines, marked
from game.server.links import Audience
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused
from game.telling import Teller, told

_DRAFTING = ("add", "remove", "seal", "unseal")
_GUESSED = 16
"""Letters of an id that is answered with a link: whoever could guess it would be given the link as well."""
_MAY = {
    "lobby": ("claim",),
    "seat": _DRAFTING,
    "console": (*_DRAFTING, "clock", "next", "say", "lead", "hand_back", "free", "end"),
}
"""What changes something, by the role that may say it."""


class Hall(Lines):
    """The connections of one sitting, and what they may say. All of it runs one after the other, so nothing is locked.

    `stop` is called when the facilitator ends the session, or when the disk fails.
    """

    def __init__(self, sitting: Sitting, stop: Callable[[], None]) -> None:
        super().__init__(sitting)
        self._stop = stop

    # Who comes and goes

    def join(self, line: Line) -> None:
        """Tell a newcomer all that its audience may know."""
        self.lines.add(line)
        audience, table = line.audience, self.sitting.table
        self._say(line, notices.welcome(self.sitting, audience))
        if audience.role == "lobby":
            self._say(line, partial(notices.lobby, self.sitting))
            return
        self._say(line, notices.clock(self.sitting))
        self._say(line, self._roster(audience.role))
        self._show(line)
        if audience.role == "console":
            self._say(line, notices.links(self.sitting))
            self._say(line, partial(notices.doctrines, self.sitting))
        for message in table.said:
            self._pass_on(line, message)
        self._rosters()

    def leave(self, line: Line) -> None:
        """A connection is gone; its seat stays as it is."""
        self.lines.discard(line)
        self._rosters()

    # What they say

    def hear(self, line: Line, message: Mapping[str, Any]) -> None:
        """Answer one message."""
        kind, role = str(message["type"]), line.audience.role
        if kind in ("form", "try", "why", "see"):
            self._ask(line, kind, message)
        elif kind in _MAY.get(role, ()):
            self._act(line, message, kind)
        else:
            text = N_("{type} is nothing that this link may say")
            self.error(line, Said(text, type=kind[:40]))

    def error(self, line: Line, text: object) -> None:
        """Say that the last message was not understood."""
        self._say(line, lambda: {"type": "error", "code": "bad_message", "text": told(text)})

    def _ask(self, line: Line, kind: str, message: Mapping[str, Any]) -> None:
        """Questions: they change nothing."""
        audience, match = line.audience, self.sitting.table.match
        if kind == "see" and audience.role == "console":
            line.seeing = str(message.get("seat") or "")
            if line.seeing in match.seats:
                self._tell_seat(line, line.seeing)
            return
        seat = audience.seat or line.seeing
        if seat not in match.seats:
            self.error(line, N_("only a seat may ask for that"))
            return
        try:
            self._say(line, lambda: self._answer(kind, seat, message))
        except (KeyError, TypeError, ValueError, OverflowError):
            self.error(line, N_("there is nothing of that name"))

    def _answer(self, kind: str, seat: str, message: Mapping[str, Any]) -> Any:
        match, view = self.sitting.table.match, self._view(seat)
        if kind == "why":
            key = str(message.get("key"))
            return shown.why_of(view, key, match.why(seat, key))
        if kind == "form":
            given = message.get("given") or {}
            form, order = forms.form(view, str(message.get("kind")), given if isinstance(given, dict) else {})
            choice = shown.choice_of(view, match.try_order(seat, order)) if order else None
            return {"type": "form", "kind": message["kind"], "form": form, "order": order, "choice": choice}
        order = message.get("order")
        if not isinstance(order, dict):
            raise TypeError(order)
        return {"type": "tried", "order": order, "choice": shown.choice_of(view, match.try_order(seat, order))}

    # What changes something

    def _act(self, line: Line, message: Mapping[str, Any], kind: str) -> None:
        sitting, audience = self.sitting, line.audience
        identifier = str(message.get("id") or "")
        if len(identifier) < (_GUESSED if kind == "claim" else 1):
            self.error(line, N_("what changes something needs an id of its own, and a claim one that nobody guesses"))
            return
        body = {key: value for key, value in message.items() if key not in ("type", "id", "turn")}
        if audience.role == "seat":
            body["seat"] = audience.seat
        turn = message.get("turn", sitting.table.match.turn if kind not in (*_DRAFTING, "next") else -1)
        try:
            again = sitting.take(Act(audience.key, identifier, turn, kind, body))
        except Refused as refused:
            self._refuse(line, identifier, refused)
            return
        except sqlite3.Error:
            self.fail()
            return
        answer = {"type": "acknowledged", "id": identifier, "turn": turn, "again": again}
        if kind == "claim":
            seat = str(body["seat"])
            link = sitting.links.path(Audience("seat", seat))
            answer = {"type": "seated", "id": identifier, "seat": seat, "path": link, "token": link.partition("#")[2]}
        self._say(line, answer)
        if not again:
            self._after(kind, body)

    def _after(self, kind: str, body: Mapping[str, Any]) -> None:
        """Let the others know what has changed for them."""
        if kind in _DRAFTING:
            self._drafted(str(body["seat"]), only_draft=kind in ("add", "remove"))
            if kind == "seal" and self.sitting.clock.running and self.sitting.table.all_in():
                self.next_turn()
        elif kind == "say":
            for line in self.lines:
                self._pass_on(line, self.sitting.table.said[-1])
        elif kind == "clock":
            self._to_all(partial(notices.clock, self.sitting))
        elif kind == "next":
            self._tell_turn()
        elif kind == "end":
            self.everybody_out("ended", N_("the facilitator has ended the session"))
            self._stop()
        else:
            self._to_all(partial(notices.lobby, self.sitting), ("lobby",))
            self._rosters()

    def next_turn(self) -> None:
        """The time is over, or all are in."""
        try:
            self.sitting.play()
        except sqlite3.Error:
            self.fail()
            return
        self._tell_turn()

    def fail(self) -> None:
        """Stop, because what happens can no longer be written down; what is on disk can be gone on with."""
        self.everybody_out("disk", N_("the session cannot be written to disk; nothing that was acknowledged is lost"))
        self._stop()

    def _tell_turn(self) -> None:
        table = self.sitting.table
        self._views.clear()
        self._encoded.clear()
        turn = table.match.turn
        note = {"type": "turn", "turn": turn, "before": turn - 1, "finished": table.match.finished, "led": table.sat_in}
        self._to_all(lambda: note)
        self._rosters()
        self._to_all(partial(notices.clock, self.sitting))
        for line in self.lines:
            if line.audience.role != "lobby":
                self._show(line)

    def _drafted(self, seat: str, *, only_draft: bool) -> None:
        """A draft has changed: the devices of its seat are told, and who runs the session."""
        if seat in self._views:
            self._views[seat] = self.sitting.table.match.redrawn(seat, self._views[seat])
        for key in [key for key in self._encoded if key[1:2] == (seat,)]:
            del self._encoded[key]
        for line in self.lines:
            if seat in (line.audience.seat, line.seeing):
                self._draft(line, seat)
        if only_draft:
            self._to_all(self._roster("console"), ("console",))
        else:
            self._rosters()

    def _refuse(self, line: Line, identifier: str, refused: Refused) -> None:
        def say() -> dict[str, Any]:
            match, seat = self.sitting.table.match, line.audience.seat or line.seeing
            if isinstance(refused.text, Message):
                lexicon = self._view(seat).lexicon if seat in match.seats else match.lexicon
                text = Teller(lexicon, seat).sentence(refused.text)
            else:
                text = told(marked(refused.text))
            return {"type": "refused", "id": identifier, "turn": match.turn, "code": refused.code, "text": text}

        self._say(line, say)

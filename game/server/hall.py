"""Everybody who is connected, and the session that they share: messages come in here and answers go out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from game.engine.messages import Message
from game.marks import N_, Said
from game.server import forms, shown
from game.server.clock import WARN, Clock
from game.server.line import Line
from game.server.links import Audience
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused
from game.server.wire import encode
from game.session.views import View
from game.telling import Teller, _, languages, speaking, told

_DRAFTING = ("add", "remove", "seal", "unseal")
_MAY = {
    "lobby": ("claim",),
    "seat": _DRAFTING,
    "console": (*_DRAFTING, "clock", "next", "say", "lead", "hand_back", "free", "end"),
}
"""What changes something, by the role that may say it."""


class Hall:
    """The connections of one sitting. Everything here runs in one task after the other, so nothing is locked.

    `stop` is called when the facilitator ends the session, or when the disk fails.
    """

    def __init__(self, sitting: Sitting, stop: Callable[[], None]) -> None:
        self.sitting = sitting
        self.lines: set[Line] = set()
        self._stop = stop
        self._views: dict[str, View] = {}
        self._encoded: dict[tuple[str, ...], str] = {}

    # Who comes and goes

    def join(self, line: Line) -> None:
        """Tell a newcomer all that its audience may know."""
        self.lines.add(line)
        audience, table = line.audience, self.sitting.table
        self._say(line, self._welcome(audience))
        if audience.role == "lobby":
            self._say(line, self._lobby())
            return
        self._say(line, self._clock())
        self._say(line, self._roster(audience.role))
        if audience.role == "seat":
            self._tell_seat(line, audience.seat)
        else:
            self._share(line, ("public",), lambda: shown.public_of(table.match))
        if audience.role == "console":
            self._say(line, self._links())
            self._say(line, self._doctrines())
        for message in table.said:
            if message["to"] == "all" or audience.role == "console" or message["to"] == audience.seat:
                self._say(line, {"type": "message", **message})
        self._rosters()

    def leave(self, line: Line) -> None:
        """A connection is gone; its seat stays as it is."""
        self.lines.discard(line)
        self._rosters()

    def goodbye(self, line: Line, code: str, text: str, *, again: bool) -> None:
        """Say why the connection is about to be closed."""
        self._say(line, lambda: {"type": "goodbye", "code": code, "text": told(_text(text)), "again": again})

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
            return shown.why_of(match, seat, str(message.get("key")))
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
        if not identifier:
            self.error(line, N_("what changes something needs an id of its own"))
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
            self.everybody_out(
                "disk", N_("the session cannot be written to disk; nothing that was acknowledged is lost")
            )
            self._stop()
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
            message = self.sitting.table.said[-1]
            for line in self.lines:
                if line.audience.role != "lobby" and (message["to"] in ("all", line.audience.seat) or _runs(line)):
                    self._say(line, {"type": "message", **message})
        elif kind == "clock":
            self._to_all(self._clock)
        elif kind == "next":
            self._tell_turn()
        elif kind == "end":
            self.everybody_out("ended", N_("the facilitator has ended the session"))
            self._stop()
        else:
            self._to_all(self._lobby, ("lobby",))
            self._rosters()

    def next_turn(self) -> None:
        """The time is over, or all are in."""
        self.sitting.play()
        self._tell_turn()

    def _tell_turn(self) -> None:
        table = self.sitting.table
        self._views.clear()
        self._encoded.clear()
        for line in tuple(self.lines):
            audience = line.audience
            if audience.role == "lobby":
                continue
            turn = table.match.turn
            note = {"type": "turn", "turn": turn, "before": turn - 1, "finished": table.match.finished}
            self._say(line, note | {"led": table.sat_in})
            self._say(line, self._roster(audience.role))
            self._say(line, self._clock())
            if audience.role == "seat":
                self._tell_seat(line, audience.seat)
            else:
                self._share(line, ("public",), lambda: shown.public_of(table.match))
                if line.seeing in table.seats:
                    self._tell_seat(line, line.seeing)

    def _drafted(self, seat: str, *, only_draft: bool) -> None:
        """A draft has changed: the devices of its seat are told, and who runs the session."""
        self._views.pop(seat, None)
        for key in [key for key in self._encoded if key[1:2] == (seat,)]:
            del self._encoded[key]
        for line in self.lines:
            if seat in (line.audience.seat, line.seeing):
                self._draft(line, seat)
        if only_draft:
            self._to_all(lambda: self._roster("console"), ("console",))
        else:
            self._rosters()

    def everybody_out(self, code: str, text: str) -> None:
        """Say goodbye to all."""
        for line in self.lines:
            self.goodbye(line, code, text, again=code == "stopping")

    def _refuse(self, line: Line, identifier: str, refused: Refused) -> None:
        def say() -> dict[str, Any]:
            match, seat = self.sitting.table.match, line.audience.seat or line.seeing
            told_text = told(refused.text)
            if isinstance(refused.text, Message):
                lexicon = self._view(seat).lexicon if seat in match.seats else match.lexicon
                told_text = Teller(lexicon, seat).sentence(refused.text)
            else:
                told_text = told(_text(refused.text))
            return {"type": "refused", "id": identifier, "turn": match.turn, "code": refused.code, "text": told_text}

        self._say(line, say)

    # What is sent

    def _tell_seat(self, line: Line, seat: str) -> None:
        other = seat if line.audience.role == "console" else ""
        self._share(line, ("view", seat, other), lambda: {**shown.view_of(self._view(seat)), "as": other})
        self._draft(line, seat)
        self._share(line, ("forms", seat), lambda: {"type": "forms", "forms": forms.all_forms(self._view(seat))})

    def _draft(self, line: Line, seat: str) -> None:
        match, other = self.sitting.table.match, seat if line.audience.role == "console" else ""
        orders, sealed = match.drafts(seat), match.sealed(seat)
        self._share(
            line,
            ("draft", seat, other),
            lambda: {**shown.draft_of(self._view(seat), orders, sealed=sealed), "as": other},
        )

    def _view(self, seat: str) -> View:
        if seat not in self._views:
            self._views[seat] = self.sitting.table.match.view(seat)
        return self._views[seat]

    def _share(self, line: Line, key: tuple[str, ...], make: Callable[[], Any]) -> None:
        """Send what is the same for all of an audience: it is made and encoded once a language."""
        whole = (*key, line.language)
        if whole not in self._encoded:
            with speaking(line.language):
                self._encoded[whole] = encode(make())
        line.put(self._encoded[whole])

    @staticmethod
    def _say(line: Line, message: Mapping[str, Any] | Callable[[], Any]) -> None:
        with speaking(line.language):
            line.put(encode(message() if callable(message) else message))

    def _to_all(self, make: Callable[[], Any], roles: Iterable[str] = ()) -> None:
        for line in self.lines:
            if line.audience.role in roles or (not roles and line.audience.role != "lobby"):
                self._say(line, make)

    def _rosters(self) -> None:
        for line in self.lines:
            if line.audience.role != "lobby":
                role = line.audience.role
                self._say(line, self._roster(role))

    def _welcome(self, audience: Audience) -> Callable[[], dict[str, Any]]:
        sitting = self.sitting
        return lambda: {
            "type": "welcome",
            "version": 1,
            "role": audience.role,
            "seat": audience.seat,
            "title": _(sitting.table.package.title),
            "summary": _(sitting.table.package.summary),
            "label": sitting.label,
            "room": sitting.links.room,
            "languages": languages(),
        }

    def _lobby(self) -> dict[str, Any]:
        package, table = self.sitting.table.package, self.sitting.table
        rows = [
            {
                "seat": seat,
                "name": _(package.nations[seat].name),
                "role": _(package.roles.get(seat, "")),
                "holder": table.holders.get(seat, ""),
                "free": seat not in table.holders,
            }
            for seat in table.seats
        ]
        return {"type": "lobby", "seats": rows, "started": self.sitting.started}

    def _roster(self, role: str) -> Callable[[], dict[str, Any]]:
        table, match = self.sitting.table, self.sitting.table.match

        def row(seat: str) -> dict[str, Any]:
            told_row = {
                "seat": seat,
                "name": _(table.package.nations[seat].name),
                "holder": table.holders.get(seat, ""),
                "here": sum(line.audience.seat == seat for line in self.lines),
                "sealed": match.sealed(seat) if not match.finished else True,
                "led": seat in table.led,
            }
            if role == "console":
                link = self.sitting.links.path(Audience("seat", seat))
                told_row |= {"orders": len(match.drafts(seat)), "link": link, "doctrine": table.doctrine(seat)}
            return told_row

        return lambda: {
            "type": "roster",
            "turn": match.turn,
            "turns": table.package.world.calendar.turns,
            "seats": [row(seat) for seat in table.seats],
        }

    def _clock(self) -> dict[str, Any]:
        clock: Clock = self.sitting.clock
        phase = "over" if self.sitting.table.match.finished else "orders" if self.sitting.started else "lobby"
        return {"type": "clock", "running": clock.running, "left": clock.left, "warn": WARN, "phase": phase}

    def _links(self) -> dict[str, Any]:
        links = self.sitting.links
        rows = [{"role": one.role, "seat": one.seat, "path": links.path(one)} for one in links.tokens.values()]
        return {"type": "links", "links": rows}

    def _doctrines(self) -> dict[str, Any]:
        package, lexicon = self.sitting.table.package, self.sitting.table.match.control.lexicon
        rows = [{"key": key, "name": _(lexicon.name("doctrines", key))} for key in package.doctrine_names]
        return {"type": "doctrines", "doctrines": rows}


def _runs(line: Line) -> bool:
    return line.audience.role == "console"


def _text(text: Any) -> Any:
    """A marked text that has no parts is looked up like any other."""
    return text if isinstance(text, Said) or not isinstance(text, str) else Said(text)

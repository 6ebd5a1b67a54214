"""Everybody who is connected, and the session that they share: messages come in here and answers go out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from game.engine.messages import Message
from game.marks import N_, Said
from game.server import notices, taking
from game.server.acts.registry import DEEDS, may
from game.server.asking import QUESTIONS, ask
from game.server.line import Line
from game.server.lines import Lines, marked
from game.server.links import Audience
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused
from game.server.topics import TOPICS
from game.telling import Teller, told

_GUESSED = 16
"""Letters of an id that is answered with a link: whoever could guess it would be given the link as well."""


class Hall(Lines):
    """The connections of one sitting, and what they may say. All of it runs one after the other, so nothing is locked.

    `stop` is called when the facilitator ends the session, or when the disk fails.
    """

    def __init__(self, sitting: Sitting, stop: Callable[[], None]) -> None:
        super().__init__(sitting)
        self._stop = stop

    def join(self, line: Line) -> None:
        """Tell a newcomer all that its audience may know."""
        self.lines.add(line)
        audience, table = line.audience, self.sitting.table
        self.say(line, partial(notices.welcome, self.sitting, audience))
        if audience.role == "lobby":
            self.say(line, partial(notices.lobby, self.sitting))
            return
        self.say(line, notices.clock(self.sitting))
        self.say(line, self.roster(audience.role))
        self.show(line)
        if audience.role == "console":
            self.say(line, notices.links(self.sitting))
            self.say(line, partial(notices.doctrines, self.sitting))
        self.notes(line)
        for message in table.said:
            self.pass_on(line, message)
        self.rosters()

    def leave(self, line: Line) -> None:
        """A connection is gone; its seat stays as it is."""
        self.lines.discard(line)
        self.rosters()

    def hear(self, line: Line, message: Mapping[str, Any]) -> None:
        """Answer one message."""
        kind, role = str(message["type"]), line.audience.role
        if kind in QUESTIONS and role in QUESTIONS[kind].roles:
            ask(self, line, message)
        elif may(role, kind):
            self._act(line, message, kind)
        else:
            self.error(line, Said(N_("{type} is nothing that this link may say"), type=kind[:40]))

    def _act(self, line: Line, message: Mapping[str, Any], kind: str) -> None:
        audience, deed = line.audience, DEEDS[kind]
        identifier = str(message.get("id") or "")
        if len(identifier) < (_GUESSED if deed.guarded else 1):
            self.error(line, N_("what changes something needs an id of its own, and a claim one that nobody guesses"))
            return
        body = {key: value for key, value in message.items() if key not in ("type", "id", "turn")}
        if audience.role == "seat":
            body["seat"] = audience.seat
        turn = message.get("turn", -1 if deed.in_turn else self.sitting.table.match.turn)
        try:
            again = taking.take(self.sitting, Act(audience.key, identifier, turn, kind, body))
        except Refused as refused:
            self._refuse(line, identifier, refused)
            return
        except sqlite3.Error:
            self.fail()
            return
        answer = {"type": "acknowledged", "id": identifier, "turn": turn, "again": again}
        self.say(line, answer | (self._link(str(body["seat"])) if deed.guarded else {}))
        for topic in () if again else deed.tells:
            self.tell(topic, body)

    def _link(self, seat: str) -> dict[str, Any]:
        """What the answer to a claim brings besides: the link of the seat."""
        path = self.sitting.links.path(Audience("seat", seat))
        return {"type": "seated", "seat": seat, "path": path, "token": path.partition("#")[2]}

    def tell(self, topic: str, body: Mapping[str, Any]) -> None:
        """Let the others know what has changed for them."""
        if topic == "all_in":
            if self.sitting.clock.running and self.sitting.table.all_in():
                self.next_turn()
        elif topic == "end":
            self.everybody_out("ended", N_("the facilitator has ended the session"))
            self._stop()
        else:
            TOPICS[topic](self, body)

    def next_turn(self) -> None:
        """The time is over, or all are in."""
        try:
            taking.play(self.sitting)
        except sqlite3.Error:
            self.fail()
            return
        self.tell("turn", {})

    def fail(self) -> None:
        """Stop, because what happens can no longer be written down; what is on disk can be gone on with."""
        self.everybody_out("disk", N_("the session cannot be written to disk; nothing that was acknowledged is lost"))
        self._stop()

    def _refuse(self, line: Line, identifier: str, refused: Refused) -> None:
        def say() -> dict[str, Any]:
            match, seat = self.sitting.table.match, line.audience.seat or line.seeing
            if isinstance(refused.text, Message):
                lexicon = self.view(seat).lexicon if seat in match.seats else match.lexicon
                text = Teller(lexicon, seat).sentence(refused.text)
            else:
                text = told(marked(refused.text))
            return {"type": "refused", "id": identifier, "turn": match.turn, "code": refused.code, "text": text}

        self.say(line, say)

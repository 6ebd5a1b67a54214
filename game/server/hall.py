"""Everybody who is connected, and the session that they share: messages come in here and answers go out."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from game.engine.messages import Message
from game.marks import N_, Said
from game.server import notices, notices_of_events, taking
from game.server.acts.registry import DEEDS, may
from game.server.asking import QUESTIONS, ask
from game.server.line import Line
from game.server.lines import Lines, marked
from game.server.links import Audience
from game.server.news import News
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused
from game.server.topics import STANDING, TOPICS
from game.telling import Teller, told

_GUESSED = 16
"""Letters of an id that is answered with a link: whoever could guess it would be given the link as well."""


class Hall(Lines):
    """The connections of one sitting, and what they may say. All of it runs in one thread, so nothing is locked.

    What comes in waits for `work`, which takes all acts that wait, writes them down in one step and answers them, and
    then does one piece of the rest: of what is told of a turn, or a question. No act waits for what others are shown.

    `stop` is called when the facilitator ends the session, or when the disk fails.
    """

    def __init__(self, sitting: Sitting, stop: Callable[[], None]) -> None:
        super().__init__(sitting)
        self._stop = stop
        self._over = False
        self._waits = asyncio.Event()
        self._acts: deque[tuple[Line, Mapping[str, Any]]] = deque()
        self._asked: deque[tuple[Line, Mapping[str, Any]]] = deque()
        self._news = News(lambda topic, body: TOPICS[topic](self, body), self._waits.set)

    def join(self, line: Line) -> None:
        """Tell a newcomer all that its audience may know."""
        self.lines.add(line)
        audience, table = line.audience, self.sitting.table
        self.say(line, partial(notices.welcome, self.sitting, audience))
        if audience.role == "lobby":
            self.say(line, self.lobby())
            return
        self.say(line, notices.clock(self.sitting))
        self.say(line, self.roster(audience.role))
        self.show(line)
        if audience.role == "console":
            self.say(line, notices.links(self.sitting))
            self.say(line, partial(notices.doctrines, self.sitting))
            self.say(line, partial(notices_of_events.events, self.sitting))
            self.say(line, partial(notices_of_events.rulings, self.sitting))
            self.say(line, partial(notices_of_events.effects, self.sitting))
            self.say(line, notices.branches(self.sitting))
            self.say(line, notices.pace_of(self.sitting))
        if audience.role in ("console", "projector"):
            self.say(line, partial(notices_of_events.projector, self.sitting))
        if self.sitting.washing:
            self.washed(line)
        if audience.role in ("evaluator", "console"):
            self.say(line, partial(notices.objectives, self.sitting))
        self.rival(line)
        self.notes(line)
        for message in table.said:
            self.pass_on(line, message)
        self.tell("roster", {})

    def leave(self, line: Line) -> None:
        """A connection is gone; its seat stays as it is."""
        self.lines.discard(line)
        self.tell("roster", {})

    def hear(self, line: Line, message: Mapping[str, Any]) -> None:
        """Let one message be answered."""
        kind, role = str(message["type"]), line.audience.role
        if kind in QUESTIONS and role in QUESTIONS[kind].roles:
            self._asked.append((line, message))
        elif not may(role, kind):
            self.error(line, Said(N_("{type} is nothing that this link may say"), type=kind[:40]))
        elif len(str(message.get("id") or "")) < (_GUESSED if DEEDS[kind].guarded else 1):
            self.error(line, N_("what changes something needs an id of its own, and a claim one that nobody guesses"))
        else:
            self._acts.append((line, message))
        self._waits.set()

    async def work(self) -> None:
        """Do what waits, until the session is over. A fault in a turn stops the host, to go on from the disk."""
        try:
            while not self._over:
                await self._waits.wait()
                self._waits.clear()
                while (self._acts or self._news or self._asked) and not self._over:
                    self._take()
                    self._tell_on()
                    await asyncio.sleep(0)  # what was answered is sent, what has come is read
        except Exception:
            self.fail()
            raise

    def _take(self) -> None:
        """Do all acts that wait: one step for those of which only the outcome is told, one each for the others."""
        waiting = [self._acts.popleft() for _ in range(len(self._acts))]
        for alone, group in groupby(waiting, lambda one: not _quiet(str(one[1]["type"]))):
            for acts in [[one] for one in group] if alone else [list(group)]:
                self._do(acts)

    def _tell_on(self) -> None:
        """Tell one piece of news and answer one question. A fault in either changes nothing: the terminal shows it."""
        try:
            self._news.piece()
        except Exception:
            logging.getLogger(__name__).exception("telling of what has changed")
        if self._asked:
            line, message = self._asked.popleft()
            if line in self.lines:
                ask(self, line, message)

    def _do(self, told: list[tuple[Line, Mapping[str, Any]]]) -> None:
        if self._over:
            return
        acts = [self._act(line, message) for line, message in told]
        try:
            outcomes = taking.take(self.sitting, acts)
        except sqlite3.Error:
            self.fail()
            return
        for (line, _message), act, outcome in zip(told, acts, outcomes, strict=True):
            if isinstance(outcome, Refused):
                self._refuse(line, act.id, outcome)
                continue
            answer = {"type": "acknowledged", "id": act.id, "turn": act.turn, "again": outcome}
            self.say(line, answer | (self._link(str(act.body["seat"])) if DEEDS[act.do].guarded else {}))
        for act, outcome in zip(acts, outcomes, strict=True):
            for topic in DEEDS[act.do].tells if outcome is False else ():
                self.tell(topic, act.body)

    def _act(self, line: Line, message: Mapping[str, Any]) -> Act:
        audience, kind = line.audience, str(message["type"])
        body = {key: value for key, value in message.items() if key not in ("type", "id", "turn", "host")}
        if audience.role == "seat":
            body["seat"] = audience.seat
        turn = message.get("turn", -1 if DEEDS[kind].in_turn else self.sitting.table.match.turn)
        return Act(audience.key, str(message["id"]), turn, kind, body)

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
            self._over = True
            self._stop()
        else:
            self._news.add(topic, body)

    def next_turn(self) -> None:
        """The time is over, or all are in."""
        if self._over:
            return
        try:
            taking.play(self.sitting)
        except sqlite3.Error:
            self.fail()
            return
        self.tell("turn", {})

    def fail(self) -> None:
        """Stop, because what happens can no longer be written down; what is on disk can be gone on with."""
        if not self._over:
            self._over = True
            text = N_("the session cannot be written to disk; nothing that was acknowledged is lost")
            self.everybody_out("disk", text)
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


def _quiet(kind: str) -> bool:
    """Whether an act only changes how things stand, so that others may be done before it is told."""
    return not DEEDS[kind].guarded and {*DEEDS[kind].tells} <= STANDING | {"all_in"}

"""All connections of a session, and what is sent to them: to one, to a seat, to all of a role."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any

from game.economy import machine
from game.marks import Said
from game.reports.facts import Facts, gather
from game.server import forms, notices, public, records, shown, spoken, wash
from game.server.apart import Apart, Later
from game.server.line import Line
from game.server.links import ROLES
from game.server.sitting import Sitting
from game.server.wire import encode
from game.server.words import words
from game.session.match import Match
from game.session.views import View
from game.telling import language, speaking, told

_FOR_MACHINE = 40.0
"""Seconds in which machine code is waited for before turns are played again for the hot wash: it takes a second where
it lies on disk and half a minute where it is made; without it the hot wash takes twenty.
"""
INSIDE = frozenset({"seat", *ROLES})
"""Roles of those who have a link: all but the lobby."""


class Lines:
    """The connections of one sitting. What an audience shares is made and encoded once."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.lines: set[Line] = set()
        self._views: dict[str, View] = {}
        self.apart = Apart()
        """Where answers are made that take long."""
        self._facts: dict[str, tuple[Match, int, Facts]] = {}
        self._encoded: dict[tuple[str, ...], str] = {}
        self._known: dict[tuple[str, ...], str] = {}
        self._said = sitting.table.said
        self._passed = len(self._said)

    def goodbye(self, line: Line, code: str, text: str, *, again: bool) -> None:
        """Say why the connection is about to be closed."""
        unknown = code == "unknown_link"  # its page has had no words yet, and asks for the room's code

        def make() -> dict[str, Any]:
            known = {"words": words("lobby")} if unknown else {}
            return {"type": "goodbye", "code": code, "text": told(marked(text)), "again": again, **known}

        self.say(line, make)

    def everybody_out(self, code: str, text: str) -> None:
        """Say goodbye to all."""
        for line in self.lines:
            self.goodbye(line, code, text, again=code == "stopping")

    def show(self, line: Line) -> None:
        """A seat's own view; to all others the public picture, and what a facilitator looks at."""
        if line.audience.role == "seat":
            self.tell_seat(line, line.audience.seat)
            return
        self.share(line, ("public",), self._public)
        if line.seeing in self.sitting.table.seats:
            self.tell_seat(line, line.seeing)

    def _public(self) -> dict[str, Any]:
        table = self.sitting.table
        return public.public_of([self.view(seat) for seat in table.seats], table.match.lexicon)

    def pass_on(self, line: Line, message: Mapping[str, Any]) -> None:
        """A message to whom it is for, and to the console."""
        self.say(line, lambda: spoken.told_to(line.audience, message))

    def pass_on_new(self) -> None:
        """What was said since this was last called, to whom it is for."""
        said = self.sitting.table.said
        if said is not self._said:  # the match goes on from an earlier turn: what is new begins with the word of it
            self._passed = max((n for n, one in enumerate(said) if one.get("rewound")), default=len(said))
            self._said = said
        for message in said[self._passed :]:
            for line in self.lines:
                self.pass_on(line, message)
        self._passed = len(said)

    def notes(self, line: Line) -> None:
        """What was written down, to those who write anything down."""
        if line.audience.role in ("seat", "evaluator", "console"):
            self.say(line, notices.notes(self.sitting, line.audience))

    def rival(self, line: Line) -> None:
        """What the rival may do, to who leads it and to the console."""
        if line.audience.role in ("red", "console"):
            self.share(line, ("rival", "rival"), lambda: notices.rival(self.sitting))

    def tell_seat(self, line: Line, seat: str, *, with_forms: bool = True) -> None:
        """The view, draft and forms of a seat; to a window its records."""
        if line.window:
            self._window(line, seat)
            return
        other = "" if line.audience.role == "seat" else seat
        self.share(line, ("view", seat, other), lambda: {**shown.view_of(self.view(seat)), "as": other})
        self.draft(line, seat)
        if with_forms:
            self.forms(line, seat)

    def forms(self, line: Line, seat: str) -> None:
        """Every order that the seat may give, as its form begins; a window makes its own of what it knows."""
        if line.window:
            return
        self.share(line, ("forms", seat), lambda: {"type": "forms", "forms": forms.all_forms(self.view(seat))})

    def draft(self, line: Line, seat: str) -> None:
        """The orders that a seat has drafted; to a window what they change of its records."""
        match, other = self.sitting.table.match, "" if line.audience.role == "seat" else seat
        if line.window:
            self.share(line, ("drafted", seat), lambda: records.drafted(match, seat, self.view(seat)))
            return
        orders, sealed = match.drafts(seat), match.sealed(seat)
        self.share(
            line,
            ("draft", seat, other),
            lambda: {**shown.draft_of(self.view(seat), orders, self.sitting.done, sealed=sealed), "as": other},
        )

    def _window(self, line: Line, seat: str) -> None:
        match = self.sitting.table.match
        self.share(line, ("place", seat), lambda: records.place(match, seat, self.view(seat)))
        if match.finished:
            self.say_later(line, Later(lambda: records.ending(match, seat)))

    def washed(self, line: Line) -> None:
        """The part of the hot wash that the projector is to show, to those who see what it shows."""
        sitting = self.sitting
        if line.audience.role not in ("projector", "observer"):
            return
        if wash.part_shown(sitting):
            self.say_later(line, Later(self.facts, lambda found: wash.washed(sitting, found)))
        else:
            self.say(line, wash.washed(sitting, None))

    def facts(self) -> Facts:
        """What the debrief tells of the match so far, in the language spoken now: turns are played again."""
        match, spoken_now = self.sitting.table.match, language()
        kept = self._facts.get(spoken_now)
        if kept is None or kept[:2] != (match, match.turn):
            machine.wait(_FOR_MACHINE)
            kept = self._facts[spoken_now] = (match, match.turn, gather(match))
        return kept[2]

    def view(self, seat: str) -> View:
        """What a seat sees; made once until something changes, and of its choices what is looked at."""
        if seat not in self._views:
            self._views[seat] = self.sitting.table.match.view(seat, lazy=True)
        return self._views[seat]

    def forget(self, seat: str = "") -> None:
        """What was made is old: all of it after a turn, that of one seat after its draft has changed."""
        if not seat:
            self._views.clear()
            self._encoded.clear()
        elif seat in self._views:
            self._views[seat] = self.sitting.table.match.redrawn(seat, self._views[seat])
        for key in [key for key in self._encoded if key[1:2] == (seat,)]:
            del self._encoded[key]

    def share(self, line: Line, key: tuple[str, ...], make: Callable[[], Any]) -> None:
        """Send what is the same for all of an audience: it is made and encoded once a language."""
        whole = (*key, line.language)
        if whole not in self._encoded:
            with speaking(line.language):
                self._encoded[whole] = encode(make())
        if self._encoded[whole] != self._known.get(whole):
            line.put(self._encoded[whole])

    def refresh(self) -> None:
        """The match has changed within a turn: whoever sees another picture than before is shown it, nobody else."""
        self._known = dict(self._encoded)
        self.forget()
        try:
            for line in self.lines:
                if line.audience.role != "lobby":
                    self.show(line)
                    self.rival(line)
        finally:
            self._known = {}

    @staticmethod
    def say(line: Line, message: Mapping[str, Any] | Callable[[], Mapping[str, Any] | None]) -> None:
        """Send a message, or what makes it in the language of the line, where it makes any."""
        with speaking(line.language):
            found = message() if callable(message) else message
            if found is not None:
                line.put(encode(found))

    def say_later(self, line: Line, later: Later, fail: Callable[[Exception], None] | None = None) -> None:
        """Send a message that takes long to make when it is made, in the language of the line."""
        failed = fail or partial(_log, line)

        def make() -> Any:
            with speaking(line.language):
                return later.make()

        def tell(made: Any) -> None:
            try:
                self.say(line, lambda: later.tell(made))
            except Exception as error:  # noqa: BLE001 - whoever asked decides what a fault means
                failed(error)

        self.apart.do(make, tell, failed)

    def error(self, line: Line, text: object) -> None:
        """Say that the last message was not understood."""
        self.say(line, lambda: {"type": "error", "code": "bad_message", "text": told(marked(text))})

    def to_all(self, make: Callable[[], Any], roles: Collection[str] = INSIDE) -> None:
        """Send the same to all of the roles: it is made and encoded once a language."""
        encoded: dict[str, str] = {}
        for line in self.lines:
            if line.audience.role in roles:
                if line.language not in encoded:
                    with speaking(line.language):
                        encoded[line.language] = encode(make())
                line.put(encoded[line.language])

    def rosters(self) -> None:
        """Who sits where and has sealed, to all who have a link."""
        self.to_all(self.roster("console"), ("console",))
        self.to_all(self.roster("seat"), INSIDE - {"console"})
        self.to_all(self.lobby(), ("lobby",))

    def roster(self, role: str) -> Callable[[], dict[str, Any]]:
        """What makes the roster as a role may read it."""
        return partial(notices.roster, self.sitting, role, self._here())

    def lobby(self) -> Callable[[], dict[str, Any]]:
        """What makes the list of seats that the lobby reads."""
        return partial(notices.lobby, self.sitting, self._here())

    def _here(self) -> Counter[str]:
        return Counter(line.audience.seat for line in self.lines)


def marked(text: Any) -> Any:
    """A marked text that has no parts is looked up like any other."""
    return text if isinstance(text, Said) or not isinstance(text, str) else Said(text)


def _log(line: Line, error: Exception) -> None:
    logging.getLogger(__name__).error("what was to be told to %s", line.audience.key, exc_info=error)

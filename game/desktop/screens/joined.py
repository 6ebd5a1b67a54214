"""A seat that is played over a line: the same screens, and what comes from the host while they are open."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop import present
from game.desktop.client import Client
from game.desktop.kit.screen import Screen, Shell
from game.desktop.remote.heard import Words
from game.desktop.remote.seat import HostedSeat
from game.desktop.screens.seating import LastLook, Seating
from game.desktop.screens.told import Briefed, Parted
from game.telling import _
from game.telling.grammar import capital

if TYPE_CHECKING:
    from game.reports.script import RuleFacts

_FRESH = 5.0
"""Seconds."""
_SHOWN = 200
"""Letters of a message that are shown at once; the whole of it stands in the room."""


@dataclass(frozen=True)
class _Seen:
    """What the screens show."""

    turn: int
    changes: int
    sealed: bool
    lost: bool
    note: str
    roster: tuple[Words, ...]


class Joined(Seating):
    """One seat of a hosted match in the window."""

    own = None
    shared = False

    def __init__(self, app: Shell, seat: HostedSeat) -> None:
        self.app = app
        self.seat = seat
        self._ended = False
        self._parted = False
        self._messages = len(seat.heard.messages)
        self._said = "", -_FRESH
        """What the facilitator said last, and when: a new turn that comes right behind must not wipe it away."""
        self._seen = self._now()
        self._take_place()

    def _take_place(self) -> None:
        """The link opens this seat, at first or because the host has moved the team to another."""
        name = self.seat.heard.seat
        self.seats, self.client = (name,), Client(self.seat, name)
        self.clients = {name: self.client}
        self._play: Screen | None = None

    @property
    def sealed(self) -> bool:
        """Whether the seat has sealed its orders of this turn."""
        return self.seat.place.sealed

    @property
    def finished(self) -> bool:
        """Whether the last turn has been played."""
        return self.seat.place.view.finished

    @property
    def file(self) -> Path | None:
        """None: the host keeps the match."""
        return None

    # --- what the screens ask ------------------------------------------------------------------------------------

    def time(self) -> str:
        """How long there is for the orders of this turn; empty where there is no limit."""
        return present.time_left(self.seat.heard.left, running=self.seat.heard.running)

    def note(self) -> str:
        """Clock, seal and line, as far as there is anything to say of them."""
        if self.seat.heard.lost:
            return _("no line to the host")
        return " · ".join(filter(None, (self.time(), _("sealed") if self.sealed else "")))

    def end_turn(self, client: Client) -> None:
        """Ask before the orders are sealed; once they are, show for whom everybody waits."""
        if self.sealed:
            self.app.go("room", self)
        else:
            self.app.go("confirm", self, client)

    def last_look(self, client: Client) -> LastLook:
        """Sealing ends no turn by itself."""
        text = _("The months {months} go by when all are in. Until then you can open your orders again.")
        return LastLook(
            _("Seal your orders of turn {turn}?").format(turn=client.view.turn + 1),
            text.format(months=present.span(client.view)),
            _("Seal"),
        )

    def seal(self, _seat: str) -> None:
        """Hand in the orders and wait."""
        refused = self.seat.seal()
        if refused:
            self.app.tell(capital(refused), "warn")
            return
        self.app.sounds.play("confirm")
        self.app.tell(_("Your orders are sealed."), "good")
        self._redraw()
        self.app.go("room", self)

    def unseal(self) -> None:
        """Open the orders again."""
        refused = self.seat.unseal()
        self._redraw()
        if refused:
            self.app.tell(capital(refused), "warn")
            return
        self.app.pop()
        self.app.tell(_("Your orders are open again."), "good")

    def open_menu(self) -> None:
        """The menu without what only a match of one's own can do."""
        extra = (
            ("room", _("The room"), "users", self._room, _("Who is in and has sealed")),
            ("briefing", _("Briefing"), "book-open", self._brief, _("What the match is about")),
        )
        self.app.go("menu", None, extra)

    def save_copy(self) -> None:
        """The host keeps the match: that is said."""
        self.app.tell(_("The host keeps this match: there is nothing to save here."))

    def rules(self) -> tuple[RuleFacts, ...]:
        """As the host tells them after the end."""
        return self.seat.heard.ending.rules if self.seat.heard.ending else ()

    def leaving(self) -> str:
        """Nothing is lost: the same link leads back."""
        return ""

    def leave(self) -> None:
        """Hang up."""
        self.seat.close()

    # --- what comes from the host --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Sit down: the play screen under the briefing or what happened last, or the end."""
        if self.finished and self.seat.heard.ending is not None:
            self._end()
            return
        self._sit_down()
        if not self.seat.turn:
            self._brief()

    def look(self) -> None:
        """Take in what the host has said, and show it."""
        self.seat.look()
        before, self._seen = self._seen, self._now()
        if self.seat.heard.over:
            self._part()
        elif self.finished and self.seat.heard.ending is not None and not self._ended:
            self._end()
        elif self.seat.place.view.seat != self.seats[0]:
            self._take_place()
            self._sit_down()
        elif self._seen.turn != before.turn and not self.finished:  # the end comes right behind its view
            self._sit_down()
        elif self._seen.changes != before.changes:
            self._redraw()
        if self._seen != before:
            self.app.dirty = True
        self._tell(before)

    def _now(self) -> _Seen:
        place, heard = self.seat.place, self.seat.heard
        return _Seen(place.view.turn, heard.changes, place.sealed, heard.lost, self.note(), heard.roster)

    def _tell(self, before: _Seen) -> None:
        """One line of what is new, the weightiest last, for it takes the place of the others."""
        if before.lost and not self._seen.lost:
            self.app.tell(_("The host is back."), "good")
        for text in self.seat.refused_late():
            self.app.tell(capital(text), "warn")
        messages = self.seat.heard.messages
        for message in messages[self._messages :]:
            text = message["text"]
            short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"
            self._said = _("From the facilitator: {text}").format(text=short), time.monotonic()
            self.app.tell(self._said[0], "accent")
            self.app.sounds.play("alert")
        self._messages = max(self._messages, len(messages))  # after a break they are all said again
        if self._seen.lost and not before.lost:
            self.app.tell(_("The line to the host is lost. It is tried again and again by itself."), "warn")

    def _redraw(self) -> None:
        """The draft has changed, here or on another device of the seat."""
        self.client.renew()
        self.app.acts += 1
        self.app.dirty = True

    def _sit_down(self) -> None:
        """The play screen, under what happened since the last turn."""
        self._ended = False  # the host may have gone back to an earlier turn
        if self._play is None:
            self._play = self.app.make("play", self, self.client)
        self._play.renew()
        self.app.reset(self._play)
        if time.monotonic() - self._said[1] < _FRESH:
            self.app.tell(self._said[0], "accent")
        if self.seat.turn:
            self.app.sounds.play(present.told(self.client.last_headlines()))
            self.app.go("since", self.client)

    def _end(self) -> None:
        self._ended = True
        self.client.renew()
        self.app.sounds.play("turn")
        self.app.reset(self.app.make("ending", self))

    def _part(self) -> None:
        """The host lets nobody in any more: said once, over the end of the match if there was one."""
        if self._parted:
            return
        self._parted = True
        card = Parted(self.app, capital(self.seat.heard.over))
        if not self._ended:
            self.app.reset(self.app.make("title"))
        self.app.push(card)

    def _room(self) -> None:
        self.app.replace(self.app.make("room", self))

    def _brief(self) -> None:
        from game.telling.brief import briefing

        view = self.client.view
        card = Briefed(self.app, _(view.scenario), briefing(view).partition("\n")[2])
        if self.app.top.modal:
            self.app.replace(card)
        else:
            self.app.push(card)

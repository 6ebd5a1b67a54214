"""A seat changes hands: it goes to another person, or to a doctrine of the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from game.desktop.kit.buttons import ButtonSpec
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.field import field
from game.desktop.kit.inputs import Option, choice, cycle
from game.desktop.kit.screen import Shell
from game.session.match import Match
from game.session.people import LONGEST
from game.telling import _

PERSON, PROGRAM = "person", "program"


class Seats(Protocol):
    """Whoever knows who sits where."""

    match: Match

    def hand_over(self, seat: str, to: str) -> str:
        """Hand a seat over; why not, or nothing."""


class HandOver(Dialog):
    """Asks which seat goes to whom; from this turn on, and it stands in the log."""

    name = "handover"
    width = 520

    def __init__(self, app: Shell, table: Seats, seat: str) -> None:
        super().__init__(app)
        self.table = table
        self.seat = seat
        self.holder = PERSON
        self.words = ""
        self.doctrine = table.match.lexicon.ids("doctrines")[0]
        self.problem = ""
        self.focus = "seat"

    @property
    def title(self) -> str:
        return _("Hand over a seat")

    def body(self, column: Column) -> None:
        match = self.table.match
        seats = [Option(seat, _(match.lexicon.name("nations", seat))) for seat in match.seats]
        cycle(column, "seat", _("Seat"), seats, self.seat, self._seat)
        column.paragraph(self._held(), "small", column.canvas.palette.muted)
        column.skip(8)
        who = (Option(PERSON, _("Person")), Option(PROGRAM, _("Program")))
        choice(column, "holder", _("Goes to"), who, self.holder, self._hold)
        column.skip(6)
        if self.holder == PERSON:
            field(column, "name", _("Name of the player"), self.words, self._type, longest=LONGEST)
        else:
            lexicon = match.lexicon
            told = [(key, _(lexicon.name("doctrines", key)), _(lexicon.text("doctrines", key)))
                    for key in lexicon.ids("doctrines")]  # fmt: skip
            cycle(column, "doctrine", _("Led by"), [Option(*one) for one in told], self.doctrine, self._led)
            column.paragraph(_("What was drafted for the seat in this turn is dropped."), "small")
        if self.problem:
            column.skip(6)
            column.paragraph(f"{{warn:{self.problem}}}", "small")

    def _held(self) -> str:
        """Who leads the seat now."""
        match = self.table.match
        if self.seat in match.people:
            name = match.people[self.seat]
            return _("{name} leads it now.").format(name=name) if name else _("A person leads it now.")
        doctrine = match.doctrines.get(self.seat)
        name = _(match.lexicon.name("doctrines", doctrine)) if doctrine else _("nobody")
        return _("The program leads it now: {doctrine}.").format(doctrine=name)

    def buttons(self) -> Sequence[ButtonSpec]:
        ready = self.holder == PROGRAM or bool(self.words.strip())
        return (
            ButtonSpec("close", _("Cancel"), self.back, tip=_("Nothing changes (Esc)")),
            ButtonSpec("hand", _("Hand over"), self._hand, "primary", enabled=ready, tip=_("Enter")),
        )

    def _seat(self, seat: str) -> None:
        self.seat, self.problem = seat, ""

    def _hold(self, holder: str) -> None:
        self.holder, self.problem = holder, ""

    def _type(self, words: str) -> None:
        self.words, self.problem = words, ""

    def _led(self, doctrine: str) -> None:
        self.doctrine, self.problem = doctrine, ""

    def _hand(self) -> None:
        to = self.words.strip() if self.holder == PERSON else self.doctrine
        self.problem = self.table.hand_over(self.seat, to)

"""A match whose seats change hands: from person to person, to a doctrine and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from game.marks import N_, Said
from game.session.faults import HandOverError
from game.session.interventions import Handed
from game.session.people import objection
from game.session.records import Leader, Leaders
from game.session.redcell import RedCell


class Seated(RedCell):
    """A match with people and doctrines in its seats.

    Attributes, beside those of `RedCell`:
        doctrines: seat to the doctrine that leads it, for the seats that no person holds.
    """

    def __init__(
        self,
        *arguments: Any,
        doctrines: Mapping[str, str],
        leaders: Leaders | None,
        **others: Any,
    ) -> None:
        super().__init__(*arguments, **others)
        self.doctrines = dict(doctrines)
        self._lead = leaders
        self._leaders: dict[int, Leader] = {}
        self._handed: tuple[Handed, ...] = ()
        for seat in self.doctrines:
            self._appoint(seat)

    @property
    def handed(self) -> tuple[Handed, ...]:
        """The seats that changed hands so far, oldest first."""
        return (*(handed for report in self.control.reports for handed in report.handed), *self._handed)

    def hand_over(self, seat: str, to: str) -> Handed:
        """Give a seat to the person of the name `to`, or to the doctrine of that identifier, from this turn on.

        A draft goes with the seat from person to person; where a doctrine takes over it is dropped, and a doctrine
        that hands over leaves none. It stands in the log at once.

        Raises:
            KeyError: for a seat that there is not.
            HandOverError: where nobody can be called so, or the seat is theirs already; nothing is changed.
            MatchOver: after the last turn.
        """
        self._require_open()
        self._position(seat)
        led = to in self.control.package.doctrine_names
        before = self.people.get(seat) if seat in self.people else self.doctrines.get(seat, "")
        wrong = objection(to)
        if wrong:
            raise HandOverError(wrong)
        if not to.strip():
            text = N_("a seat goes to a person by name or to a doctrine; there are {doctrines}")
            raise HandOverError(Said(text, doctrines=", ".join(self.control.package.doctrine_names)))
        if before == to and led is (seat not in self.people):
            raise HandOverError(Said(N_("{seat} is in the hands of {name} already"), seat=seat, name=to))
        handed = Handed(self.turn, seat, before or "", to, led)
        self._hand(handed)
        self._journal.act({"type": "act", "turn": self.turn, "do": "hand_over", "handed": handed.written()})
        self._journal.keep()
        return handed

    def _hand(self, handed: Handed) -> None:
        self._take_place(handed)
        self._handed = (*self._handed, handed)

    def _take_place(self, handed: Handed) -> None:
        """Let the seat be led as `handed` says from now on."""
        seat = handed.seat
        self.people.pop(seat, None)
        self.doctrines.pop(seat, None)
        self._leaders.pop(self.seats.index(seat), None)
        if handed.led:
            self._drafts.pop(seat, None)
            self.doctrines[seat] = handed.to
            self._appoint(seat)
        else:
            self.people[seat] = handed.to
            self.people = {held: self.people[held] for held in self.seats if held in self.people}

    def _appoint(self, seat: str) -> None:
        """Have the doctrine of a seat lead it, where programs lead seats at all."""
        if self._lead is not None:
            leader = self._lead(self.control.package)(self.doctrines[seat], seat)
            self._leaders[self.seats.index(seat)] = leader

    def _take_places(self, handed: Iterable[Handed]) -> None:
        for one in handed:
            self._take_place(one)

"""A match in which people draft their orders and seal them, each act written to the log as it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from game.content.package import Package
from game.engine.state import State
from game.orders.kinds import Order
from game.session.draft import Draft
from game.session.faults import MatchOver
from game.session.questions import Questions
from game.session.record import Record
from game.session.records import Refusal
from game.session.saves.journal import Journal
from game.session.views import Choice


class Drafting(Questions):
    """A match that people give their orders in, and its log.

    Attributes, beside those of `Questions`:
        notice: something to tell the person once, of the save or of the turn that was just played; empty if nothing.
        changed: which figures the installed scenario has otherwise than the match that was loaded; empty if none.
    """

    def __init__(
        self, package: Package, state: State, journal: Journal, record: Record, *, seed: int, people: Mapping[str, str]
    ) -> None:
        super().__init__(package, state, record, seed, people)
        self.notice = ""
        self.changed = ""
        self._journal = journal
        self._drafts: dict[str, Draft] = {}

    @property
    def log_path(self) -> Path | None:
        """File that the log is written to, or None."""
        return self._journal.path

    @property
    def save_problem(self) -> str:
        """Why the log is not up to date on disk; empty when it is."""
        return self._journal.problem

    @property
    def on_disk(self) -> bool:
        """Whether all that was ordered and played is in a file."""
        return self.log_path is not None and not self.save_problem

    @property
    def kept(self) -> int:
        """How many turns are on disk."""
        return self._journal.kept

    def keep(self) -> None:
        """Force all that was ordered and played to disk, where there is a log; `save_problem` says if that failed."""
        self._journal.keep()

    def close(self) -> None:
        """Leave the match: what was ordered is on disk then, and another program may go on with it."""
        self._journal.release()

    def add(self, seat: str, order: Order | Mapping[str, Any]) -> Refusal | None:
        """Append an order to the seat's draft; None when accepted. A refused order changes nothing.

        Raises:
            KeyError: when no person holds the seat.
            MatchOver: after the last turn.
        """
        draft = self._own(seat)
        refusal = draft.add(order)
        if refusal is None:
            self._act(seat, "add", draft.orders[-1].model_dump(mode="json"))
        return refusal

    def undo(self, seat: str) -> bool:
        """Drop the last order of the draft; False when there is none or the draft is sealed."""
        undone = self._own(seat).undo()
        if undone:
            self._act(seat, "undo")
        return undone

    def clear(self, seat: str) -> None:
        """Drop the whole draft, unless it is sealed."""
        if self._own(seat).clear():
            self._act(seat, "clear")

    def drafts(self, seat: str) -> tuple[Order, ...]:
        """Orders in the seat's draft, oldest first."""
        return self._draft(seat).orders

    def seal(self, seat: str) -> None:
        """Close the seat's draft: it is ready to resolve."""
        self._set_sealed(seat, sealed=True)

    def unseal(self, seat: str) -> None:
        """Open the seat's draft again."""
        self._set_sealed(seat, sealed=False)

    def sealed(self, seat: str) -> bool:
        """Whether the seat is ready; a seat that no person holds always is."""
        return seat not in self.people or self._draft(seat).sealed

    def try_order(self, seat: str, order: Order | Mapping[str, Any]) -> Choice:
        """Price of an order after the present draft, and why not where it would be refused. Changes nothing."""
        return self._draft(seat).try_order(order)

    def save_as(self, path: Path) -> None:
        """Write a copy of the log to `path`. The match goes on in its own log, or in this one if it had none.

        Raises:
            SaveError: when it cannot be written.
        """
        self._journal.copy_to(path)

    def _draft(self, seat: str) -> Draft:
        if seat not in self._drafts:
            self._drafts[seat] = Draft(self.control.package, self._position(seat), self.control.state)
        return self._drafts[seat]

    def _own(self, seat: str) -> Draft:
        """The draft of a seat that a person may change now."""
        self._require_open()
        if seat not in self.people:
            raise KeyError(f"no person holds the seat {seat!r}")
        return self._draft(seat)

    def _act(self, seat: str, do: str, order: Mapping[str, Any] | None = None) -> None:
        """Let the log know what a person did to the draft of the seat."""
        act = {"type": "act", "turn": self.turn, "seat": seat, "do": do}
        self._journal.act(act if order is None else {**act, "order": order})

    def _set_sealed(self, seat: str, *, sealed: bool) -> None:
        draft = self._own(seat)
        if draft.sealed is not sealed:
            draft.sealed = sealed
            self._act(seat, "seal" if sealed else "unseal")

    def _take_up(self, acts: Sequence[Mapping[str, Any]], *, again: bool) -> None:
        """Bring the drafts to where `acts` left them; written to the log `again` where that is another one."""
        for act in acts:
            draft = self._own(act["seat"])
            if act["do"] == "add":
                draft.add(act["order"] or {})
            elif act["do"] in ("undo", "clear"):
                getattr(draft, act["do"])()
            else:
                draft.sealed = act["do"] == "seal"
            if again:
                self._act(act["seat"], act["do"], act.get("order"))

    def _require_open(self) -> None:
        if self.finished:
            raise MatchOver("the match has ended")

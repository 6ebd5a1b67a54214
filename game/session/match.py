"""One match: seats, drafts, sealed orders, the resolution of a turn, and its log.

A turn runs: incomes (`step.begin_turn`) - people draft and seal - resolve: orders of all seats, months, the next turn's
incomes. Between two calls `state` therefore already shows the income of the turn that is being played, and so do the
views; the digest and the snapshot in the log are taken of that same state.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from game.content.package import Package
from game.engine import step
from game.engine.events import Events
from game.engine.state import State
from game.orders.kinds import Order
from game.session import saves
from game.session.draft import Draft
from game.session.faults import MatchOver, NotSealed
from game.session.ledger import ledger
from game.session.questions import Questions
from game.session.record import Record, Row, recorded
from game.session.records import Leader, Leaders, Proposal, Refusal, TurnReport
from game.session.resolution import Outcome, give_all, plans_of, play_months, tell_leaders
from game.session.results import result
from game.session.saves.header import header
from game.session.saves.journal import Journal
from game.session.saves.loading import first_state, open_save, state_at
from game.session.saves.log import write_line
from game.session.turns import end_of, line_of, report_from, report_of
from game.session.views import Choice


class Match(Questions):
    """A match that is being played, or was. Made by `start` or `load`.

    Attributes, beside those of `Questions`:
        doctrines: seat to the doctrine that leads it, for the other seats.
        notice: something to tell the person after loading; empty if nothing.
    """

    def __init__(
        self,
        package: Package,
        state: State,
        journal: Journal,
        record: Record,
        *,
        seed: int,
        people: Mapping[str, str],
        doctrines: Mapping[str, str],
        leaders: Leaders | None,
    ) -> None:
        super().__init__(package, state, record, seed, people)
        self.doctrines = dict(doctrines)
        self.notice = ""
        self._lead = leaders
        self._journal = journal
        self._drafts: dict[str, Draft] = {}
        self._began: dict[int, State] = {}
        self._leaders: dict[int, Leader] = {}
        if leaders is not None:
            lead = leaders(package)
            self._leaders = {self.seats.index(seat): lead(key, seat) for seat, key in self.doctrines.items()}

    @classmethod
    def start(
        cls,
        package: Package,
        *,
        seed: int,
        people: Mapping[str, str] | None = None,
        doctrines: Mapping[str, str] | None = None,
        log: Path | None = None,
        leaders: Leaders | None = None,
    ) -> Match:
        """A new match. `people` maps seats to player names; `doctrines` overrides who leads the other seats.

        Without `leaders` a seat that no person holds gives no orders; `game.doctrines.open_match` passes
        them.

        Raises:
            KeyError: for an unknown seat or doctrine.
            SaveError: when the log cannot be created.
        """
        people = dict(people or {})
        seats = package.world.names.nations[: package.world.seats]
        for seat in (*people, *(doctrines or {})):
            if seat not in seats:
                raise KeyError(f"no seat is called {seat!r}; there are {', '.join(seats)}")
        led = {seat: key for seat, key in {**package.seat_doctrines, **(doctrines or {})}.items() if seat not in people}
        record = Record(package.world, recorded(package.world))
        state = first_state(package.world, seed)
        record.rows = record.rows_of([state])
        head = header(
            package, seed=seed, people=people, doctrines=led, series=record.keys, initial=record.rows[0]
        )  # fmt: skip
        journal = Journal.create([write_line(head)], log)
        if log is not None and log.parent == saves.folder():
            saves.make_room()
        return cls(package, state, journal, record, seed=seed, people=people, doctrines=led, leaders=leaders)

    @classmethod
    def load(
        cls, path: Path, *, turn: int | None = None, package: Package | None = None, leaders: Leaders | None = None
    ) -> Match:
        """Go on with a save; with `turn`, from the start of that turn (0-based) in a new log beside it.

        A last line that was cut off by a crash is dropped, the damaged file kept aside and `notice` set.

        Raises:
            SaveBroken: when a line was edited or damaged; it names the last good turn.
            SaveNewer: when a later version of the program wrote it.
            SaveMismatch: when the rule set or scenario is another than the one installed.
            SaveError: when the file cannot be read, or has no such turn.
        """
        opened = open_save(path, turn, package)
        head, turns = opened.log.header, opened.log.turns
        record = Record(opened.package.world, (tuple(key) for key in head["series"]))
        record.rows = [tuple(head["initial"]), *(tuple(row) for line in turns for row in line["months"])]
        match = cls(
            opened.package,
            opened.state,
            opened.journal,
            record,
            seed=head["seed"],
            people=head["people"],
            doctrines=head["doctrines"],
            leaders=leaders,
        )
        match.turn, match.notice = len(turns), opened.notice
        match.control.reports = tuple(match._with_headlines(report_of(opened.package, line)) for line in turns)
        for seat, leader in match._leaders.items():
            leader.restore(opened.memories.get(match.seats[seat], {}))
        return match

    def anew(self, log: Path | None = None) -> Match:
        """The same scenario with the same seed, people and doctrines, from its first turn. Raises as `start`."""
        return Match.start(
            self.control.package,
            seed=self.control.seed,
            people=self.people,
            doctrines=self.doctrines,
            log=log,
            leaders=self._lead,
        )

    @property
    def log_path(self) -> Path | None:
        """File that the log is written to, or None."""
        return self._journal.path

    @property
    def save_problem(self) -> str:
        """Why the log is not up to date on disk; empty when it is."""
        return self._journal.problem

    def add(self, seat: str, order: Order | Mapping[str, Any]) -> Refusal | None:
        """Append an order to the seat's draft; None when accepted. A refused order changes nothing.

        Raises:
            KeyError: when no person holds the seat.
            MatchOver: after the last turn.
        """
        return self._own(seat).add(order)

    def undo(self, seat: str) -> bool:
        """Drop the last order of the draft; False when there is none or the draft is sealed."""
        return self._own(seat).undo()

    def clear(self, seat: str) -> None:
        """Drop the whole draft, unless it is sealed."""
        self._own(seat).clear()

    def drafts(self, seat: str) -> tuple[Order, ...]:
        """Orders in the seat's draft, oldest first."""
        return self._draft(seat).orders

    def seal(self, seat: str) -> None:
        """Close the seat's draft: it is ready to resolve."""
        self._own(seat).sealed = True

    def unseal(self, seat: str) -> None:
        """Open the seat's draft again."""
        self._own(seat).sealed = False

    def sealed(self, seat: str) -> bool:
        """Whether the seat is ready; a seat that no person holds always is."""
        return seat not in self.people or self._draft(seat).sealed

    def try_order(self, seat: str, order: Order | Mapping[str, Any]) -> Choice:
        """Price of an order after the present draft, and why not where it would be refused. Changes nothing."""
        return self._draft(seat).try_order(order)

    def resolve(self, watch: Callable[[State], None] | None = None) -> None:
        """Apply the orders of all seats, step the months of the turn, write the log.

        Then `watch(state)` is called for every month with the state at its end, before the next incomes. What the turn
        brought stands in the views of the seats, and all of it in ``control.reports``.

        A log that cannot be written does not stop the match: `save_problem` says why, and the next turn tries again.

        Raises:
            NotSealed: while a person's seat is not sealed.
            MatchOver: after the last turn.
        """
        self._require_open()
        waiting = tuple(seat for seat in self.seats if not self.sealed(seat))
        if waiting:
            raise NotSealed(waiting)
        control, world = self.control, self._world
        state, events = control.state.copy(), Events(watched=True)  # a step that fails leaves the match as it was
        months: list[State] = []
        outcomes = give_all(world, state, self._plans(), events)
        play_months(world, state, events, lambda now: months.append(now.copy()))
        if self.turn + 1 < world.calendar.turns:
            step.begin_turn(world, state, events)
        report = self._with_headlines(
            report_from(control.package, control.state, self.seats, self.turn, outcomes, events.take(), state.digest())
        )
        report = replace(report, terms=ledger(world, events.terms.take(world.seats)))
        rows = control.record.rows_of(months)
        tell_leaders(self._leaders, outcomes, self.turn)
        control.record.rows.extend(rows)
        self._began[self.turn] = control.state
        control.state, control.reports = state, (*control.reports, report)
        self.turn, self._drafts = self.turn + 1, {}
        self._write(report, outcomes, rows)
        if watch is not None:
            for month in months:
                watch(month)

    def save_as(self, path: Path) -> None:
        """Write a copy of the log to `path`. The match goes on in its own log, or in this one if it had none.

        Raises:
            SaveError: when it cannot be written.
        """
        self._journal.copy_to(path)

    def _plans(self) -> dict[int, Sequence[Proposal]]:
        """What every seat orders this turn; leaders decide on the state that the people saw."""
        everywhere = np.ones(self.control.state.batch, dtype=bool)
        plans: dict[int, Sequence[Proposal]] = {}
        plans.update(plans_of(self._leaders, self._world, self.control.state, self.turn))
        for seat in self.people:
            drafted = self._draft(seat).orders
            plans[self.seats.index(seat)] = [Proposal(order, everywhere, "") for order in drafted]
        return plans

    def _write(self, report: TurnReport, outcomes: Sequence[Outcome], rows: Sequence[Row]) -> None:
        memories = {self.seats[seat]: leader.memory() for seat, leader in self._leaders.items()}
        lines = [line_of(report, self.seats, outcomes, rows, self.control.state, memories)]
        if self.finished:
            lines.append(end_of(self.turn, {seat: result(self._scene(seat), ()) for seat in self.seats}))
        self._journal.append(*lines)

    def start_of(self, turn: int) -> State:
        """The state in which a turn that is over began."""
        if turn not in self._began:
            self._began[turn] = state_at(self._world, self.control.seed, self._journal.lines, turn)
        return self._began[turn]

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

    def _require_open(self) -> None:
        if self.finished:
            raise MatchOver("the match has ended")

    def _with_headlines(self, report: TurnReport) -> TurnReport:
        return replace(report, headlines_by_seat={seat: self._headlines(report, seat) for seat in self.people})

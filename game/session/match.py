"""One match: seats, drafts, sealed orders, the resolution of a turn, and its log.

A turn runs: incomes (`step.begin_turn`) - people draft and seal - resolve: orders of all seats, months, the next turn's
incomes. Between two calls `state` therefore already shows the income of the turn that is being played, and so do the
views; the digest and the snapshot in the log are taken of that same state.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from game.content.package import Package
from game.engine import price_pulls, scoring
from game.engine.state import State
from game.marks import N_, Said
from game.session import saves
from game.session.faults import NotSealed
from game.session.intervening import Intervening
from game.session.interventions import Handed, Intervention, InterventionError
from game.session.ledger import ledger
from game.session.people import objection
from game.session.record import Record, Row, recorded
from game.session.records import Leader, Leaders, Proposal, TurnReport
from game.session.resolution import Outcome, Plans, plans_of, play_turn, tell_leaders
from game.session.results import result
from game.session.rival_moves import taken
from game.session.saves.again import first_state, holding_together, plans_in, state_before
from game.session.saves.header import Left, header, left_by
from game.session.saves.journal import Journal
from game.session.saves.lines import read_line, write_line
from game.session.saves.loading import Way, branched, open_log, open_save, require_fitting
from game.session.saves.log import Log
from game.session.saves.scenario import content_line, installed
from game.session.seeds import SEEDS
from game.session.turns import end_of, led_in, line_of, report_from, report_of


class Match(Intervening):
    """A match that is being played, or was. Made by `start` or `load`."""

    def __init__(self, *arguments: Any, **others: Any) -> None:
        super().__init__(*arguments, **others)
        self._began: dict[int, State] = {}

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
        red_cell: str = "",
    ) -> Match:
        """A new match. `people` maps seats to player names; `doctrines` overrides who leads the other seats; `red_cell`
        is the name of a person who leads the rival.

        Without `leaders` a seat that no person holds gives no orders; `game.doctrines.open_match` passes
        them.

        Raises:
            KeyError: for an unknown seat or doctrine.
            ValueError: for a name that nobody can have, or a seed that is not from 0 to `SEEDS` - 1: no save could
                hold it.
            SaveError: when the log cannot be created.
        """
        if not 0 <= seed < SEEDS:
            raise ValueError(f"a seed is a number from 0 to {SEEDS - 1}, not {seed}")
        people = dict(people or {})
        seats = package.world.names.nations[: package.world.seats]
        for name in filter(None, map(objection, (*people.values(), red_cell))):
            raise ValueError(name)
        for seat in (*people, *(doctrines or {})):
            if seat not in seats:
                raise KeyError(f"no seat is called {seat!r}; there are {', '.join(seats)}")
        led = {seat: key for seat, key in {**package.seat_doctrines, **(doctrines or {})}.items() if seat not in people}
        record = Record(package.world, recorded(package.world))
        state = first_state(package.world, seed)
        record.rows = record.rows_of([state])
        head = header(
            package,
            seed=seed,
            people=people,
            doctrines=led,
            red_cell=red_cell,
            series=record.keys,
            initial=record.rows[0],
        )
        journal = Journal.create([write_line(head), write_line(content_line(package))], log)
        match = cls(
            package,
            state,
            journal,
            record,
            seed=seed,
            people=people,
            doctrines=led,
            leaders=leaders,
            red_cell=red_cell,
        )
        if log is not None and log.parent == saves.folder():
            match.notice = _pruned(saves.make_room())
        return match

    @classmethod
    def load(
        cls,
        path: Path,
        *,
        turn: int | None = None,
        way: Way = Way.PLAY,
        package: Package | None = None,
        leaders: Leaders | None = None,
        reason: str = "",
    ) -> Match:
        """Go on with a save, with the scenario that it carries; with `turn`, from the start of that turn (0-based) in a
        new log beside it, which keeps the `reason` of the rewind. The save itself stays as it is. `package` takes the
        place of what the save carries.

        A last line that was cut off by a crash is dropped, the damaged file kept aside and `notice` set.

        Raises:
            SaveBroken: when a line was edited or damaged; it names the last good turn.
            SaveNewer: when a later version of the program wrote it.
            SaveOlder: when an earlier edition did, whose matches cannot be played on.
            SaveDiffers: when its orders give other figures with what is installed; `load_anew` goes on with those.
            SaveMismatch: when it can be used neither with what it carries nor with what is installed.
            SaveInUse: when another program plays it; the ways `BRANCH` and `READ` still lead into it.
            SaveError: when the file cannot be read, or has no such turn.
        """
        opened = open_save(path, way, turn, package, reason)
        head, turns = opened.log.header, opened.log.turns
        with holding_together(opened.log):
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
                red_cell=head.get("red_cell", ""),
            )
        match.turn, match.notice, match.changed = len(turns), opened.notice, opened.changed
        with holding_together(opened.log):
            reports = [report_of(opened.package, line) for line in turns]
            match._take_places(handed for report in reports for handed in report.handed)
            match.control.reports = tuple(map(match._with_headlines, reports))
            for seat, leader in match._leaders.items():
                leader.restore(opened.memories.get(match.seats[seat], {}))
            match._take_up(opened.log.acts, again=way is Way.BRANCH)
        return match

    @classmethod
    def load_anew(cls, path: Path, *, turn: int | None = None, leaders: Leaders | None = None) -> Match:
        """Play the orders of a save again with the scenario that is installed now, and go on in a branch beside it.

        Orders that are refused now are left out, as the reports of the turns tell. Raises as `load`.
        """
        log = open_log(path, turn)
        package, head = installed(log), log.header
        require_fitting(log, package.world)
        with holding_together(log):
            match = cls.start(
                package,
                seed=head["seed"],
                people=head["people"],
                doctrines=head["doctrines"],
                leaders=leaders,
                red_cell=head.get("red_cell", ""),
            )
        match.repeat(log)
        return match

    def repeat(self, log: Log) -> None:
        """Play the turns of `log` by their orders, from the first turn, and go on in a branch beside it.

        Raises:
            SaveBroken: when an order in it is none.
        """
        for line in log.turns:
            with holding_together(log):
                self._do_again(line)
                for seat, leader in self._leaders.items():  # what they knew after the turn is written with it
                    leader.restore(line["leaders"].get(self.seats[seat], {}))
                self._resolve(plans_in(self._world, line), {}, led_in(line))
        self._journal, self.notice = branched(log, self._journal, self.control.state.digest())

    def _do_again(self, line: Mapping[str, Any]) -> None:
        """What was done by hand in a turn of a log, and its seats that changed hands; what cannot be done in this world
        is left out.
        """
        for handed in line.get("handed", ()):
            self._hand(Handed.read(self.turn, handed))
        for written in line.get("interventions", ()):
            with contextlib.suppress(InterventionError):
                self._intervene(Intervention.read(written))

    @property
    def left(self) -> tuple[Left, ...]:
        """The saves that this match left as a branch, the latest first; none where it is no branch."""
        return left_by(read_line(self._journal.lines[0]))

    def anew(self, log: Path | None = None) -> Match:
        """The same scenario with the same seed, people and doctrines, from its first turn. Raises as `start`."""
        return Match.start(
            self.control.package,
            seed=self.control.seed,
            people=self.people,
            doctrines=self.doctrines,
            log=log,
            leaders=self._lead,
            red_cell=self.red_cell,
        )

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
        for month in self._resolve(self._plans(), self._leaders, self.chosen):
            if watch is not None:
                watch(month)

    def _resolve(self, plans: Plans, proposed: Mapping[int, Leader], led: tuple[str, ...] | None) -> list[State]:
        """The months of the turn that is played with these orders; of theirs those are told that `proposed` any.

        `led` are the rules that a person chose for the rival.
        """
        control, world = self.control, self._world
        state, events, by_hand = self._by_hand(self._done)  # a step that fails leaves the match as it was
        outcomes, months = play_turn(world, state, plans, events, self.turn, taken(world, led))
        report = self._with_headlines(
            report_from(control.package, control.state, self.seats, self.turn, outcomes, events.take(), state.digest())
        )
        pulled = price_pulls.terms(world, control.state, state)
        report = replace(
            report,
            led=led,
            terms=ledger(world, (*events.terms.take(world.seats), *pulled)),
            interventions=self._done,
            by_hand=by_hand,
            handed=self._handed,
        )
        rows = control.record.rows_of(months)
        tell_leaders(proposed, outcomes, self.turn)
        control.record.rows.extend(rows)
        self._began[self.turn] = self._opened
        control.reports = (*control.reports, report)
        self._begin_anew(state)
        self.turn, self._drafts, self._chosen = self.turn + 1, {}, None
        self._write(report, outcomes, rows)
        return months

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
        line = line_of(report, self.seats, outcomes, rows, self.control.state, memories)
        totals = scoring.total(self._world, self.control.state)[:, 0].tolist()
        line["scores"] = {seat: round(total, 2) for seat, total in zip(self.seats, totals, strict=True)}
        ends = (
            [end_of(self.turn, {seat: result(self._scene(seat), ()) for seat in self.seats})] if self.finished else []
        )
        self._journal.append(line, *ends)
        self.notice = self._journal.take_news()

    def start_of(self, turn: int) -> State:
        """The state in which a turn that is over began, before anything was done by hand."""
        if turn not in self._began:
            self._began[turn] = state_before(self._world, self.control.seed, self._journal.turns, turn)
        return self._began[turn]

    def _with_headlines(self, report: TurnReport) -> TurnReport:
        return replace(report, headlines_by_seat={seat: self._headlines(report, seat) for seat in self.people})


def _pruned(number: int) -> str:
    if not number:
        return ""
    text = N_("Saves in which nobody had done anything were deleted, the oldest first, for there were many: {number}.")
    return Said(text, number=number)

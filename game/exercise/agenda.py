"""A list while it is run: what is due, and what control does to it. Every change gives a new agenda."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import reduce

from game.content.package import Package
from game.exercise import effects
from game.exercise.columns import COLUMNS, CONDITION, HELD, PLANNED, RELEASED, SKIPPED, TURN, key
from game.exercise.event import Event
from game.exercise.event_list import EventList, Row, reader_of
from game.exercise.table import LONGEST_CELL, UNWRITABLE, Table
from game.marks import N_, Said

Holds = Callable[[str], bool]
"""Whether a condition holds now."""


class NotPossible(Exception):  # noqa: N818 - it is an answer to a person
    """A change of the list was refused and has changed nothing; ``args[0]`` says why and what would be right."""


@dataclass(frozen=True)
class Due:
    """Serials of what a turn brings: to be released by itself, and to be offered to control."""

    release: tuple[str, ...] = ()
    offer: tuple[str, ...] = ()


@dataclass(frozen=True)
class Agenda:
    """A running list of a scenario. Its header has every column; those that the file lacked stand at the end."""

    package: Package
    header: tuple[str, ...] = tuple(COLUMNS)
    rows: tuple[Row, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, in the order of the list."""
        return tuple(row for row in self.rows if isinstance(row, Event))

    def event(self, serial: str) -> Event:
        """The event with that serial.

        Raises:
            NotPossible: when there is none.
        """
        for event in self.events:
            if event.serial == serial:
                return event
        raise NotPossible(Said(N_("no event has the serial {serial}"), serial=serial[:40]))

    def table(self) -> Table:
        """The list as it is written to a file, with status and time of release."""
        return EventList(self.header, self.rows).table()

    # What comes by itself

    def due(self, turn: int, holds: Holds) -> Due:
        """What the start of `turn` (from 0) brings. Held events and those kept for need are offered, never released."""
        met = [event for event in self.events if event.status in (PLANNED, HELD) and _met(event, turn + 1, holds)]
        return Due(
            tuple(event.serial for event in met if event.status == PLANNED and not event.contingency),
            tuple(event.serial for event in met if event.status == HELD or event.contingency),
        )

    def overdue(self, turn: int) -> tuple[str, ...]:
        """Serials of those that wait though the turn (from 0) for which they were planned has begun."""
        waiting = (event for event in self.events if event.status in (PLANNED, HELD) and event.trigger != CONDITION)
        return tuple(event.serial for event in waiting if event.turn is not None and event.turn <= turn + 1)

    # What control does

    def held(self, serial: str) -> Agenda:
        """The agenda with an event that is not released by itself. Raises `NotPossible`, as all that follows."""
        return self._with_status(serial, HELD)

    def planned(self, serial: str) -> Agenda:
        """The agenda with an event that was held or skipped as it was planned."""
        return self._with_status(serial, PLANNED)

    def skipped(self, serial: str) -> Agenda:
        """The agenda with an event that will not come."""
        return self._with_status(serial, SKIPPED)

    def released(self, serial: str, turn: int, moment: str) -> Agenda:
        """The agenda with an event that has come, in `turn` (from 0) at `moment`, a time as people write it."""
        return self._with_status(serial, RELEASED, f"turn {turn + 1}, {moment}")

    def edited(self, serial: str, cells: Mapping[str, str]) -> Agenda:
        """The agenda with other `cells` in an event, by the names of columns; only before it is released."""
        self._open(serial)
        return self._written(serial, {**_only_open(cells)})

    def inserted(self, cells: Mapping[str, str], before: str = "") -> Agenda:
        """The agenda with another event, before the one with that serial or at the end."""
        place = next((n for n, row in enumerate(self.rows) if isinstance(row, Event) and row.serial == before), None)
        rows = list(self.rows)
        rows.insert(len(rows) if place is None else place, self._event(("",) * len(self.header), _only_open(cells)))
        return self._checked(replace(self, rows=tuple(rows)))

    def taking(self, loaded: EventList) -> Agenda:
        """The agenda with a list in place of all that was not released. What was released stays as it is, also where
        the list has it; what the list alone says was released, in another session, is planned in this one.
        """
        mine = {event.serial: event for event in self.events if event.status == RELEASED}
        columns = {key(title) for title in loaded.header}
        header = (*loaded.header, *(column for column in COLUMNS if column not in columns))
        empty = ("",) * (len(header) - len(loaded.header))
        rows: list[Row] = []
        again: list[str] = []
        for row in loaded.rows:
            if not isinstance(row, Event):
                rows.append((*row, *empty))
            elif row.serial in mine:
                rows.append(self._moved(mine.pop(row.serial), header))
            else:
                rows.append(replace(row, cells=(*row.cells, *empty)))
                again += [row.serial] if row.status == RELEASED else []
        kept = [self._moved(event, header) for event in mine.values()]
        agenda = replace(self, header=header, rows=(*kept, *rows))
        return reduce(Agenda.anew, again, agenda)

    def anew(self, serial: str) -> Agenda:
        """The agenda with an event planned, as if it had never come."""
        return self._written(serial, {"status": PLANNED, "released_at": ""})

    def _moved(self, event: Event, header: tuple[str, ...]) -> Event:
        """An event under another header; cells of columns that it lacks are dropped."""
        cells = dict(zip(map(key, self.header), event.cells, strict=True))
        return replace(event, cells=tuple(cells.get(key(title), "") for title in header))

    def _open(self, serial: str) -> Event:
        event = self.event(serial)
        if event.status == RELEASED:
            text = N_("{serial} was released ({at}): what has come cannot be changed; insert another event")
            raise NotPossible(Said(text, serial=serial, at=event.released_at))
        return event

    def _with_status(self, serial: str, status: str, at: str = "") -> Agenda:
        self._open(serial)
        return self._written(serial, {"status": status, "released_at": at})

    def _written(self, serial: str, cells: Mapping[str, str]) -> Agenda:
        rows = (
            self._event(row.cells, cells) if isinstance(row, Event) and row.serial == serial else row
            for row in self.rows
        )
        return self._checked(replace(self, rows=tuple(rows)))

    def _event(self, old: tuple[str, ...], cells: Mapping[str, str]) -> Event:
        """The event in the `old` cells with others in their place."""
        columns = [key(title) for title in self.header]
        if unknown := [name for name in cells if name not in columns]:
            raise NotPossible(Said(N_("there is no column {name}"), name=unknown[0][:40]))
        for cell in cells.values():
            if len(cell) > LONGEST_CELL or UNWRITABLE.search(cell):
                raise NotPossible(
                    Said(N_("a cell has at most {number} letters that can be shown"), number=LONGEST_CELL)
                )
        whole = tuple(cells.get(column, cell) for column, cell in zip(columns, old, strict=True))
        event, faults = reader_of(columns, self.package).event(whole)
        for column, what, right in [*faults, *effects.faults(self.package, event)]:
            raise NotPossible(
                Said(N_("{column}: {what}: {right}"), column=column, what=_said(what), right=_said(right))
            )
        return event

    def _checked(self, agenda: Agenda) -> Agenda:
        serials = [event.serial for event in agenda.events]
        for serial in serials:
            if serials.count(serial) > 1:
                raise NotPossible(
                    Said(N_("another event has the serial {serial}: give it one of its own"), serial=serial)
                )
        return agenda


def _said(text: str) -> Said:
    return text if isinstance(text, Said) else Said(text)


def _only_open(cells: Mapping[str, str]) -> dict[str, str]:
    """`cells` as a person may write them: how an event stands is no cell to be written."""
    for name in ("status", "released_at"):
        if name in cells:
            raise NotPossible(Said(N_("{column} is not written: hold, skip or release the event"), column=name))
    return dict(cells)


def _met(event: Event, turn: int, holds: Holds) -> bool:
    if event.trigger == TURN:
        return event.turn == turn
    return event.trigger == CONDITION and (event.turn or 0) <= turn and holds(event.condition)

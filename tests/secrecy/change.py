"""The same match with another secret: what is public of it stays, what the marks keep from a seat becomes another."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from typing import Any, get_type_hints

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package
from game.economy.fields import Field
from game.economy.fields import fields as declared
from game.economy.month import Handed
from game.economy.state import State as Supply
from game.engine import metrics
from game.engine.fields import FIELDS
from game.engine.seen import Seen, marks
from game.engine.state import IN_FORCE
from game.engine.supply_view import PLAYED_SEEN, SUPPLY_SEEN
from game.engine.world import RELEASE_RULES, World
from game.session.headlines import may_know
from game.session.match import Match
from tests.secrecy.change_world import PACKAGE, WORLD
from tests.secrecy.twin import Change, twin


def changes() -> dict[str, Change]:
    """Every mark that keeps something from a seat, with what makes it another."""
    found: dict[str, Change] = {"state.seeds": _seeds, "record": _record, "reports": _reports}
    for name, field in FIELDS.items():
        if field.seen is not Seen.ALL:
            found[f"state.{name}"] = _field(name)
    for record, kind, seen in (("supply", Supply, SUPPLY_SEEN), ("played", Handed, PLAYED_SEEN)):
        for column in declared(kind).values():
            mark = seen.get(column.name, Seen.CONTROL)
            if mark is not Seen.ALL and column.name != "seed":
                found[f"state.{record}.{column.name}"] = _record_field(record, column, mark)
    for place in _marked("world", World):
        found[place] = WORLD[place]
    for place in _marked("package", Package):
        found[place] = PACKAGE[place]
    return found


def _marked(path: str, record: type) -> list[str]:
    """Where the record, and the records in it, keep something from a seat."""
    places: list[str] = []
    for name, mark in marks(record).items():
        if mark is not Seen.ALL:
            places.append(f"{path}.{name}")
        elif is_dataclass(kind := _kind(record, name)) and kind is not World:
            places += _marked(f"{path}.{name}", kind)
    return places


def _kind(record: type, name: str) -> type[Any]:
    kind: type[Any] = get_type_hints(record)[name]
    return kind


# --- the state --------------------------------------------------------------------------------------------------------


def _field(name: str) -> Change:
    def change(match: Match, seat: int, size: float) -> Match:
        state = match.control.state.copy()
        values = np.array(getattr(state, name))
        hidden = _hidden(name, values, seat)
        values[hidden] = _other(name, values[hidden], size)
        setattr(state, name, values)
        return twin(match, state=state)

    return change


def _hidden(name: str, values: NDArray[Any], seat: int) -> NDArray[np.bool_]:
    """Places that the seat may not know: all, or those that are no nation's but of others."""
    hidden = np.ones(values.shape, dtype=bool)
    if FIELDS[name].seen is Seen.OWN:
        for axis, letter in enumerate(FIELDS[name].axes):
            if letter in "NHC":
                hidden[(slice(None),) * axis + (seat,)] = False
    return hidden


def _other(name: str, values: NDArray[Any], size: float) -> NDArray[Any]:
    changed: NDArray[Any] = values * size + 0.1 * size
    if name == "agreement":  # that one is in force is public, that one is proposed is not
        changed = np.where(values == IN_FORCE, values, 1 - values)
    elif name == "release_rule":
        changed = np.mod(values + 1, len(RELEASE_RULES))
    elif name == "readiness":  # at its whole levels something can be built, which shows
        changed = np.floor(values) + 0.5 * np.mod(values, 1.0) + 0.3
    elif FIELDS[name].unit == "code":
        changed = 1 - values
    elif FIELDS[name].unit in ("share", "0-1"):
        changed = np.clip(changed, 0.0, 1.0)
    return changed


def _record_field(record: str, field: Field, mark: Seen) -> Change:
    """A field of the records of the economy made another, where the seat may not know it."""

    def change(match: Match, seat: int, size: float) -> Match:
        state = match.control.state.copy()
        values = getattr(state, record)[field.name]
        hidden = np.ones(values.shape, dtype=bool)
        for axis, name in enumerate(field.axes if mark is Seen.OWN else ()):
            if name == "Nation":
                hidden[(slice(None),) * (axis + 1) + (seat,)] = False
        changed = 1 - values if field.whole else values * size + 0.1 * size
        within = np.clip(changed, 0.0, 1.0) if field.unit in ("share", "0-1") else changed
        values[...] = np.where(hidden, within, values)
        return twin(match, state=state)

    return change


def _seeds(match: Match, seat: int, size: float) -> Match:
    """The dice of the months to come."""
    state = match.control.state.copy()
    state.seeds = state.seeds ^ np.uint64(int(size * 1000) + 1)
    state.supply["seed"][:, 0] = state.seeds.astype(np.int64)
    return twin(match, state=state, past=True, seed=int(state.seeds[0]))


# --- what was recorded ------------------------------------------------------------------------------------------------


def _record(match: Match, seat: int, size: float) -> Match:
    """Series that the seat may not see, another course."""
    other, me = twin(match), match.seats[seat]
    record = other.control.record
    hidden = [not metrics.METRICS[key[0]].open_to(me, key[1:]) for key in record.keys]
    record.rows = [
        tuple(v * size + size if no else v for v, no in zip(row, hidden, strict=True)) for row in record.rows
    ]
    return other


def _reports(match: Match, seat: int, size: float) -> Match:
    """What other seats ordered behind closed doors, and were refused, never happened; nor did what nobody may know."""
    me = match.seats[seat]
    reports = []
    for report in match.control.reports:
        orders = {
            other: given if other == me else tuple(order for order in given if order.public)
            for other, given in report.orders.items()
        }
        reports.append(
            replace(
                report,
                orders=orders,
                refused={other: items for other, items in report.refused.items() if other == me},
                events=tuple(event for event in report.events if may_know(seat, event)),
                headlines_by_seat={},
                digest="",
            )
        )
    return twin(match, past=True, reports=tuple(reports))

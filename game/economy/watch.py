"""Months played under watch: the first value that is not finite stops them, with its phase, field and place named.

For tests and on demand. A watched month is played as any other; only where it leaves a value that is not finite is it
played again from its start, phase by phase.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from game.economy.axes import ONLY
from game.economy.fields import fields, layout, unbounded
from game.economy.month import Handed
from game.economy.phase import RECORDS, Declared
from game.economy.play import play
from game.economy.state import State
from game.economy.step import ORDER, PHASES
from game.economy.world import World

Names = Mapping[str, Sequence[str]]
"""Names of what lies along an axis, by the axis, as ``Good`` or ``Nation``."""


CALLED = {"n": "Nation", "g": "Good", "i": "Site", "z": "Zone", "x": "Origin", "j": "Sector", "q": "Quota"}
"""What the phases call an index of an axis."""


class NotFiniteError(ArithmeticError):
    """A phase gave a value that is not finite."""


def play_watched(world: Any, states: Any, months: int, *, fast: bool, names: Names | None = None) -> None:
    """Play `states` on in place, as `play` does.

    Args:
        world: a record of the layout of `World`.
        states: an array (matches,) of the layout of `State`.
        months: to be played.
        fast: compiled rather than plain.
        names: of goods, nations and so on; where an axis has none, its index is told.

    Raises:
        NotFiniteError: where a phase gives a value that is not finite; `states` are then as before that month.
    """
    for _ in range(months):
        before = states.copy()
        try:
            play(world, states, 1, fast=fast)
            failed = any(next(_not_finite(State, state), None) for state in states)
        except (ArithmeticError, ValueError):
            failed = True
        if failed:
            states[:] = before
            for state in before:
                _again(world, state, names or {})


def _again(world: Any, state: Any, names: Names) -> None:
    """Play a month phase by phase, and stop where one gives what is not finite."""
    month = np.zeros(1, layout(Handed))[0]
    rows = {"state": state, "month": month}
    records = unbounded(World, world), unbounded(State, state), unbounded(Handed, month)
    when = int(state["month"][ONLY])
    for function, each in zip(PHASES, ORDER, strict=True):
        fault: Exception | None = None
        with np.errstate(all="ignore"):
            try:
                function(*records)
            except (ArithmeticError, ValueError) as raised:
                fault = raised
        found = _given(each, rows, names)
        if found or fault:
            said = f"gives {found}" if found else f"cannot be reckoned{_reached(fault, names)}: {fault}"
            raise NotFiniteError(f"month {when}: phase {each.name} {said}") from fault


def _given(each: Declared, rows: Mapping[str, Any], names: Names) -> str:
    """The first value not finite that a phase gave, in words; empty where all are."""
    for given in each.gives:
        record, _, name = given.partition(".")
        for field, place, value in _not_finite(RECORDS[record], rows[record], name):
            axes = fields(RECORDS[record])[field].axes
            where = ", ".join(_told(axis, at, names) for axis, at in zip(axes, place, strict=True))
            return f"{given} = {value} at {where}"
    return ""


def _not_finite(record: type, row: Any, only: str | None = None) -> Iterator[tuple[str, tuple[int, ...], float]]:
    """Values of a record that are not finite: field, place, value."""
    for name, field in fields(record).items():
        if not field.whole and only in (None, name):
            found = np.argwhere(~np.isfinite(row[name]))
            if len(found):
                place = tuple(int(at) for at in found[0])
                yield name, place, float(row[name][place])


def _reached(fault: Exception | None, names: Names) -> str:
    """How far the loops of a phase had come when it failed, in words."""
    reached: dict[str, int] = {}
    at = fault.__traceback__ if fault else None
    while at is not None:
        local = at.tb_frame.f_locals
        reached |= {name: local[name] for name in CALLED if isinstance(local.get(name), int)}
        at = at.tb_next
    told = ", ".join(_told(CALLED[name], place, names) for name, place in reached.items())
    return f" at {told}" if told else ""


def _told(axis: str, at: int, names: Names) -> str:
    """What lies at a place of an axis, in words."""
    known = names.get(axis, ())
    return f"{axis.lower()} {known[at] if at < len(known) else at}"

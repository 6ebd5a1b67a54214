"""A phase of the month says what it takes and gives beside its text, and the order of the month is held against it.

::

    @phase(takes="state.price world.use", gives="month.want state.kept")
    def want_use(w: World, s: State, m: Handed) -> None: ...
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.economy.compiled import compiled
from game.economy.fields import fields
from game.economy.month import Handed
from game.economy.state import State
from game.economy.world import World

RECORDS: dict[str, type] = {"world": World, "state": State, "month": Handed}
Phase = TypeVar("Phase", bound=Callable[[World, State, Handed], None])


@dataclass(frozen=True)
class Declared:
    """What a phase takes and gives, as ``record.field``."""

    name: str
    text: str
    takes: tuple[str, ...]
    gives: tuple[str, ...]


_DECLARED: dict[object, Declared] = {}


def phase(*, takes: str, gives: str) -> Callable[[Phase], Phase]:
    """Mark a function as a phase.

    Raises:
        TypeError: where a field is not declared in its record.
    """

    def mark(function: Phase) -> Phase:
        found = Declared(function.__name__, function.__doc__ or "", tuple(takes.split()), tuple(gives.split()))
        for name in (*found.takes, *found.gives):
            record, _, field = name.partition(".")
            if record not in RECORDS or field not in fields(RECORDS[record]):
                raise TypeError(f"phase {found.name}: no field '{name}' is declared")
        _DECLARED[function] = found
        return compiled(function)

    return mark


def declared(function: Callable[[World, State, Handed], None]) -> Declared:
    """What a phase declares of itself."""
    return _DECLARED[function]


def in_order(phases: Sequence[Callable[[World, State, Handed], None]]) -> tuple[Declared, ...]:
    """What the phases declare, in the order of the month.

    Raises:
        TypeError: where one takes of the month what none before it gives, or a field of the month is given by none.
    """
    found = tuple(declared(function) for function in phases)
    given: set[str] = set()
    for each in found:
        for name in each.takes:
            if name.startswith("month.") and name not in given:
                raise TypeError(f"phase {each.name} takes {name}, which no phase before it gives")
        given.update(each.gives)
    for name in fields(Handed):
        if f"month.{name}" not in given:
            raise TypeError(f"month.{name} is given by no phase")
    return found

"""The terms of a turn by name: what each cause added to each figure of the seats, as the log keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.engine.derived import derived
from game.engine.fields import FIELDS
from game.engine.metrics.entry import AXES
from game.engine.supply_view import READ
from game.engine.terms import Term
from game.engine.world import World

Ledger = Mapping[str, Mapping[str, float]]
"""A figure and its place as text (``tension arden``), then cause to amount, in the unit of the field."""


def ledger(world: World, terms: Iterable[Term]) -> dict[str, dict[str, float]]:
    """The terms of a single match; trust between nations that nobody leads is left out."""
    found: dict[str, dict[str, float]] = {}
    names = _names(world)
    for _, figure, place, cause, amount in terms:
        if figure != "trust" or min(place) < world.seats:
            name = names.get((figure, place)) or _name(world, figure, place)
            found.setdefault(name, {})[cause] = float(f"{amount:.9g}")
    return found


def added(one: Ledger, other: Ledger) -> Ledger:
    """Both together, figure by figure and cause by cause."""
    found = {name: dict(causes) for name, causes in one.items()}
    for name, causes in other.items():
        for cause, amount in causes.items():
            of_figure = found.setdefault(name, {})
            of_figure[cause] = of_figure.get(cause, 0.0) + amount
    return found


def _axis(world: World, letter: str) -> tuple[str, ...]:
    """Identifiers along an axis of a field."""
    names: tuple[str, ...] = getattr(world.names, AXES[letter].names)
    return names


@derived
def _names(world: World) -> dict[tuple[str, tuple[int, ...]], str]:
    """Names worked out so far, by figure and place."""
    del world
    return {}


def _name(world: World, figure: str, place: tuple[int, ...]) -> str:
    """The figure with the identifiers of a place."""
    axes = (READ[figure].field if figure in READ else FIELDS[figure]).axes[-len(place) :]
    identifiers = (_axis(world, axis)[at] for axis, at in zip(axes, place, strict=True))
    name = _names(world)[figure, place] = " ".join([figure, *identifiers])
    return name

"""The terms of a turn by name: what each cause added to each figure of the seats, as the log keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.engine.metrics.entry import AXES
from game.engine.state import FIELDS
from game.engine.terms import Term
from game.engine.world import World

Ledger = Mapping[str, Mapping[str, float]]
"""A figure and its place as text (``tension arden``), then cause to amount, in the unit of the field."""

_KNOWN_TO_ALL = ("reputation",)
"""Figures that are kept of nations that nobody leads, too."""


def ledger(world: World, terms: Iterable[Term]) -> dict[str, dict[str, float]]:
    """The terms of a single match; figures of nations that nobody leads are left out."""
    found: dict[str, dict[str, float]] = {}
    for term in terms:
        nations = [at for axis, at in zip(FIELDS[term.figure].axes, term.place, strict=True) if axis == "N"]
        if term.figure in _KNOWN_TO_ALL or any(nation < world.seats for nation in nations):
            found.setdefault(place_of(world, term), {})[term.cause] = float(f"{term.amount:.9g}")
    return found


def place_of(world: World, term: Term) -> str:
    """The figure of a term with the identifiers of its place."""
    axes = FIELDS[term.figure].axes
    names = (getattr(world.names, AXES[axis].names)[at] for axis, at in zip(axes, term.place, strict=True))
    return " ".join([term.figure, *names])

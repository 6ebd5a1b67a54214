"""The figures of a match that an intervention may move: one entry each, and nothing else lists them.

Bounds are those of the state's own scales where it has some; for money and goods they only keep slips of the pen out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.state import DONE, IDLE, OPERATING, State
from game.marks import N_

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Place = tuple[int, ...]

LONGEST = 120
"""Months for which an effect may last."""
ALWAYS_OPEN = ""


@dataclass(frozen=True)
class Figure:
    """A figure that may be moved."""

    name: str
    axes: str
    """Letters of its arguments, as of a metric; ``Z`` is a customs zone."""
    unit: str
    low: float
    high: float
    label: str
    """What it is called, without what it is of."""
    meaning: str
    tells: str
    """Kind of the event that tells of it."""
    cell: Callable[[State, Place], Array] | None = None
    """Its values at a place, (B,), a view that may be written; None for what lasts for some months."""
    term: str = ""
    """The field of `terms.FIGURES` that it is; empty for none."""
    signs: str = "=+-*"
    """By which it may be moved."""
    open: Callable[[State, Place], Mask] | None = None
    """Where it may be moved at a place, (B,); None for everywhere."""
    closed: str = ALWAYS_OPEN
    """What is said where it may not."""
    seats: bool = False
    """Whether its nation must be one that somebody leads."""

    @property
    def lasts(self) -> bool:
        """Whether it is a factor that acts for some months."""
        return self.cell is None


def _field(name: str) -> Callable[[State, Place], Array]:
    def cell(state: State, place: Place) -> Array:
        values: Array = getattr(state, name)[place]
        return values

    return cell


def _record(name: str, axes: str) -> Callable[[State, Place], Array]:
    def cell(state: State, place: Place) -> Array:
        values: Array = state.held(name, axes)[place]
        return values

    return cell


def _operates(state: State, place: Place) -> Mask:
    operates: Mask = state.site_status[place] == OPERATING
    return operates


def _under_way(state: State, place: Place) -> Mask:
    phase = state.project_phase[place]
    under_way: Mask = (phase > IDLE) & (phase < DONE) & (state.project_left[place] > 0.0)
    return under_way


_CLOSED_SITE = N_("the site does not operate now; name one that does")
_ENTRIES = (
    Figure("budget", "N", "US$ million", 0.0, 1e6, N_("the budget"),
           N_("what a seat has left to spend in this turn"),
           "budget_moved", _field("budget"), "budget", seats=True),
    Figure("capital", "N", "points", 0.0, 1000.0, N_("political capital"),
           N_("political capital of a seat"),
           "capital_moved", _field("capital"), "capital", seats=True),
    Figure("approval", "N", "0-1", 0.0, 1.0, N_("approval"),
           N_("approval of a seat's government"),
           "approval_moved", _field("approval"), "approval", seats=True),
    Figure("tension", "N", "0-1", 0.0, 1.0, N_("tension"),
           N_("tension of a nation"),
           "tension_moved", _field("tension"), "tension"),
    Figure("reputation", "N", "0-1", 0.0, 1.0, N_("reputation"),
           N_("standing of a nation as a supplier and as a partner"),
           "reputation_moved", _field("reputation"), "reputation"),
    Figure("trust", "NN", "0-1", 0.0, 1.0, N_("trust"),
           N_("trust of the first nation in the second"),
           "trust_moved", _field("trust"), "trust"),
    Figure("stockpile", "NG", "t", 0.0, 1e9, N_("the stockpile"),
           N_("public stockpile of a good"),
           "stockpile_moved", _record("reserve", "NG"), "reserve"),
    Figure("readiness", "NL", "1-9", 1.0, 9.0, N_("the state of research"),
           N_("readiness of a line of research"),
           "readiness_moved", _field("readiness"), "readiness"),
    Figure("staff", "N", "projects", 0.0, 100.0, N_("trained staff"),
           N_("trained staff: projects that it can run at once"),
           "staff_moved", _field("staff")),
    Figure("price", "ZG", "US$/kg", 0.01, 1e6, N_("the price"),
           N_("price of a good in a customs zone; the market goes on from there"),
           "price_moved", _record("price", "ZG")),
    Figure("price_floor", "N", "US$/kg", 0.0, 1e4, N_("the price floor"),
           N_("price floor that a nation guarantees to its sites"),
           "price_floor_moved", _field("price_floor"), seats=True),
    Figure("cash", "S", "US$ million", 0.0, 1e6, N_("the cash of a site"),
           N_("cash of a site that operates"),
           "cash_moved", _field("site_cash"), open=_operates, closed=_CLOSED_SITE),
    Figure("delay", "P", "months", 1.0, 60.0, N_("a delay"),
           N_("more months for the phase in which a project is"),
           "project_held_up", _field("project_left"), signs="+", open=_under_way,
           closed=N_("the project is not at work in a phase now; name one that is")),
    Figure("output", "S", "factor", 0.0, 1.0, N_("the output of a site"),
           N_("what a site can make, for some months"),
           "output_moved", signs="*", open=_operates, closed=_CLOSED_SITE),
    Figure("demand", "NJ", "factor", 0.0, 3.0, N_("demand"),
           N_("how busy a sector of a nation is, for some months"),
           "demand_moved", signs="*"),
)  # fmt: skip

FIGURES: Mapping[str, Figure] = {entry.name: entry for entry in _ENTRIES}
"""By name."""

"""The state of a match as a seat may know it: what is kept from the seat is guessed, never read.

Whatever is marked as open (`game.engine.seen`) is as it is, and what is marked as a nation's own is so for the seat
itself. All else is guessed: as the match began, and where that would be far off, from what is open.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.economy.fields import fields
from game.economy.month import Handed
from game.economy.state import State as Record
from game.engine import start
from game.engine.derived import derived
from game.engine.fields import FIELDS
from game.engine.phases import project_chance, project_finance
from game.engine.phases.projects import FIRST_RUN
from game.engine.portfolio import estimate
from game.engine.seen import Seen
from game.engine.shocks import of_match
from game.engine.state import DONE, IDLE, IN_FORCE, State
from game.engine.supply_view import PLAYED_SEEN, SUPPLY_SEEN
from game.engine.world import INSTRUMENTS, World

_NATIONS = "NHC"
"""Axes along which a seat has a place of its own."""
_DEBT = INSTRUMENTS.index("guarantee")
"""The last of the instruments that change nothing of what chance holds."""


@derived
def _first(world: World) -> State:
    """How every match of the scenario begins, which the briefing tells."""
    return start.begin(world, np.zeros(1, dtype=np.uint64))


def guessed(world: World, state: State, match: int, seat: int) -> State:
    """Match number `match` of `state` as `seat` may know it, a batch of one with the seed 0."""
    found = _first(world).copy()
    found.month, found.shocks = state.month, of_match(state.shocks, match)
    for name in FIELDS:
        _take(found, state, name, match, seat)
    _take_records(found, state, match, seat)
    _guess_trade(found)
    _guess_sites(found)
    _guess_projects(world, found)
    project_finance.set_floors(world, found)
    return found


def _take(found: State, state: State, name: str, match: int, seat: int) -> None:
    """Copy of a field what the seat may know."""
    field, known = FIELDS[name], getattr(state, name)[..., match]
    guess = getattr(found, name)
    if field.seen is Seen.ALL:
        guess[..., 0] = known
    elif field.seen is Seen.OWN:
        if name == "agreement":  # that one is in force is public, that one is proposed is not
            guess[..., 0] = np.where(known == IN_FORCE, known, 0)
        for axis, letter in enumerate(field.axes):
            if letter in _NATIONS:
                own = (slice(None),) * axis + (seat,)
                guess[..., 0][own] = known[own]


def _take_records(found: State, state: State, match: int, seat: int) -> None:
    for record, kind, seen in (("supply", Record, SUPPLY_SEEN), ("played", Handed, PLAYED_SEEN)):
        known, guess = getattr(state, record)[match], getattr(found, record)[0]
        for name, field in fields(kind).items():
            mark = seen.get(name, Seen.CONTROL)
            if mark is Seen.ALL:
                guess[name] = known[name]
            elif mark is Seen.OWN:
                own = tuple(seat if axis == "Nation" else slice(None) for axis in field.axes)
                guess[name][own] = known[name][own]


def _guess_trade(found: State) -> None:
    """Traders are used to the prices and deliveries of today."""
    record, bought = found.supply[0], found.played[0]["bought"]
    first = record["year_price"].copy()
    record["year_price"] = record["price"]
    held = (record["price"] > 0.0) & (first > 0.0)
    record["usual"][held] = np.log(record["price"][held])
    if found.month:
        record["regular"] = bought


def _guess_sites(found: State) -> None:
    """Sites that were there at the start run as then, and new ones as their owners plan to; nobody builds unseen."""
    record = found.supply[0]
    new = (record["capacity"] > 0.0) & (record["run"] <= 0.0)
    record["run"] = np.where(new, FIRST_RUN, record["run"])
    record["staffed"] = np.where(new, 1.0, record["staffed"])
    if found.month:
        record["building"] = 0.0
    found.site_begun[...] = found.capacity > 0.0
    found.export_tariff_left[...] = np.where(found.export_tariff > 0.0, np.inf, 0.0)


def _guess_projects(world: World, found: State) -> None:
    """What works cost, and whether chance treats them otherwise, follows from how they are paid and built."""
    underway = (found.project_phase > IDLE) & (found.project_phase < DONE)
    terms = (found.project_standard != 0) | (found.project_instrument > _DEBT)
    found.project_terms[...] = underway & terms
    found.project_left *= underway  # what was begun before the match and is over has nothing left, and does not begin
    for project in np.flatnonzero(underway[:, 0]).tolist():
        found.project_cost[project] = estimate(world, found, project)


def draw_phases(world: World, found: State, behind: NDArray[np.float64]) -> None:
    """Draw anew how long the phases that are under way still last; `behind` (P,) are the months known to be over."""
    underway = (found.project_phase > IDLE) & (found.project_phase < DONE)
    listed = np.flatnonzero(underway[:, 0])
    if not len(listed):
        return
    for project, entry in zip(listed.tolist(), project_chance.entries(world, found, listed), strict=True):
        found.project_left[project] = np.maximum(np.rint(entry.months - behind[project]), 1.0)

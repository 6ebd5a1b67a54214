"""Co-finance: several seats pay for one project, each by its own part and instrument, up to what the agency may take.

A seat joins what another has taken up, while it is under way. Where partners ask for more public money than one seat
wants to bring, a project is taken up on condition: what is not together when the months begin is called off, and the
money goes back.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.events import Events
from game.engine.phases import partners
from game.engine.phases import project_finance as finance
from game.engine.state import DONE, IDLE, State
from game.engine.summation import total
from game.engine.world import INSTRUMENTS, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

TOLERATED = 0.005
"""Share by which an offer may fall short of what partners ask for: it is told in whole per cents."""
_EQUITY = INSTRUMENTS.index("equity")


def may_join(state: State, project: int, nation: int) -> Mask:
    """Where others finance `project`, which is under way, and `nation` does not yet, (B,)."""
    phase, public = state.project_phase[project], state.project_public[project] > 0.0
    joinable: Mask = (phase != IDLE) & (phase < DONE) & public & ~(state.project_part[nation, project] > 0.0)
    return joinable


def room(world: World, state: State, project: int) -> Array:
    """Public share that is left for others to bring, (B,)."""
    left: Array = np.maximum(world.finance.max_public_share - state.project_public[project], 0.0)
    return left


def join(
    world: World,
    state: State,
    events: Events,
    project: int,
    where: Mask,
    *,
    seat: int,
    part: float,
    instrument: int,
    cause: str,
) -> None:
    """Let `seat` finance `part` of what others have taken up."""
    finance.take_part(state, project, where, seat, part, instrument)
    host = int(world.sites.host[world.projects.site[project]])
    events.add("project_joined", state.month, where, actor=seat, target=host, item=project, amount=part, cause=cause)


def enough(world: World, state: State, project: int) -> Mask:
    """Where the seats together bring what private partners ask for at last year's prices, (B,).

    Money that is worth less to partners than a stake beside theirs counts for less.
    """
    relief = world.finance.relief
    brought = total(state.project_part[:, project] * relief[state.project_form[:, project]], 0)
    asked = partners.asked(world, state, project, _EQUITY) * relief[_EQUITY]
    together: Mask = brought >= asked - TOLERATED
    return together


def call_off_short(world: World, state: State, events: Events, new: Mask) -> Mask:
    """Call off what of the `new` projects (P, B) was taken up on condition and did not come together; the others."""
    if not np.count_nonzero(state.project_awaits):
        return new
    kept = new.copy()
    for project in np.flatnonzero((state.project_awaits > 0).any(axis=1)).tolist():
        short = new[project] & (state.project_awaits[project] > 0) & ~enough(world, state, project)
        if np.count_nonzero(short):
            _call_off(world, state, events, project, short)
            kept[project] &= ~short
    state.project_awaits[new] = 0
    return kept


def _call_off(world: World, state: State, events: Events, project: int, where: Mask) -> None:
    """Put the project back on offer, and give every seat its money back."""
    site, name = int(world.projects.site[project]), world.names.projects[project]
    for seat, mine in finance.financiers(state, project, where):
        back = finance.set_aside(world, state, project, seat) * mine
        finance.pay_in(world, state, events, seat, site, -back, f"refund:{name}")
        host = int(world.sites.host[site])
        events.add("project_called_off", state.month, mine, actor=seat, target=host, item=project, amount=back)
    offer_again(state, project, where)


def offer_again(state: State, project: int, where: Mask) -> None:
    """Forget that `project` was taken up: nobody pays for it any more, and anybody may."""
    state.project_part[:, project, where] = 0.0
    state.project_form[:, project, where] = -1
    for field, value in (
        (state.project_phase, IDLE),
        (state.project_left, 0.0),
        (state.project_sponsor, -1),
        (state.project_public, 0.0),
        (state.project_instrument, -1),
        (state.project_cost, 0.0),
        (state.project_awaits, 0),
        (state.project_standard, 0),
        (state.project_terms, 0),
    ):
        field[project][where] = value

"""What nations hold in mines and plants: what they have paid for it, what it brings, and what it is worth."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from game.engine import portfolio, possible
from game.engine.metrics.entry import Export, Values, When
from game.engine.metrics.registry import metric
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World
from game.marks import N_


@metric(
    "N",
    "US$ million",
    N_("Paid for holdings"),
    N_(
        "What the nation has put into mines and plants since the start and before it: its part of their cost, losses "
        "that it bore, and interest that it forwent."
    ),
    seen=Seen.OWN,
    export=Export(When.END, possible.seats),
    sources=("projects", "finance"),
)
def holdings_paid(world: World, state: State, nation: int) -> Values:
    return _of_nations(world, state, nation, total(state.paid_in, 1))


@metric(
    "N",
    "US$ million",
    N_("Had back from holdings"),
    N_("What the nation has had back from mines and plants: dividends, what stakes were sold for, and refunds."),
    good=1,
    seen=Seen.OWN,
    export=Export(When.END, possible.seats),
    sources=("projects", "finance"),
)
def holdings_back(world: World, state: State, nation: int) -> Values:
    return _of_nations(world, state, nation, total(state.paid_back, 1))


@metric(
    "N",
    "US$ million/year",
    N_("Holdings bring a year"),
    N_(
        "What a year at last year's prices would bring the nation in dividends, less its part of the losses of what "
        "it carries."
    ),
    good=1,
    seen=Seen.OWN,
    export=Export(When.END, possible.seats),
    sources=("sites", "finance"),
)
def holdings_yearly(world: World, state: State, nation: int) -> Values:
    return _of_nations(world, state, nation, _each(world, state, portfolio.yearly))


@metric(
    "N",
    "US$ million",
    N_("Worth of stakes"),
    N_(
        "What the sale of all stakes of the nation would bring today: never more than it would cost to build the same "
        "again."
    ),
    good=1,
    seen=Seen.OWN,
    export=Export(When.END, possible.seats),
    sources=("sites", "finance"),
)
def holdings_worth(world: World, state: State, nation: int) -> Values:
    return _of_nations(world, state, nation, _each(world, state, portfolio.worth))


def _each(world: World, state: State, of_sites: Callable[[World, State, int], NDArray[np.float64]]) -> Values:
    """What every seat has of all sites together, (H, B)."""
    return np.stack([total(of_sites(world, state, seat), 0) for seat in range(world.seats)])


def _of_nations(world: World, state: State, nation: int, of_seats: Values) -> Values:
    """Figures of the seats (H, B) for one nation or some; others have none."""
    found = np.zeros((len(world.names.nations), state.batch))
    found[: world.seats] = of_seats
    return found[nation]

"""Short runs of the small world, with the rival's script silent so that a test sets the controls itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine import step
from game.engine.events import Events
from game.engine.start import begin
from game.engine.state import State
from game.engine.world import INSIDE, OUTSIDE, World
from tests.small_sections import ALLOY, LIGHT, OXIDES
from tests.small_world import seeds, small_world

ARDEN, BOREAS, RIVAL, MINELAND, REFINIA = 0, 1, 2, 3, 4
SOLD = [*OXIDES, ALLOY]
"""What the rival sells."""
Change = Callable[[State], None]


def quiet_world(**changes: Any) -> World:
    """The small world without incidents, noise and standing quota, and with a rival whose rules never fire."""
    silent = {"chance": np.zeros(2), "base_quota": np.full((60, 2), np.inf)}
    rules = {"noise_size": 0.0, **changes.pop("rules", {})}
    supply = {"rules": rules, **changes.pop("supply", {})}
    return small_world(incidents=(), supply=supply, rival_rules={**silent, **changes.pop("rival_rules", {})}, **changes)


@dataclass
class Run:
    """What a run left behind, month by month."""

    state: State
    price: list[float] = field(default_factory=list)
    """Outside price of light oxide."""
    states: list[State] = field(default_factory=list)
    """State after each month."""
    events: Events = field(default_factory=lambda: Events(watched=True))

    def total(self, name: str, *place: Any) -> float:
        """Sum of a flow over the months, at `place`."""
        return float(sum(getattr(state, name)[place].sum() for state in self.states))

    def path(self, name: str, *place: Any) -> NDArray[np.float64]:
        """A field at `place`, month by month."""
        return np.array([float(getattr(state, name)[place].sum()) for state in self.states])

    def kinds(self) -> set[str]:
        """Kinds of the events so far."""
        return {event.kind for event in self.events.list}


def run(world: World, months: int, changes: dict[int, Change] | None = None) -> Run:
    """Play `months`; `changes` act on the state before the month they are given for."""
    state = begin(world, seeds(1))
    result = Run(state)
    for month in range(months):
        for change in [(changes or {}).get(month)]:
            if change is not None:
                change(state)
        step.step(world, state, result.events)
        result.states.append(state.copy())
        result.price.append(float(state.price[OUTSIDE, LIGHT, 0]))
    return result


def embargo(*nations: int, share: float = 1.0, goods: list[int] = SOLD) -> Change:
    """Cut what the rival sells to `nations`."""

    def change(state: State) -> None:
        for nation in nations:
            state.embargo[INSIDE, nation, goods] = share

    return change


def quota(factor: float) -> Change:
    """Set the export quotas of oxides to a multiple of what the rival sells in calm."""

    def change(state: State) -> None:
        state.quota[:] = factor * state.year_rival[:, OXIDES].sum(axis=0)

    return change


def lift(state: State) -> None:
    """End all controls."""
    state.embargo[:] = 0.0
    state.quota[:] = np.inf
    state.export_tax[:] = 0.0
    state.flood[:] = 0.0


def both(*changes: Change) -> Change:
    def change(state: State) -> None:
        for one in changes:
            one(state)

    return change

"""Tension with a nation, moved once when a rule fires."""

from __future__ import annotations

import numpy as np

from game.engine.events import Events
from game.engine.phases.actions.kinds import Chosen, Mask, RuleAction, Size, table_of
from game.engine.state import State
from game.engine.world import World
from game.marks import N_


def _move(world: World, state: State, events: Events, rule: int, where: Mask, cause: str) -> None:
    change = table_of(world, "tension")
    if change is None:
        return
    tension = state.tension + change[rule][:, None] * where
    np.maximum(tension, 0.0, out=tension)
    np.minimum(tension, 1.0, out=tension)
    events.terms.moved("tension", cause, state.tension, tension)
    state.tension = tension


TENSION = RuleAction(
    name="tension",
    meaning="Tension with the rival rises, or falls where the change is below 0, once, when the rule fires.",
    text=N_("tension moved by {change}: {nations}"),
    example="tension: {nations: [island], change: 0.05}",
    chosen=(Chosen("nations", "nations"),),
    sizes=(Size("change", "0-1", "Added to the tension.", nothing=0.0, low=-1.0, high=1.0),),
    effect=_move,
    lasts=False,
    friendly=lambda row, nation: bool(row[nation] < 0.0),
)

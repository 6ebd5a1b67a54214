"""The agreements of the shipped rule sets: every host answers what is proposed to it, and says why not."""

from __future__ import annotations

import numpy as np
import pytest

from game import orders
from game.content.load import load
from game.engine import clauses, start, step
from game.engine.events import Events

ANSWERS = {"agreement_signed", "agreement_refused", "agreement_countered"}


@pytest.mark.parametrize("scenario", ["embargo_2010", "cobalt_2025"])
def test_every_host_answers_within_a_month(scenario: str) -> None:
    world = load(scenario).world
    state, events = start.begin(world, np.array([1], dtype=np.uint64)), Events(watched=True)
    state.capital[: world.seats] = 1000.0
    hosts = [nation for nation in range(world.seats, len(world.names.nations)) if nation != world.rival]
    asked = set()
    for kind, seat, host in np.argwhere(world.agreements.allowed[:, : world.seats]).tolist():
        if host in hosts:
            agreement, partner = world.names.agreements[kind], world.names.nations[host]
            order = orders.parse({"kind": "propose_agreement", "agreement": agreement, "partner": partner})
            if orders.give(world, state, seat, order, np.ones(1, dtype=bool), events)[0] == orders.ALLOWED:
                asked.add((kind, seat, host))
    step.step(world, state, events)
    answered = {
        (event.item, min(event.actor, event.target), max(event.actor, event.target)): event.kind
        for event in events.list
        if event.kind in ANSWERS
    }
    assert asked
    assert asked <= answered.keys()
    signed = sum(answered[one] == "agreement_signed" for one in asked)
    assert signed >= len(asked) / 2, "in calm years friends sign what is usual"


@pytest.mark.parametrize("scenario", ["embargo_2010", "cobalt_2025"])
def test_what_is_usual_lies_within_the_bounds(scenario: str) -> None:
    bounds = clauses.bounds(load(scenario).world)
    assert (bounds[..., clauses.LEAST] <= bounds[..., clauses.USUAL]).all()
    assert (bounds[..., clauses.USUAL] <= bounds[..., clauses.MOST]).all()
    assert (bounds[..., clauses.MOST] > bounds[..., clauses.LEAST]).any(axis=1).sum() >= 5

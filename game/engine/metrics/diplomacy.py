"""How nations stand to each other."""

from __future__ import annotations

import numpy as np

from game.engine import possible, renewal
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric
from game.engine.seen import Seen
from game.engine.state import IN_FORCE, PROPOSED, SIGNED, State
from game.engine.world import POSTURES, World
from game.marks import N_

AGREEMENT = {0: "none", PROPOSED: "proposed", IN_FORCE: "in force", SIGNED: "signed"}


@metric(
    "N",
    "0-1",
    N_("Tension with {rival}"),
    N_(
        "How strained the nation's relations with {rival} are, from 0 (calm) to 100: incidents, measures and the "
        "chosen posture raise or lower it, and it drifts back to its usual level."
    ),
    good=-1,
    key_figure=True,
    short=N_("Tension"),
    recorded=Recorded.SEATS,
    chart=Chart(N_("Tension, approval, fear")),
    export=Export(When.END, possible.partners),
    great=0.3,
    summed_up=True,
    sources=("diplomacy", "incidents", "rival"),
)
def tension(world: World, state: State, nation: int) -> Values:
    return state.tension[nation]


@metric(
    "NN",
    "0-1",
    N_("Trust of {partner}"),
    N_(
        "How far two nations trust each other, from 0 to 100: it decides which agreements they sign, grows with every "
        "month of one, and falls when one is broken."
    ),
    good=1,
    seen=Seen.OWN,
    sources=("diplomacy",),
)
def trust(world: World, state: State, one: int, other: int) -> Values:
    return state.trust[one, other]


@metric(
    "N",
    "code",
    N_("Posture toward {rival}"),
    N_("How the government has chosen to treat {rival} in public; a nation that nobody leads stays neutral."),
    codes=dict(enumerate(POSTURES)),
    export=Export(When.END, possible.seats),
    sources=("diplomacy",),
)
def posture(world: World, state: State, nation: int) -> Values:
    return state.posture[nation].astype(np.float64)


@metric(
    "ANN",
    "code",
    N_("{agreement} with {partner}"),
    N_("Whether the first nation has proposed an agreement of a kind to the second, or the two have one in force."),
    seen=Seen.OWN,
    codes=AGREEMENT,
    sources=("agreements",),
)
def agreement(world: World, state: State, kind: int, one: int, other: int) -> Values:
    return state.agreement[kind, one, other].astype(np.float64)


@metric(
    "N",
    "0-1",
    N_("Standing as a partner"),
    N_(
        "What others think of the nation as a supplier and as a keeper of its word and of environmental standards, "
        "from 0 to 100: every nation starts at 50."
    ),
    good=1,
    export=Export(When.END),
    sources=("environment", "diplomacy"),
)
def reputation(world: World, state: State, nation: int) -> Values:
    return state.reputation[nation]


@metric(
    "N",
    "times",
    N_("Offers to answer"),
    N_("How many agreements others have proposed to the nation, or wish to go on with, and wait for its answer."),
    seen=Seen.OWN,
    sources=("agreements",),
)
def offers(world: World, state: State, nation: int) -> Values:
    return renewal.offers(world, state, nation)

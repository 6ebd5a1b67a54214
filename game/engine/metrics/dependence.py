"""How much of what a nation needs comes from the rival."""

from __future__ import annotations

import numpy as np

from game.engine import possible
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric, part_of
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import MAGNET, SEPARATION, World
from game.marks import N_


@metric(
    "N",
    "share",
    N_("Imports from {rival}"),
    N_(
        "Part of the oxide that the nation imported over about the last year, all materials together and by weight, "
        "that came from {rival}."
    ),
    good=-1,
    short=N_("From {rival}"),
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Dependence on {rival}")),
    export=Export(When.END, possible.partners),
    great=0.2,
    summed_up=True,
    sources=("market", "demand"),
)
def import_share(world: World, state: State, nation: int) -> Values:
    rival = total(state.year_rival[nation, :, SEPARATION], -2)
    return part_of(rival, total(state.year_imports[nation, :, SEPARATION], -2))


@metric(
    "NM",
    "share",
    N_("{material} from {rival}"),
    N_("Part of the nation's imports of one material's oxide over about the last year, by weight, from {rival}."),
    good=-1,
    sources=("market", "demand"),
)
def material_share(world: World, state: State, nation: int, material: int) -> Values:
    return part_of(state.year_rival[nation, material, SEPARATION], state.year_imports[nation, material, SEPARATION])


@metric(
    "NK",
    "share",
    N_("Dependence at {stage}"),
    N_(
        "Imports from {rival} of what a stage makes, over all that the nation used of it, both over about the last "
        "year: what is made at home or bought elsewhere makes it smaller."
    ),
    good=-1,
    seen=Seen.OWN,
    sources=("market", "sites"),
)
def dependence(world: World, state: State, nation: int, stage: int) -> Values:
    used = total(state.year_use[nation, :, stage], -2)
    return np.minimum(part_of(total(state.year_rival[nation, :, stage], -2), used), 1.0)


@metric(
    "N",
    "share",
    N_("Dependence at the bottleneck"),
    N_(
        "How much of what the nation used over about the last year was bought from {rival}, at the stage where that is "
        "most: of oxide or of magnet alloy."
    ),
    good=-1,
    seen=Seen.OWN,
    short=N_("Bottleneck"),
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Dependence on {rival}")),
    export=Export(When.END, possible.partners),
    great=0.2,
    summed_up=True,
    sources=("market", "sites"),
)
def bottleneck(world: World, state: State, nation: int) -> Values:
    stages = [dependence(world, state, nation, stage) for stage in (SEPARATION, MAGNET)]
    return np.maximum(stages[0], stages[1])

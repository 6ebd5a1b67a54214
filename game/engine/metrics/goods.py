"""Every good of a nation in the month that has ended: where it came from and where it went."""

from __future__ import annotations

import numpy as np

from game.engine import possible
from game.engine.derived import derived
from game.engine.layout import layout
from game.engine.metrics.entry import Export, Values, When
from game.engine.metrics.registry import field_metric, metric
from game.engine.state import State
from game.engine.works import works_of
from game.engine.world import MAGNET, World
from game.marks import N_

field_metric(
    "stock",
    N_("Stocks of {material}, {stage}"),
    N_("What lies in the yards of the nation's firms at the end of the month of one stage's product of a material."),
    export=Export(When.END, possible.held),
    sources=("stockpiles",),
)
field_metric(
    "reserve",
    N_("Public stockpile of {material}"),
    N_("What lies in the nation's public stockpile of a material at the end of the month."),
    export=Export(When.END, possible.stockpiled, possible.stockpiled_good),
    sources=("stockpiles",),
)
field_metric(
    "flow_need",
    N_("Need of {material}, {stage}"),
    N_("What industry asked for last month of one stage's product of a material, and what plants took in of it."),
    export=Export(When.MONTH, possible.needed),
    sources=("demand",),
)
field_metric(
    "flow_use",
    N_("Use of {material}, {stage}"),
    N_("What industry used last month of one stage's product of a material, and what plants took in, with losses."),
    export=Export(When.MONTH, possible.needed),
    sources=("demand",),
)
field_metric(
    "flow_unmet",
    N_("Unmet need of {material}, {stage}"),
    N_("What industry asked for last month of one stage's product of a material and did not get."),
    good=-1,
    export=Export(When.MONTH, possible.needed),
    sources=("demand", "stockpiles"),
)
field_metric(
    "flow_refused",
    N_("Refused by {rival}: {material}, {stage}"),
    N_("What the nation asked of {rival} last month of one stage's product of a material and its controls kept back."),
    good=-1,
    export=Export(When.MONTH, possible.from_rival),
    sources=("rival",),
)
field_metric(
    "flow_production",
    N_("Production of {material}, {stage}"),
    N_("What the nation's mines or plants of a stage made of a material last month, without what comes from scrap."),
    export=Export(When.MONTH, possible.made),
    sources=("sites",),
)
field_metric(
    "flow_recycled",
    N_("{material} from scrap"),
    N_("Oxide of a material that the nation's recycling plants won from scrap last month."),
    export=Export(When.MONTH, possible.recycled, possible.oxide),
    sources=("recycling",),
)
field_metric(
    "flow_release",
    N_("{material} released from the stockpile"),
    N_("What the nation's public stockpile gave to industry, at home and of partners, last month."),
    export=Export(When.MONTH, possible.stockpiled, possible.stockpiled_good),
    sources=("stockpiles",),
)
field_metric(
    "flow_purchase",
    N_("{material} bought into the stockpile"),
    N_("What the nation's public stockpile bought last month."),
    export=Export(When.MONTH, possible.stockpiled, possible.stockpiled_good),
    sources=("stockpiles",),
)
field_metric(
    "flow_imports",
    N_("Imports of {material}, {stage}"),
    N_("What came into the nation last month of one stage's product of a material, from all origins."),
    export=Export(When.MONTH, possible.imported),
    sources=("market",),
)
field_metric(
    "flow_exports",
    N_("Exports of {material}, {stage}"),
    N_("What left the nation last month of one stage's product of a material."),
    export=Export(When.MONTH, possible.held),
    sources=("market",),
)


@metric(
    "NMK",
    "t/month",
    N_("Plants' intake of {material}, {stage}"),
    N_("The part of last month's use of one stage's product that plants took in, to make that of the next stage."),
    export=Export(When.MONTH, possible.fed),
    sources=("sites",),
)
def flow_feed(world: World, state: State, nation: int, material: int, stage: int) -> Values:
    if stage == MAGNET:
        return np.zeros_like(state.flow_production[nation, material, stage])
    return state.flow_production[nation, material, stage + 1] * _input(world)[nation, stage + 1]


@metric(
    "NXMK",
    "t/month",
    N_("Imports of {material}, {stage}, from {origin}"),
    N_("What came into the nation last month of one stage's product of a material, from a group of exporting nations."),
    export=Export(When.MONTH, possible.imported_from),
    sources=("market",),
)
def flow_imports_from(world: World, state: State, nation: int, origin: int, material: int, stage: int) -> Values:
    return state.flow_origin[origin, nation, material, stage]


@derived
def _input(world: World) -> Values:
    """(N, K, 1) tonnes that the plants of a nation and stage take in for a tonne that they make; 0 without plants."""
    works, tables = works_of(world), layout(world)
    taken = np.zeros((tables.shape[0], tables.shape[2], 1))
    taken[tables.group_host[works.plants], tables.group_stage[works.plants]] = works.input[:, 0]
    return taken

"""What stands between a nation and a shortage, and the shortage."""

from __future__ import annotations

import numpy as np

from game.engine import possible
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric, over, part_of
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import DAYS_A_MONTH, MAGNET, SEPARATION, World
from game.marks import N_


@metric(
    "NM",
    "days",
    N_("Cover of {material}"),
    N_(
        "For how many days oxide and alloy of the material in the nation's firms and public stockpile would last if "
        "nothing more came, at the use of about the last year."
    ),
    good=1,
    seen=Seen.OWN,
    export=Export(When.END, possible.used_material),
    sources=("stockpiles", "demand"),
)
def material_cover(world: World, state: State, nation: int, material: int | slice) -> Values:
    oxide, alloy = (nation, material, SEPARATION), (nation, material, MAGNET)
    held = state.stock[oxide] + state.stock[alloy] + state.reserve[nation, material]
    # Oxide that becomes alloy at home is counted once, where industry uses the alloy.
    used = state.year_use[oxide] + state.year_use[alloy] - state.year_output[alloy]
    return over(held, used) * DAYS_A_MONTH


@metric(
    "N",
    "days",
    N_("Stock cover"),
    N_(
        "For how many days the nation's stocks would last if nothing more came: oxide and alloy, of firms and of the "
        "public stockpile, at the use of about the last year; of the material of which there is least."
    ),
    good=1,
    seen=Seen.OWN,
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Stock cover")),
    export=Export(When.END),
    great=60.0,
    summed_up=True,
    sources=("stockpiles", "demand"),
)
def stock_cover(world: World, state: State, nation: int) -> Values:
    least: Values = np.minimum.reduce(material_cover(world, state, nation, slice(None)), axis=-2)
    return least


@metric(
    "NM",
    "days",
    N_("Stockpile of {material}"),
    N_("For how many days the public stockpile alone would meet the nation's use of the oxide, as it was last year."),
    good=1,
    seen=Seen.OWN,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Public stockpiles")),
    export=Export(When.END, possible.stockpiled, possible.stockpiled_good),
    sources=("stockpiles",),
)
def reserve_days(world: World, state: State, nation: int, material: int) -> Values:
    return over(state.reserve[nation, material], state.year_use[nation, material, SEPARATION]) * DAYS_A_MONTH


@metric(
    "NM",
    "days",
    N_("Firms' stocks of {material}"),
    N_("For how many days the oxide in the yards of the nation's firms would last, at the use of about the last year."),
    good=1,
    seen=Seen.OWN,
    export=Export(When.END, possible.used_oxide, possible.oxide),
    sources=("stockpiles",),
)
def commercial_days(world: World, state: State, nation: int, material: int) -> Values:
    held = state.stock[nation, material, SEPARATION]
    return over(held, state.year_use[nation, material, SEPARATION]) * DAYS_A_MONTH


@metric(
    "N",
    "share",
    N_("Unmet need"),
    N_("Part of the oxide and alloy that industry and plants asked for last month, all materials, and did not get."),
    good=-1,
    seen=Seen.OWN,
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Unmet need")),
    export=Export(When.MONTH),
    great=0.1,
    summed_up=True,
    sources=("demand", "stockpiles"),
)
def shortage(world: World, state: State, nation: int) -> Values:
    unmet = total(state.flow_unmet[nation, :, 1] + state.flow_unmet[nation, :, 2], -2)
    if not np.count_nonzero(unmet):
        return unmet
    need = total(state.flow_need[nation, :, 1] + state.flow_need[nation, :, 2], -2)
    return part_of(unmet, need)


@metric(
    "NM",
    "share",
    N_("Unmet need of {material}"),
    N_("Part of the oxide and alloy of one material that industry and plants asked for last month and did not get."),
    good=-1,
    seen=Seen.OWN,
    recorded=Recorded.SEATS,
    chart=Chart(),
    export=Export(When.MONTH, possible.used_material),
    sources=("demand", "stockpiles"),
)
def material_shortage(world: World, state: State, nation: int, material: int) -> Values:
    unmet = state.flow_unmet[nation, material, SEPARATION] + state.flow_unmet[nation, material, MAGNET]
    return part_of(unmet, state.flow_need[nation, material, SEPARATION] + state.flow_need[nation, material, MAGNET])


@metric(
    "NM",
    "share",
    N_("{material} saved for good"),
    N_(
        "Part of its usual need of the material that the nation's industry has learnt to do without, by substitution "
        "and by better use, since the match began; it never comes back."
    ),
    seen=Seen.OWN,
    export=Export(When.END, possible.used_material),
    sources=("demand", "research"),
)
def thrift(world: World, state: State, nation: int, material: int) -> Values:
    return state.thrift[nation, material]

"""Prices, outside the rival and inside."""

from __future__ import annotations

from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import INSIDE, OUTSIDE, SEPARATION, World, wide
from game.marks import N_


@metric(
    "M",
    "US$/kg",
    N_("{material} outside {rival}"),
    N_("What a kilogram of the material's oxide costs at the end of the month everywhere but in {rival}."),
    good=-1,
    key_figure=True,
    recorded=Recorded.ALL,
    chart=Chart(N_("Price of {material}")),
    export=Export(When.END),
    summed_up=True,
    sources=("market",),
)
def price(world: World, state: State, material: int) -> Values:
    return state.price[OUTSIDE, material, SEPARATION]


@metric(
    "M",
    "US$/kg",
    N_("{material} inside {rival}"),
    N_(
        "What a kilogram of the material's oxide costs at the end of the month for those who buy it in {rival} to use "
        "it there; below the price outside while controls hold the two apart."
    ),
    recorded=Recorded.ALL,
    chart=Chart(N_("Price of {material}")),
    export=Export(When.END),
    sources=("market",),
)
def price_inside(world: World, state: State, material: int) -> Values:
    return state.price[INSIDE, material, SEPARATION]


@metric(
    "M",
    "ratio",
    N_("{material} over the start"),
    N_("The oxide's price outside {rival} now, over its price when the match began."),
    good=-1,
    sources=("market",),
)
def price_ratio(world: World, state: State, material: int) -> Values:
    return state.price[OUTSIDE, material, SEPARATION] / world.market.start_price[OUTSIDE, material, SEPARATION]


@metric(
    "",
    "ratio",
    N_("Price basket"),
    N_(
        "What a kilogram of oxides, mixed as the rule set says, costs outside {rival} now, over what it cost when the "
        "match began: the market as a whole in one figure."
    ),
    good=-1,
    recorded=Recorded.ALL,
    chart=Chart(),
    export=Export(When.END),
    great=1.0,
    doubling=True,
    sources=("market",),
)
def basket(world: World, state: State) -> Values:
    parts = wide(world.market.basket)
    start = wide(world.market.start_price[OUTSIDE, :, SEPARATION])
    return total(state.price[OUTSIDE, :, SEPARATION] * parts, 0) / (parts * start).sum()


@metric(
    "M",
    "ratio",
    N_("{material}: outside over inside"),
    N_(
        "The oxide's price outside {rival} over that inside: 1 in an open market, more where export controls make the "
        "same goods dear for everybody else."
    ),
    good=-1,
    sources=("market",),
)
def wedge(world: World, state: State, material: int) -> Values:
    return state.price[OUTSIDE, material, SEPARATION] / state.price[INSIDE, material, SEPARATION]


@metric(
    "MK",
    "US$/kg",
    N_("{material} outside {rival}, {stage}"),
    N_(
        "What a kilogram of what a stage makes of the material costs at the end of the month everywhere but in {rival}."
    ),
    good=-1,
    export=Export(When.END),
    sources=("market",),
)
def price_by_good(world: World, state: State, material: int, stage: int) -> Values:
    return state.price[OUTSIDE, material, stage]


@metric(
    "MK",
    "US$/kg",
    N_("{material} inside {rival}, {stage}"),
    N_("What a kilogram of what a stage makes of the material costs at the end of the month for buyers in {rival}."),
    export=Export(When.END),
    sources=("market",),
)
def price_inside_by_good(world: World, state: State, material: int, stage: int) -> Values:
    return state.price[INSIDE, material, stage]

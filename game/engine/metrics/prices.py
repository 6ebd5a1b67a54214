"""Prices, outside the rival and inside."""

from __future__ import annotations

from game.engine import possible
from game.engine.imports import opening_prices
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import INSIDE, OUTSIDE, World, wide
from game.marks import N_


@metric(
    "G",
    "US$/kg",
    N_("{good} outside {rival}"),
    N_("What a kilogram of the good costs at the end of the month everywhere but in {rival}."),
    good=-1,
    key_figure=True,
    recorded=Recorded.ALL,
    followed=possible.headline,
    chart=Chart(N_("Price of {good}")),
    export=Export(When.END),
    summed_up=True,
    sources=("goods", "market"),
)
def price(world: World, state: State, good: int) -> Values:
    return state.price[OUTSIDE, good]


@metric(
    "G",
    "US$/kg",
    N_("{good} inside {rival}"),
    N_(
        "What a kilogram of the good costs at the end of the month for those who buy it in {rival} to use it there; "
        "below the price outside while controls hold the two apart."
    ),
    recorded=Recorded.ALL,
    followed=possible.headline,
    chart=Chart(N_("Price of {good}")),
    export=Export(When.END),
    sources=("goods", "market"),
)
def price_inside(world: World, state: State, good: int) -> Values:
    return state.price[INSIDE, good]


@metric(
    "G",
    "ratio",
    N_("{good} over the start"),
    N_("The good's price outside {rival} now, over its price when the match began."),
    good=-1,
    sources=("goods", "market"),
)
def price_ratio(world: World, state: State, good: int) -> Values:
    return state.price[OUTSIDE, good] / opening_prices(world)[good]


@metric(
    "",
    "ratio",
    N_("Price basket"),
    N_(
        "What a kilogram of {headline}, mixed as the rule set says, costs outside {rival} now, over what it cost when "
        "the match began: the market as a whole in one figure."
    ),
    good=-1,
    recorded=Recorded.ALL,
    chart=Chart(),
    export=Export(When.END),
    great=1.0,
    doubling=True,
    sources=("market:basket", "goods"),
)
def basket(world: World, state: State) -> Values:
    parts = wide(world.goods.basket)
    start = opening_prices(world)
    return total(state.price[OUTSIDE] * parts, 0) / (parts * start).sum()


@metric(
    "G",
    "ratio",
    N_("{good}: outside over inside"),
    N_(
        "The good's price outside {rival} over that inside: 1 in an open market, more where export controls make the "
        "same good dear for everybody else."
    ),
    good=-1,
    sources=("goods", "market"),
)
def wedge(world: World, state: State, good: int) -> Values:
    return state.price[OUTSIDE, good] / state.price[INSIDE, good]

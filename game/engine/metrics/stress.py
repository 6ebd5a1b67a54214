"""The stress test: how a nation would stand if nothing more came from the rival for some months."""

from __future__ import annotations

import numpy as np

from game.engine.metrics.cover import made_of
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric, over, over_goods, part_of
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.world import OUTSIDE, RELEASE_RULES, World
from game.marks import N_

_HELD_BACK = RELEASE_RULES.index("hold")


@metric(
    "N",
    "share",
    N_("Lack in a stop"),
    N_(
        "The stress test: part of the need, by value, that would go unmet if nothing came from {rival} from now on, "
        "for as long as the rule set says; {counted}. What lies in firms and in a public stockpile that may be opened "
        "meets it, what came from elsewhere in about the last year, and what is made at home of what there is."
    ),
    good=-1,
    seen=Seen.OWN,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Dependence on {rival}")),
    export=Export(When.END),
    great=0.2,
    summed_up=True,
    sources=("stockpiles", "trade", "sites"),
)
def stress(world: World, state: State, nation: int) -> Values:
    goods = world.goods.counted_goods
    need = state.year_use[nation] * state.price[OUTSIDE]
    lacking = need * (1.0 - _met(world, state, nation))
    return part_of(over_goods(lacking, goods), over_goods(need, goods))


def _met(world: World, state: State, nation: int | slice) -> Values:
    """(..., G, B) part of the use of each good that would be met over the months of a stop."""
    use, imports = state.year_use[nation], state.year_imports[nation]
    kept = state.stock[nation] + state.reserve[nation] * (state.release_rule[nation] != _HELD_BACK)[..., None, :]
    elsewhere = np.maximum(imports - state.year_rival[nation], 0.0)
    met = np.minimum(over(kept / world.stockpiles.stop_months + elsewhere, use), 1.0)
    home = np.minimum(over(state.year_output[nation], use), 1.0)
    fed = np.ones_like(home)
    for good, feeds in made_of(world):
        met[..., good, :] += home[..., good, :] * np.minimum.reduce(met.take(feeds, axis=-2), axis=-2)
        fed[..., good, :] = 0.0
    # What is dug or won from scrap needs nothing that could be stopped.
    return np.minimum(met + home * fed, 1.0)

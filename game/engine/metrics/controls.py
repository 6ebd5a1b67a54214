"""What the rival lets out and what it earns; what a nation sets against that."""

from __future__ import annotations

import numpy as np

from game.engine import bonds, possible
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import field_metric, metric, over, over_goods, part_of
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import INSIDE, OUTSIDE, RELEASE_RULES, World
from game.marks import N_


@metric(
    "N",
    "share",
    N_("Shipments cut by embargo"),
    N_("Part of the {headline} that the nation would import from {rival} that an embargo stops now, mean of all."),
    good=-1,
    recorded=Recorded.SEATS,
    chart=Chart(),
    export=Export(When.END, possible.partners),
    sources=("rival",),
)
def embargo(world: World, state: State, nation: int) -> Values:
    return _mean(world, state.embargo[INSIDE, nation])


def _mean(world: World, values: Values) -> Values:
    """Mean of `values` (..., G, B) over the goods of the headline stage."""
    goods = world.goods.of_stage(world.goods.headline)
    return over_goods(values, goods) / max(len(goods), 1)


@metric(
    "N",
    "share",
    N_("Licences approved"),
    N_("Part of the applications to export {headline} to the nation that {rival} approves now, mean of all materials."),
    good=1,
    recorded=Recorded.SEATS,
    chart=Chart(),
    export=Export(When.END, possible.partners),
    sources=("rival",),
)
def licence(world: World, state: State, nation: int) -> Values:
    return _mean(world, state.licence[INSIDE, nation])


@metric(
    "",
    "t/year",
    N_("Export quota of {rival}"),
    N_("What {rival} lets out of {headline} in a year under the quota that stands now; 0 where none stands."),
    recorded=Recorded.ALL,
    chart=Chart(N_("Exports and quota of {rival}")),
    export=Export(When.END),
    sources=("controls:quotas", "rival"),
)
def quota(world: World, state: State) -> Values:
    own = world.supply.rules["quota_zone"][0, : len(world.names.quotas)] == INSIDE
    limit = 12.0 * total(state.quota[own], 0) if np.any(own) else np.full(state.batch, np.inf)
    return np.where(np.isfinite(limit), limit, 0.0)


@metric(
    "G",
    "t/month",
    N_("Export quota for {good}"),
    N_("What {rival} lets out in a month of the good and of all that counts with it; without end where no quota is."),
    export=Export(When.END),
    sources=("controls:quotas", "rival"),
)
def quota_by_good(world: World, state: State, good: int) -> Values:
    rules, count = world.supply.rules, len(world.names.quotas)
    holds = (rules["quota_zone"][0, :count] == INSIDE) & (rules["quota_holds"][0, :count, good] > 0)
    return np.minimum.reduce(state.quota[holds], axis=0, initial=np.inf)


@metric(
    "G",
    "ratio",
    N_("Export quota used for {good}"),
    N_("What {rival} exported of the good last month, over the quota for it; 0 where none stands."),
    export=Export(When.MONTH),
    sources=("controls:quotas", "rival"),
)
def quota_used(world: World, state: State, good: int) -> Values:
    allowed = quota_by_good(world, state, good)
    return over(state.flow_exports[world.rival, good], allowed)


@metric(
    "NG",
    "share",
    N_("Embargo on {good}"),
    N_("Part of what the nation would import of the good from {rival} that an embargo stops now."),
    good=-1,
    export=Export(When.END, possible.from_rival),
    sources=("rival",),
)
def embargo_by_good(world: World, state: State, nation: int, good: int) -> Values:
    return state.embargo[INSIDE, nation, good]


@metric(
    "NG",
    "share",
    N_("Licences for {good}"),
    N_("Part of the applications to export the good to the nation that {rival} approves now."),
    good=1,
    export=Export(When.END, possible.from_rival),
    sources=("rival",),
)
def licence_by_good(world: World, state: State, nation: int, good: int) -> Values:
    return state.licence[INSIDE, nation, good]


@metric(
    "G",
    "rate",
    N_("Export tax on {good}"),
    N_("What {rival} charges at its border on the good, as a part of the price inside."),
    export=Export(When.END),
    sources=("controls:duties", "rival"),
)
def export_tax(world: World, state: State, good: int) -> Values:
    return state.export_tax[INSIDE, good]


field_metric(
    "import_tariff",
    N_("Tariff on {rival}"),
    N_("What the nation charges on everything that it imports from {rival}, over the price."),
    export=Export(When.END, possible.seats),
)
field_metric(
    "release_rule",
    N_("Stockpile release"),
    N_("When the nation's public stockpile gives something to industry: never, in a shortage, or at a high price."),
    codes=dict(enumerate(RELEASE_RULES)),
    export=Export(When.END, possible.seats),
    sources=("stockpiles",),
)


@metric(
    "NG",
    "days",
    N_("Target of the stockpile of {good}"),
    N_("How many days of use the nation means its public stockpile to hold of the good."),
    seen=Seen.OWN,
    export=Export(When.END, possible.targeted),
    sources=("stockpiles",),
)
def stockpile_target(world: World, state: State, nation: int, good: int) -> Values:
    return state.stockpile_target[nation, good]


@metric(
    "",
    "t/year",
    N_("Exports of {rival}"),
    N_("What left {rival} of {headline} last month, all materials together, times twelve."),
    recorded=Recorded.ALL,
    chart=Chart(N_("Exports and quota of {rival}")),
    export=Export(When.MONTH),
    sources=("rival", "sites"),
)
def rival_exports(world: World, state: State) -> Values:
    return 12.0 * over_goods(state.flow_exports[world.rival], world.goods.of_stage(world.goods.headline))


@metric(
    "",
    "US$ million/year",
    N_("Export earnings of {rival}"),
    N_("What left {rival} of {counted} last month, at the price outside, times twelve."),
    export=Export(When.MONTH),
    sources=("goods", "rival"),
)
def rival_revenue(world: World, state: State) -> Values:
    return 0.012 * over_goods(state.flow_exports[world.rival] * state.price[OUTSIDE], world.goods.counted_goods)


@metric(
    "",
    "share",
    N_("Share of world exports: {rival}"),
    N_("Part of the {counted} that all nations exported last month, by weight, that came from {rival}."),
    export=Export(When.MONTH),
    sources=("trade", "sites"),
)
def rival_market_share(world: World, state: State) -> Values:
    sold = over_goods(state.flow_exports, world.goods.counted_goods)
    return part_of(sold[world.rival], total(sold, 0))


@metric(
    "S",
    "share",
    N_("Output of {site} secured by {rival}"),
    N_("Part of what the mine or plant makes that {rival} has bought ahead of everybody else."),
    good=-1,
    sources=("rival", "sites"),
)
def rival_offtake(world: World, state: State, site: int) -> Values:
    return state.offtake[world.rival, site]


@metric(
    "N",
    "share",
    N_("Habit of buying from {rival}"),
    N_(
        "How much more of its imports the nation asks of {rival} than prices alone would make it, because the two work "
        "together: it grows with every month of an agreement and ends with it."
    ),
    good=-1,
    sources=("agreements",),
)
def attachment(world: World, state: State, nation: int) -> Values:
    return bonds.attachment(world, state, nation)


@metric(
    "R",
    "times",
    N_("Times that {rule} was used"),
    N_("How often a rule of the script of {rival} has fired since the match began."),
    seen=Seen.CONTROL,
    sources=("rival",),
)
def rule_count(world: World, state: State, rule: int) -> Values:
    return state.rule_count[rule]


@metric(
    "R",
    "0 or 1",
    N_("{rule} is in force"),
    N_("Whether a rule of the script of {rival} has fired and its effects go on."),
    seen=Seen.CONTROL,
    export=Export(When.END),
    sources=("rival",),
)
def rule_active(world: World, state: State, rule: int) -> Values:
    return (state.rule_left[rule] > 0).astype(np.float64)

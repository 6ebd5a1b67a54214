"""Every good of a nation in the month that has ended: where it came from and where it went."""

from __future__ import annotations

from game.engine import possible
from game.engine.hosting import by_host
from game.engine.metrics.entry import Export, Values, When
from game.engine.metrics.registry import field_metric, metric
from game.engine.state import State
from game.engine.world import World
from game.marks import N_

field_metric(
    "stock",
    N_("Stocks of {good}"),
    N_("How large the stocks of the good are that the nation's industry and plants hold at the end of the month."),
    export=Export(When.END, possible.held),
    sources=("goods",),
)


@metric(
    "NG",
    "t",
    N_("{good} at works"),
    N_("What mines and plants of the nation have made of the good and not sold at the end of the month."),
    export=Export(When.END, possible.at_works),
    sources=("sites",),
)
def yard(world: World, state: State, nation: int, good: int) -> Values:
    return by_host(world, state.seen("yard", "SG"))[nation, good]


field_metric(
    "reserve",
    N_("Public stockpile of {good}"),
    N_("What lies of the good in the nation's public stockpile at the end of the month."),
    export=Export(When.END, possible.stockpiled),
    sources=("stockpiles",),
)
field_metric(
    "flow_need",
    N_("Need of {good}"),
    N_("What industry asked for of the good last month, and what plants took in of it."),
    export=Export(When.MONTH, possible.needed),
    sources=(
        "sectors",
        "activity",
    ),
)
field_metric(
    "flow_use",
    N_("Use of {good}"),
    N_("What industry used of the good last month, and what plants took in of it, with losses."),
    export=Export(When.MONTH, possible.needed),
    sources=(
        "sectors",
        "activity",
    ),
)
field_metric(
    "flow_unmet",
    N_("Unmet need of {good}"),
    N_("What industry asked for of the good last month and did not get."),
    good=-1,
    export=Export(When.MONTH, possible.needed),
    sources=("sectors", "activity", "stockpiles"),
)
field_metric(
    "flow_refused",
    N_("Refused by {rival}: {good}"),
    N_("What the nation asked {rival} for of the good last month and its controls kept back."),
    good=-1,
    export=Export(When.MONTH, possible.from_rival),
    sources=("rival",),
)
field_metric(
    "flow_production",
    N_("Production of {good}"),
    N_("What the nation's mines or plants made of the good last month, without what comes from scrap."),
    export=Export(When.MONTH, possible.made),
    sources=("sites",),
)
field_metric(
    "flow_recycled",
    N_("{good} from scrap"),
    N_("What the nation's recycling plants won of the good from scrap last month."),
    export=Export(When.MONTH, possible.recycled),
    sources=("trade:collected", "goods"),
)
field_metric(
    "flow_release",
    N_("{good} released from the stockpile"),
    N_("What the nation's public stockpile gave of the good to industry, at home and of partners, last month."),
    export=Export(When.MONTH, possible.released),
    sources=("stockpiles",),
)
field_metric(
    "flow_purchase",
    N_("{good} bought into the stockpile"),
    N_("What the nation's public stockpile bought of the good last month, from whomever."),
    export=Export(When.MONTH, possible.stockpiled),
    sources=("stockpiles",),
)
field_metric(
    "flow_imports",
    N_("Imports of {good}"),
    N_("What came into the nation of the good last month, from all origins."),
    export=Export(When.MONTH, possible.imported),
    sources=("trade",),
)
field_metric(
    "flow_exports",
    N_("Exports of {good}"),
    N_("What left the nation of the good last month, wherever it went."),
    export=Export(When.MONTH, possible.held),
    sources=("trade",),
)


@metric(
    "NG",
    "t/month",
    N_("Plants' intake of {good}"),
    N_("The part of last month's use of the good that plants took in, to make that of the next stage."),
    export=Export(When.MONTH, possible.fed),
    sources=("sites",),
)
def flow_feed(world: World, state: State, nation: int, good: int) -> Values:
    taken: Values = state.handed("taken", "NG")[nation, good]
    return taken


@metric(
    "NXG",
    "t/month",
    N_("Imports of {good}, from {origin}"),
    N_("What came into the nation of the good last month from one group of exporting nations."),
    export=Export(When.MONTH, possible.imported_from),
    sources=("trade",),
)
def flow_imports_from(world: World, state: State, nation: int, origin: int, good: int) -> Values:
    return state.bought_from(origin)[nation, good] * possible.foreign(world)[nation, origin][..., None]

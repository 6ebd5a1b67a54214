"""The kinds of file that tell of goods and processes, by the names of their files."""

from __future__ import annotations

from game.content.models.entry import Document
from game.content.models.nations import Nations
from game.content.models.ruleset import RuleSet
from game.content.models.supply.activity import Activity
from game.content.models.supply.controls import Controls
from game.content.models.supply.goods import Goods
from game.content.models.supply.market import Market
from game.content.models.supply.processes import Processes
from game.content.models.supply.sectors import Sectors
from game.content.models.supply.sites import Sites
from game.content.models.supply.trade import Trade
from game.content.models.supply.zones import Zones

FILES: dict[str, type[Document]] = {
    "ruleset": RuleSet,
    "nations": Nations,
    "goods": Goods,
    "processes": Processes,
    "sites": Sites,
    "activity": Activity,
    "sectors": Sectors,
    "zones": Zones,
    "trade": Trade,
    "market": Market,
    "controls": Controls,
}
OPTIONAL = ("controls",)

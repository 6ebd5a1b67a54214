"""The variables of the monthly table: metrics of the engine, and of what each is given."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from game.engine.metrics import METRICS, argument_axis
from game.engine.state import BANKRUPT, CARE, DONE, FAILED, IDLE, OPERATING, shape
from game.engine.world import PHASES, POSTURES, RELEASE_RULES, SEPARATION, World
from game.reports import possible, tidy
from game.session.keys import Key

MONTH, END = "month", "end"
"""Whether a value is of the whole month, or what stands at its end."""

_BUILT = {0: "not built", OPERATING: "operating", CARE: "care and maintenance", BANKRUPT: "bankrupt"}
_PROJECT = {IDLE: "idle", **dict(enumerate(PHASES)), DONE: "done", FAILED: "failed"}


@dataclass(frozen=True)
class Variable:
    """A metric in the table."""

    metric: str
    when: str
    """`MONTH` or `END`."""
    cells: Callable[[World], possible.Cells] = possible.everything
    """What can ever be anything else than nothing, along the axes of the metric."""
    good: Callable[[World], int] | None = None
    """The stage of what it counts, where that is no argument of the metric."""
    words: Mapping[int, str] = field(default_factory=dict)
    """What a code means."""

    def keys(self, world: World) -> Iterator[Key]:
        """The metric with each choice of arguments that has rows."""
        axes = METRICS[self.metric].axes
        names = [getattr(world.names, argument_axis(axis)) for axis in axes]
        given = np.broadcast_to(self.cells(world), shape(world, axes))
        for place, arguments in zip(np.ndindex(given.shape), itertools.product(*names), strict=True):
            if given[place]:
                yield (self.metric, *arguments)

    def columns(self, world: World, key: Key) -> dict[str, str]:
        """Column and identifier of all that a value of `key` is of: the host and the stage of a site included."""
        names, sites = world.names, world.sites
        found = dict(zip(tidy.columns_of(self.metric), key[1:], strict=True))
        if "project" in found:
            found["site"] = names.sites[world.projects.site[names.index("projects", found["project"])]]
        if "site" in found:
            site = names.index("sites", found["site"])
            found.setdefault("nation", names.nations[sites.host[site]])
            found["stage"] = names.stages[sites.stage[site]]
        if self.good is not None:
            found["stage"] = names.stages[self.good(world)]
        return found


def _oxide(world: World) -> int:
    del world
    return SEPARATION


def _stockpiled(world: World) -> int:
    return world.stockpiles.stage


def _given(when: str, cells: Callable[[World], possible.Cells], *metrics: str) -> Iterator[Variable]:
    return (Variable(metric, when, cells) for metric in metrics)


VARIABLES: tuple[Variable, ...] = (
    # goods
    *_given(MONTH, possible.needed, "flow_need", "flow_use", "flow_unmet"),
    Variable("flow_imports", MONTH, possible.imported),
    Variable("flow_feed", MONTH, possible.fed),
    Variable("flow_production", MONTH, possible.made),
    Variable("flow_recycled", MONTH, possible.recycled, good=_oxide),
    Variable("flow_imports_from", MONTH, possible.imported_from),
    Variable("flow_exports", MONTH, possible.held),
    Variable("flow_purchase", MONTH, possible.stockpiled, good=_stockpiled),
    Variable("flow_release", MONTH, possible.stockpiled, good=_stockpiled),
    Variable("stock", END, possible.held),
    Variable("reserve", END, possible.stockpiled, good=_stockpiled),
    Variable("commercial_days", END, possible.used_oxide, good=_oxide),
    Variable("reserve_days", END, possible.stockpiled, good=_stockpiled),
    Variable("stockpile_target", END, possible.targeted, good=_stockpiled),
    Variable("release_rule", END, possible.seats, words=dict(enumerate(RELEASE_RULES))),
    *_given(END, possible.used_material, "material_cover", "thrift"),
    Variable("material_shortage", MONTH, possible.used_material),
    # prices
    *_given(END, possible.everything, "price_by_good", "price_inside_by_good", "price", "price_inside", "basket"),
    # sites and projects
    Variable("site_made", MONTH, possible.goods_of_site),
    *_given(END, possible.everything, "capacity", "site_cash"),
    Variable("site_status", END, words=_BUILT),
    Variable("promised", END, possible.promised),
    Variable("project_phase", END, words=_PROJECT),
    # the rival
    *_given(END, possible.everything, "quota_by_good", "export_tax", "quota", "rule_active"),
    *_given(MONTH, possible.everything, "quota_used", "rival_exports", "rival_revenue", "rival_market_share"),
    *_given(END, possible.from_rival, "embargo_by_good", "licence_by_good"),
    Variable("flow_refused", MONTH, possible.from_rival),
    *_given(END, possible.partners, "embargo", "licence", "tension", "import_share", "bottleneck"),
    # nations
    *_given(MONTH, possible.sectors, "activity", "industry_output", "lost_output"),
    Variable("sector_exports", MONTH, possible.exporting),
    Variable("exports_to", MONTH, possible.sold_to),
    Variable("export_tariff", END, possible.sold_to),
    *_given(
        MONTH, possible.everything, "jobs_lost", "gdp_loss_month", "import_bill", "shortage", "demand", "recycled_share"
    ),
    *_given(
        END, possible.everything, "gdp_loss", "approval", "reputation", "fear", "imports", "stock_cover", "readiness"
    ),
    *_given(END, possible.seats, "budget", "spent", "capital", "import_tariff"),
    Variable("posture", END, possible.seats, words=dict(enumerate(POSTURES))),
    # the world
    *_given(END, possible.everything, "mine_share", "separation_share", "concentration", "world_output"),
)

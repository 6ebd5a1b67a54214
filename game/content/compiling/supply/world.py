"""The rule set as the record that a match never writes to."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.content.compiling.supply import habits, users
from game.content.compiling.supply.frame import WORLD, YEAR, Frame
from game.content.models.supply.goods import Good, Goods
from game.content.models.supply.market import BEHAVIOUR, Market
from game.content.models.supply.processes import Processes
from game.content.models.supply.sites import Sites
from game.content.models.supply.trade import Trade
from game.content.models.supply.zones import Zones
from game.economy.axes import SIZES
from game.economy.fields import layout
from game.economy.lists import make_lists
from game.economy.small import FREE
from game.economy.world import World


def world(frame: Frame) -> Any:
    """Compile the records of `frame`, which must have been checked."""
    w = np.zeros(1, layout(World))[0]
    behaviour, names = frame.need(Market).market, frame.names
    for name in BEHAVIOUR:
        w[name] = behaviour.number(name)
    for axis in ("nations", "goods", "sites", "zones", "origins", "sectors", "quotas"):
        w[axis] = len(getattr(names, axis))
    w["months"] = SIZES["Month"]
    _nations(frame, w)
    _goods(frame, w)
    _sites(frame, w)
    _costs(frame, w)
    users.sectors(frame, w)
    habits.habits(frame, w)
    _contracts(frame, w)
    _quotas(frame, w)
    make_lists(w)
    return w


def _nations(frame: Frame, w: Any) -> None:
    trade, names = frame.need(Trade), frame.names
    within = {name: zone for zone, entry in frame.need(Zones).zones.items() for name in entry.members}
    for x, origin in enumerate(names.origins):
        for name in trade.origins[origin]:
            n, zone = names.nations.index(name), names.zones.index(within.get(name, WORLD))
            w["zone"][n], w["origin"][n], w["origin_zone"][x] = zone, x, zone
    w["collected"][: len(names.nations)] = frame.by_nation(trade.collected)


def _goods(frame: Frame, w: Any) -> None:
    w["returns"] = -1
    w["life_months"] = 1.0
    for g, good in enumerate(frame.need(Goods).goods.values()):
        for name in ("cover", "yard_cover", "finish", "thriftable"):
            w[name][g] = getattr(good, name).value
        w["local"][g] = good.local
        _thrift(w, g, good)
        if good.becomes is not None:
            w["returns"][g] = frame.names.goods.index(good.becomes.good)
            w["returned"][g], w["life_months"][g] = good.becomes.returned.value, good.becomes.life.value


def _thrift(w: Any, g: int, good: Good) -> None:
    """What a price teaches users of a good to do without; nothing where nothing is written."""
    thrift = good.thrift
    w["thrift_price"][g] = (thrift.usual if thrift else good.price).value
    w["thrift_choke"][g] = thrift.choke.value if thrift and thrift.choke else FREE
    if thrift:
        w["thrift_elasticity"][g], w["thrift_most"][g] = thrift.elasticity.value, thrift.most.value


def _sites(frame: Frame, w: Any) -> None:
    record, recipes, names = frame.need(Sites), frame.need(Processes).processes, frame.names
    for i, site in enumerate(record.sites.values()):
        w["host"][i], w["run_cost"][i] = names.nations.index(site.host), site.cost.value
        w["lead_months"][i] = (site.lead_months or record.building.lead_months).value
        w["invests"][i] = (site.invests or record.building.invests).value / YEAR
        w["ceiling"][i] = FREE if site.ceiling is None else frame.steps(site.ceiling) / YEAR
        w["opened"][i, 1:] = np.diff(frame.steps(site.capacity)) / YEAR
        recipe = recipes[site.process]
        for g, good in enumerate(names.goods):
            w["takes"][i, g], w["makes"][i, g] = recipe.takes.at(good), recipe.makes.at(good)


def _costs(frame: Frame, w: Any) -> None:
    """Index of what running costs, by zone and month."""
    w["cost_index"] = 1.0
    for zone, series in frame.controls().costs.items():
        w["cost_index"][frame.names.zones.index(zone)] = frame.steps(series)


def _contracts(frame: Frame, w: Any) -> None:
    names, contracts = frame.names, frame.need(Trade).contracts
    w["contracts"] = len(contracts)
    for k, contract in enumerate(contracts):
        w["contract_site"][k] = names.sites.index(contract.seller)
        w["contract_good"][k] = names.goods.index(contract.good)
        w["contract_buyer"][k] = names.nations.index(contract.buyer)
        w["contract_share"][k] = contract.share.value


def _quotas(frame: Frame, w: Any) -> None:
    for q, quota in enumerate(frame.controls().quotas.values()):
        w["quota_zone"][q] = frame.names.zones.index(quota.zone)
        for good in quota.goods:
            w["quota_holds"][q, frame.names.goods.index(good)] = 1.0

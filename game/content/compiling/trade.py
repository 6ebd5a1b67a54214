"""The economy's records, the goods by which figures count, and public stockpiles."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.content.compiling.frame import Frame
from game.content.compiling.supply.frame import YEAR
from game.content.compiling.supply.start import start
from game.content.compiling.supply.world import world
from game.content.models import stockpiles as stockpiles_format
from game.content.models.entry import EVERYTHING
from game.content.models.projects import Projects
from game.content.models.research import Research
from game.content.models.scenario import Scenario
from game.content.models.supply.market import Market
from game.content.models.supply.sites import Sites
from game.content.resting import at_rest
from game.engine.world import Array, Goods, Stockpiles, Supply


def supply(frame: Frame, base_tax: Array, held: Array) -> Supply:
    """The rule set's goods, processes and markets, and the month at rest in which a match begins.

    `base_tax` (T, Z, G) are the duties that stand: of those of the first month the world is at rest, and with what is
    `held` (S, N) of the output of sites.
    """
    record = world(frame.supply)
    rules = np.zeros(1, record.dtype)
    rules[0] = record
    _foretold(frame, rules[0]["activity"])
    begun = start(frame.supply, rules[0])
    zones, goods = base_tax.shape[1:]
    begun["duty"][:, :zones, :goods] = base_tax[0]
    begun["hindered"][0, : len(frame.names.sites)] = _unready(frame)
    begun["capacity"][0, : len(frame.names.sites)] += _completed(frame)
    begun["offtake"][0, : held.shape[0], : held.shape[1]] = held
    return Supply(rules=rules, start=at_rest(rules, begun))


def _foretold(frame: Frame, activity: Array) -> None:
    """Multiply activity (N, J, months) by what the scenario says of it; its last month's index goes on."""
    indices = frame.manuscript.get(Scenario, "scene")
    months = min(frame.calendar.months, activity.shape[-1])
    for nation, sectors in (indices.activity if indices else {}).items():
        for sector, series in sectors.items():
            index = frame.series(series)[:months]
            nations = slice(None) if nation == EVERYTHING else frame.at("nations", nation)
            used = slice(None) if sector == EVERYTHING else frame.at("sectors", sector)
            activity[nations, used, :months] *= index
            activity[nations, used, months:] *= index[-1]


def _unready(frame: Frame) -> Array:
    """(S,) 1 for a site whose host lacks at the start the research without which it cannot run."""
    readiness = frame.manuscript.need(Research).readiness
    sites = frame.manuscript.need(Sites).sites
    waits = [
        entry.needs is not None and (readiness.at(entry.host, entry.needs.line) or 0.0) < entry.needs.level
        for entry in (sites[name] for name in frame.names.sites)
    ]
    return np.array(waits, dtype=np.float64)


def _completed(frame: Frame) -> Array:
    """(S,) t/month that projects have added to sites before the start."""
    found = np.zeros(len(frame.names.sites))
    scenario, projects = frame.manuscript.get(Scenario, "scene"), frame.manuscript.need(Projects).projects
    for name, begun in scenario.begun.items() if scenario else ():
        if begun.phase == "done":
            project = projects[name]
            found[frame.at("sites", project.site)] += project.capacity.value / YEAR
    return found


def goods(frame: Frame, supply: Supply) -> Goods:
    """Material and stage of each good, and the stages that count; the basket as written, or as the world uses it."""
    record = frame.manuscript.need(Market)
    if record.basket is not None:
        parts = frame.grid(record.basket, "goods")
    else:
        use = supply.start["usual_use"][0, :, : len(frame.names.goods)].sum(axis=0)
        parts = use * (frame.goods.stage == frame.goods.headline)
    return replace(frame.goods, basket=parts / max(float(parts.sum()), 1e-9))


def stockpiles(frame: Frame) -> Stockpiles:
    """Public stockpiles."""
    record = frame.manuscript.need(stockpiles_format.Stockpiles)
    return Stockpiles(
        goods=frame.mask("goods", record.goods),
        reserve=frame.grid(record.reserve, "nations", "goods"),
        target=frame.grid(record.target, "nations", "goods"),
        pace=frame.grid(record.pace, "nations"),
        storage_cost=record.storage_cost.value,
        stop_months=record.stop_months.value,
    )

"""The whole world from its parts."""

from __future__ import annotations

from game.content.compiling import environment, industry, politics, script, trade
from game.content.compiling.frame import Frame
from game.engine.world import World


def world(frame: Frame) -> World:
    """Compile the records of `frame`, which must have been checked."""
    demand = industry.demand(frame, trade.prices(frame, "reference"))
    economy = politics.economy(frame)
    incidents = script.incidents(frame, economy.exports)
    return World(
        names=frame.names,
        calendar=frame.calendar,
        seats=len(frame.seat_names),
        goods=frame.goods,
        rival=frame.rival,
        demand=demand,
        sites=industry.sites(frame),
        projects=industry.projects(frame),
        finance=industry.finance(frame),
        stockpiles=trade.stockpiles(frame),
        market=trade.market(frame, demand.base[0]),
        research=politics.research(frame),
        recycling=trade.recycling(frame),
        diplomacy=politics.diplomacy(frame),
        agreements=politics.agreements(frame, economy.exports, incidents),
        rival_rules=script.rival_rules(frame),
        economy=economy,
        environment=environment.environment(frame),
        score=script.score(frame),
        incidents=incidents,
    )

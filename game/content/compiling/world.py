"""The whole world from its parts."""

from __future__ import annotations

from game.content.compiling import environment, industry, politics, script, trade
from game.content.compiling.frame import Frame
from game.engine.world import World


def world(frame: Frame) -> World:
    """Compile the records of `frame`, which must have been checked."""
    economy = politics.economy(frame)
    incidents = script.incidents(frame, economy.exports)
    rules = script.rival_rules(frame)
    supply = trade.supply(frame, rules.base_tax)
    return World(
        names=frame.names,
        goods=trade.goods(frame, supply),
        calendar=frame.calendar,
        seats=len(frame.seat_names),
        rival=frame.rival,
        supply=supply,
        sites=industry.sites(frame, supply),
        projects=industry.projects(frame),
        finance=industry.finance(frame),
        stockpiles=trade.stockpiles(frame),
        research=politics.research(frame),
        diplomacy=politics.diplomacy(frame),
        agreements=politics.agreements(frame, economy.exports, incidents),
        rival_rules=rules,
        economy=economy,
        environment=environment.environment(frame),
        news=script.news(frame),
        score=script.score(frame),
        incidents=incidents,
    )

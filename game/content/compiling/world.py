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
    projects, finance = industry.projects(frame), industry.finance(frame)
    supply = trade.supply(frame, rules.base_tax, industry.held(frame, projects, finance))
    return World(
        names=frame.names,
        goods=trade.goods(frame, supply),
        calendar=frame.calendar,
        seats=len(frame.seat_names),
        rival=frame.rival,
        supply=supply,
        sites=industry.sites(frame, supply),
        projects=projects,
        finance=finance,
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

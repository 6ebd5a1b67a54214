"""What standing policies will cost until the turn ends, at today's prices: the bills of its months, foretold."""

from __future__ import annotations

from game.engine.phases import accounts, diplomacy, economy, stockpiles
from game.engine.phases.economy import A_QUARTER, MILLION_A_TONNE, Line
from game.engine.state import State
from game.engine.world import OUTSIDE, World


def bills(world: World, state: State) -> list[Line]:
    """Lines of what the policies of the seats cost in a turn, US$ million.

    Stockpiles buy what they mean to, at today's price; sites sell what they sold last month.
    """
    seats, months, names = slice(0, world.seats), world.calendar.turn_months, world.names
    stored = economy.storage(world, state)
    bought = stockpiles.planned(world, state, seats, state.stockpile_target[seats], state.stockpile_pace[seats], months)
    price = state.price[OUTSIDE] * MILLION_A_TONNE
    _, floors = accounts.guaranteed(world, state, state.price_floor[seats], state.site_floor)
    quarters = months / A_QUARTER
    kept = economy.upkeep(world, state, diplomacy.in_force(world, state))
    return [
        Line("research", state.research_rate[seats] * (months / 12.0), names.lines),
        Line("purchase", bought * price, names.goods),
        Line("storage", stored * quarters),
        *(Line(line.cause, line.due * quarters) for line in kept),
        Line("floor", floors * float(months), names.sites),
    ]

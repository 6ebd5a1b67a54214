"""What the month costs nations: output lost for want of goods and of export markets, and dear imports."""

from __future__ import annotations

from game.engine import lost
from game.engine.imports import dear_imports
from game.engine.month import Month
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World


def advance(world: World, state: State, month: Month) -> None:
    """Add up what the month costs each nation; what its sectors lose is set as the economy plays."""
    terms, cost = month.events.terms, month.books.loss
    terms.add("gdp_loss", "lost_output", cost)
    if month.exports_lost is not None:
        month.exports_gdp = total(month.exports_lost * lost.output(world), 1) * world.economy.exports.value_added
        terms.add("gdp_loss", "foreign_tariff", month.exports_gdp)
        cost = cost + month.exports_gdp
    dearer = dear_imports(world, state)
    terms.add("gdp_loss", "dear_imports", dearer)
    state.flow_gdp = cost + dearer
    state.gdp_loss += state.flow_gdp

"""The economy plays its month: goods are made, traded, stored and used, and prices form.

The phases of `game.economy` do it, in plain Python until machine code is there; both give the same, bit for bit.
"""

from __future__ import annotations

from game.economy import machine
from game.economy.play import play
from game.engine.month import Before, Month
from game.engine.phases import supply_news
from game.engine.phases.books import keep_books
from game.engine.state import State
from game.engine.world import World

YEAR = 1.0 / 12.0
"""Part of the way that a year's running mean moves in a month."""


def advance(world: World, state: State, month: Month) -> None:
    """Play the month, and keep the books of every nation's goods."""
    month.before = Before(state, watched=month.events.watched)
    play(world.supply.rules[0], state.supply, 1, fast=machine.ready(), noted=state.played)
    keep_books(world, state, YEAR)
    if month.events.watched:
        supply_news.tell(world, state, month)

"""One month: the phases in order. This file is the table of contents of the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.engine.events import Events
from game.engine.month import Month
from game.engine.phases import (
    accounts,
    diplomacy,
    economy,
    environment,
    exports,
    govern,
    incidents,
    losses,
    pledges,
    projects,
    research,
    rival,
    score,
    stockpiles,
    supply,
    workforce,
)
from game.engine.script import Script
from game.engine.state import State
from game.engine.world import World

PHASES: tuple[Callable[[World, State, Month], None], ...] = (
    incidents.advance,
    rival.advance,
    diplomacy.advance,
    workforce.advance,
    projects.advance,
    environment.advance,
    research.advance,
    exports.advance,
    govern.advance,
    supply.advance,
    stockpiles.settle,
    accounts.advance,
    losses.advance,
    economy.advance,
    pledges.advance,
    score.advance,
)
"""The phases of a month, in order."""


def step(
    world: World,
    state: State,
    events: Events,
    script: Script | None = None,
    led: Mapping[int, bool] | None = None,
) -> None:
    """Advance every match of `state` by one month, in place; with a `script`, what it tells follows it.

    `led` are rules of the rival on which a person decides, and whether they come when their condition holds.
    """
    month = Month(state, events, script, led)
    for advance in PHASES:
        advance(world, state, month)
    state.month += 1


def begin_turn(world: World, state: State, events: Events) -> None:
    """Open a turn, before its orders: incomes arrive and yearly limits start anew."""
    economy.begin_turn(world, state, events)

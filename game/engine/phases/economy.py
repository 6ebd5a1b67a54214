"""Economy: incomes at the start of a turn, running costs quarter by quarter, and the approval of governments.

Only seats keep a budget: what other nations spend is no part of the model.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.events import Events
from game.engine.month import Month
from game.engine.phases.diplomacy import Pacts
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import OUTSIDE, World, wide

Array = NDArray[np.float64]

MILLION_A_TONNE = 1e-3
"""US$ million for a tonne at 1 US$/kg."""

A_QUARTER = 3
"""Months after which running costs are paid."""

NOTICED = 0.01
"""Part of a bill that must be left unpaid before anybody takes note."""


def begin_turn(world: World, state: State, events: Events) -> None:
    """Incomes of a new turn. A government earns political capital in proportion to its approval."""
    del events
    economy = world.economy
    state.budget += wide(economy.income)
    standing = state.approval / max(economy.approval_rest, 0.01)
    state.capital += wide(economy.capital_income) * standing - world.diplomacy.posture_capital[state.posture]
    np.maximum(state.capital, 0.0, out=state.capital)
    # What an agency took on above a turn's worth is work for the next: two a year can be vetted in turns of a quarter.
    if np.count_nonzero(state.vetted):
        np.maximum(state.vetted - wide(world.finance.vetting), 0.0, out=state.vetted)


def pay(world: World, state: State, month: Month, due: Array) -> Array | None:
    """Charge the seats `due` US$ million, (H, B), as far as their budgets reach.

    Returns:
        The part of its bill that each seat paid, (H, B); None when all paid in full.
    """
    budget, spent = state.budget[: world.seats], state.spent[: world.seats]
    if not np.count_nonzero(due > budget):
        budget -= due
        spent += due
        return None
    paid = np.minimum(due, budget)
    budget -= paid
    spent += paid
    short = due - paid
    for seat in np.flatnonzero(short.any(axis=1)).tolist():
        felt = short[seat] > NOTICED * due[seat]
        month.events.add("budget_short", state.month, felt, actor=seat, amount=short[seat])
    return paid / np.where(due > 0.0, due, 1.0) + (due <= 0.0)


def advance(world: World, state: State, month: Month) -> None:
    """Pay for stored goods and agreements in force, at the end of each quarter; move approval."""
    if (state.month + 1) % A_QUARTER == 0:
        bill = _storage(world, state)
        if month.pacts is not None:
            _add_agreements(world, month.pacts, bill)
        pay(world, state, month, bill)
    _approve(world, state, month)


def _storage(world: World, state: State) -> Array:
    """What a quarter's storage costs each seat, (H, B) US$ million."""
    stage = world.stockpiles.stage
    value = state.reserve[: world.seats] * state.price[OUTSIDE, :, stage]
    return total(value, 1) * (MILLION_A_TONNE * world.stockpiles.storage_cost * A_QUARTER / 12.0)


def _add_agreements(world: World, pacts: Pacts, bill: Array) -> None:
    """Add what a quarter of the agreements in force costs each party that is a seat."""
    cost = (world.agreements.cost * A_QUARTER / 12.0).tolist()
    for kind, one, where in zip(pacts.kind, pacts.one, pacts.where, strict=True):
        if one < world.seats and cost[kind] > 0.0:
            bill[one] += cost[kind] * where


@derived
def _approval_lost(world: World) -> Array:
    """(N, 1) approval lost for 1 US$ million of output lost in a month."""
    economy = world.economy
    one_per_cent = economy.gdp * 1000.0 / 12.0 / 100.0
    return wide(economy.approval_gdp / np.maximum(one_per_cent, 1e-6))


@derived
def _approval_pull(world: World) -> Array:
    """(postures,) approval gained in a month by posture, and by the pull of the level of rest."""
    economy = world.economy
    return world.diplomacy.posture_approval + economy.approval_rest / economy.approval_months


def _approve(world: World, state: State, month: Month) -> None:
    economy = world.economy
    approval = state.approval * (1.0 - 1.0 / economy.approval_months)
    approval += _approval_pull(world).take(state.posture)
    if np.count_nonzero(state.flow_gdp):
        approval -= state.flow_gdp * _approval_lost(world)
    if month.exports_lost is not None:
        # For what a foreign tariff takes, voters blame the foreigner first.
        approval += month.exports_gdp * _approval_lost(world) * (1.0 - economy.exports.blame)
    if np.count_nonzero(state.import_tariff):
        approval -= state.import_tariff * economy.tariff_approval
    approval.clip(0.0, 1.0, state.approval)

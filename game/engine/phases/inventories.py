"""Inventories: use, what is left in the warehouses, and the fear that makes firms hoard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.layout import NEGLIGIBLE, layout
from game.engine.phases import stockpiles
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import SEPARATION, World

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

YEAR = 1.0 / 12.0
"""Part of the way that a year's running mean moves in a month."""

BITES = 0.1
"""Part of what is asked of the rival that controls must refuse before it is news."""


def advance(world: World, state: State, month: Month) -> None:
    """Use goods, fill public stockpiles, keep the books, and move fear and wariness."""
    left = state.stock + month.supply
    left -= month.feed_drawn
    left += month.imports
    left -= month.sent
    np.maximum(left, 0.0, out=left)
    month.used = np.minimum(month.industry, left)
    left -= month.used
    _store(world, state, month, left)
    state.stock = left
    if month.events.watched and month.refused.any():
        _tell(world, state, month)
    _keep_books(state, month)
    _feel(world, state, month)


def _store(world: World, state: State, month: Month, left: Array) -> None:
    """Put what the state could buy into its stockpile: it gets its share of what was delivered, like any buyer."""
    bought = None
    if month.purchase_wanted is not None:
        stage = world.stockpiles.stage
        bought = month.unfilled[:, :, stage] / (month.import_need[:, :, stage] + NEGLIGIBLE)
        np.subtract(1.0, bought, out=bought)
        bought *= month.purchase_wanted
        np.maximum(bought, 0.0, out=bought)
        np.minimum(bought, left[:, :, stage], out=bought)
        left[:, :, stage] -= bought
    stockpiles.settle(world, state, month, bought)


def _keep_books(state: State, month: Month) -> None:
    state.flow_need = month.industry + month.feed_drawn
    state.flow_use = month.used + month.feed_drawn
    month.unmet = state.flow_unmet = month.industry - month.used
    state.flow_production = month.production
    state.flow_imports, state.flow_exports, state.flow_origin = month.imports, month.sent, month.origin
    state.flow_refused = month.refused
    state.flow_recycled = np.zeros(state.reserve.shape) if month.recycled is None else month.recycled
    state.site_output = month.output
    for mean, flow in (
        (state.year_imports, month.imports),
        (state.year_rival, month.origin[0]),
        (state.year_use, state.flow_use),
        (state.year_output, month.production),
    ):
        np.multiply(mean, 1.0 - YEAR, out=mean)
        np.add(mean, flow * YEAR, out=mean)


def _feel(world: World, state: State, month: Month) -> None:
    """Fear grows with what is refused or lacking and with rising prices, and fades; wariness fades slowly."""
    piles, market = world.stockpiles, world.market
    hurt = month.refused + month.unmet
    struck = _struck(state, hurt) if hurt.any() else None
    rise = np.maximum(state.price_trend[:, :, SEPARATION], 0.0)
    jump = total(rise, 1)[layout(world).nation_zone]
    jump *= piles.fear_from_price / rise.shape[1]
    if struck is not None:
        jump += struck * piles.fear_from_control
    fading = jump + piles.fear_decay
    fading *= state.fear
    jump -= fading
    state.fear += jump
    np.minimum(state.fear, 1.0, out=state.fear)
    if struck is not None:
        struck *= market.wariness_gain
        struck *= 1.0 - state.wariness
        state.wariness += struck
    state.wariness *= 1.0 - market.wariness_decay


def _struck(state: State, hurt: Array) -> Array:
    """Part of a nation's need that is refused or lacking, mean over materials, (N, B)."""
    hurt /= state.flow_need + NEGLIGIBLE
    struck = total(total(hurt[:, :, SEPARATION:], 2), 1)
    struck *= 1.0 / hurt.shape[1]
    return np.minimum(struck, 1.0, out=struck)


def _tell(world: World, state: State, month: Month) -> None:
    """Record where controls begin to bite and where prices take off."""
    asked = month.refused + month.origin[0] + NEGLIGIBLE
    bites = (month.refused > BITES * asked) & (
        state.flow_refused <= BITES * (state.flow_refused + state.flow_origin[0])
    )
    bites &= month.refused > BITES * 0.1 * (month.industry + NEGLIGIBLE)
    for nation, material, stage in np.argwhere(bites.any(axis=-1)).tolist():
        if nation < world.seats:
            month.events.add(
                "control_bites",
                state.month,
                bites[nation, material, stage],
                actor=world.rival,
                target=nation,
                item=material,
                amount=month.refused[nation, material, stage],
                cause=_cause(world, state),
            )


def _cause(world: World, state: State) -> str:
    """The rule of the rival that fired last and still acts, or the market where only the base quota stands."""
    acting = np.where((state.rule_left > 0.0).any(axis=-1), state.rule_fired.max(axis=-1, initial=-1), -1)
    return f"rule:{world.names.rules[int(acting.argmax())]}" if acting.size and acting.max() >= 0 else "market"

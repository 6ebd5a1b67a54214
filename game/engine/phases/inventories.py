"""Inventories: use, what is left in the warehouses, and the fear that makes firms hoard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE, layout
from game.engine.phases import stockpiles
from game.engine.state import FEAR, FROM_RIVAL, IMPORTS, OUTPUT, REQUESTS, STACKS, USE, State
from game.engine.summation import total
from game.engine.world import MAGNET, SEPARATION, World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

YEAR = 1.0 / 12.0
"""Part of the way that a year's running mean moves in a month."""

BITES = 0.1
"""Part of what is asked of the rival that controls must refuse before it is news."""


def advance(world: World, state: State, month: Month) -> None:
    """Use goods, fill public stockpiles, keep the books, and move fear and wariness."""
    imports = month.flows[IMPORTS]
    imports += month.import_need
    imports -= month.unfilled
    left = month.held + imports
    left -= month.sent
    np.maximum(left, 0.0, out=left)
    month.used = np.minimum(month.industry, left)
    left -= month.used
    _store(world, state, month, left)
    state.stock = left
    if month.events.watched and np.count_nonzero(month.refused):
        _tell(world, state, month)
    _keep_books(world, state, month)
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


def _keep_books(world: World, state: State, month: Month) -> None:
    """Remember the month's flows, and move the running means toward them."""
    flows = month.flows
    np.add(month.used, month.feed_drawn, out=flows[USE])
    state.flow_imports, state.flow_use, state.flow_production = flows[IMPORTS], flows[USE], flows[OUTPUT]
    state.flow_need = month.industry + month.feed_drawn
    month.unmet = state.flow_unmet = month.industry - month.used
    state.flow_exports, state.flow_refused = month.sent, month.refused
    state.flow_recycled = np.zeros(state.reserve.shape) if month.recycled is None else month.recycled
    state.site_output = month.output
    change = flows - state.means
    change *= _pace(world)
    state.means += change


@derived
def _pace(world: World) -> Array:
    """(5, 1, 1, 1, 1) part of the way that each running mean moves in a month."""
    pace = np.full(len(STACKS["means"]), YEAR)
    pace[REQUESTS] = 1.0 / world.stockpiles.adjust_months
    return wide(pace, 4)


def _feel(world: World, state: State, month: Month) -> None:
    """Fear grows with what is refused or lacking and with rising prices; wariness with the first; both fade."""
    hurt = month.refused + month.unmet
    gain = _struck(state, hurt) * _stirred(world) if np.count_nonzero(hurt) else np.zeros(state.mood.shape)
    rise = np.maximum(state.price_trend[:, :, SEPARATION], 0.0)
    jump = total(rise, 1)
    jump *= world.stockpiles.fear_from_price / rise.shape[1]
    gain[FEAR] += jump.take(layout(world).nation_zone, axis=0)
    stays = _lasting(world) - gain
    stays *= state.mood
    np.add(stays, gain, out=state.mood)
    np.minimum(state.mood, 1.0, out=state.mood)


def _struck(state: State, hurt: Array) -> Array:
    """Part of a nation's need of oxide and alloy that is refused or lacking, mean over materials, (N, B)."""
    hurt /= state.flow_need + NEGLIGIBLE
    struck = total(hurt[:, :, SEPARATION] + hurt[:, :, MAGNET], 1)
    struck *= 1.0 / hurt.shape[1]
    return np.minimum(struck, 1.0, out=struck)


@derived
def _stirred(world: World) -> Array:
    """(2, 1, 1) what controls that strike all of the need add to fear and wariness."""
    fading = world.market.wariness_decay
    return wide(np.array([world.stockpiles.fear_from_control, world.market.wariness_gain * (1.0 - fading)]), 2)


@derived
def _lasting(world: World) -> Array:
    """(2, 1, 1) part of fear and wariness that is left after a calm month."""
    return wide(1.0 - np.array([world.stockpiles.fear_decay, world.market.wariness_decay]), 2)


def _tell(world: World, state: State, month: Month) -> None:
    """Record where controls begin to bite and where prices take off."""
    seats = slice(0, world.seats)
    refused, before = month.refused[seats], month.last_refused[seats]
    bites = refused > BITES * (refused + month.flows[FROM_RIVAL, seats] + NEGLIGIBLE)
    bites &= before <= BITES * (before + month.last_from_rival[seats])
    if not np.count_nonzero(bites):
        return
    bites &= refused > BITES * 0.1 * (month.industry[seats] + NEGLIGIBLE)
    for seat, material, stage in np.argwhere(bites.any(axis=-1)).tolist():
        month.events.add(
            "control_bites",
            state.month,
            bites[seat, material, stage],
            actor=world.rival,
            target=seat,
            item=material,
            amount=refused[seat, material, stage],
            cause=_cause(world, state),
        )


def _cause(world: World, state: State) -> str:
    """The rule of the rival that fired last and still acts, or the market where only the base quota stands."""
    acting = np.where((state.rule_left > 0.0).any(axis=-1), state.rule_fired.max(axis=-1, initial=-1), -1)
    return f"rule:{world.names.rules[int(acting.argmax())]}" if acting.size and acting.max() >= 0 else "market"

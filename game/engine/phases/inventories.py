"""Inventories: use, what is left in the warehouses, and the fear that makes firms hoard."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.fields import STACKS
from game.engine.layout import NEGLIGIBLE
from game.engine.month import Month
from game.engine.phases import stockpiles
from game.engine.state import FEAR, FROM_RIVAL, IMPORTS, OUTPUT, REQUESTS, USE, State
from game.engine.summation import total
from game.engine.terms import Fading
from game.engine.world import SEPARATION, World, wide

Array = NDArray[np.float64]

YEAR = 1.0 / 12.0
"""Part of the way that a year's running mean moves in a month."""

BITES = 0.1
"""Part of what is asked of the rival that controls must refuse before it is news."""

_CALM = np.zeros((1, 1))
"""What the level of rest adds to fear."""

BEARABLE = (1.0 - BITES) / BITES
"""Deliveries over refusals below which controls bite."""


def advance(world: World, state: State, month: Month) -> None:
    """Use goods, fill public stockpiles, keep the books, and move fear and wariness."""
    imports = month.flows[IMPORTS]
    imports += month.import_need
    imports -= month.unfilled
    rest = month.rest
    rest += imports
    rest -= month.sent
    left = rest.clip(0.0, np.inf)
    lacking = np.subtract(left, rest, out=rest)
    # By rounding, a seller without industry may have sold a trace too much: that is no lack.
    month.unmet = np.minimum(lacking, month.industry, out=lacking)
    month.used = month.industry - month.unmet
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
        np.minimum(bought, left[:, :, stage], out=bought)
        left[:, :, stage] -= bought
    stockpiles.settle(world, state, month, bought)


def _keep_books(world: World, state: State, month: Month) -> None:
    """Remember the month's flows, and move the running means toward them."""
    flows = month.flows
    np.add(month.used, month.feed_drawn, out=flows[USE])
    state.flow_imports, state.flow_use, state.flow_production = flows[IMPORTS], flows[USE], flows[OUTPUT]
    state.flow_need, state.flow_unmet = month.need, month.unmet
    state.flow_exports, state.flow_refused = month.sent, month.refused
    state.flow_recycled = np.zeros(state.reserve.shape) if month.recycled is None else month.recycled
    state.site_output = month.output
    _move(state.means, flows, _pace(world))


def _move(means: Array, flows: Array, pace: Array) -> None:
    """Move `means` toward `flows`: in a wide batch one after the other, to stay in the processor's cache."""
    places = range(len(means)) if means.shape[-1] > 1 else (slice(None),)
    for place in places:
        change = flows[place] - means[place]
        change *= pace[place]
        means[place] += change


@derived
def _pace(world: World) -> Array:
    """(5, 1, 1, 1, 1) part of the way that each running mean moves in a month."""
    pace = np.full(len(STACKS["means"]), YEAR)
    pace[REQUESTS] = 1.0 / world.stockpiles.adjust_months
    return wide(pace, 4)


def _feel(world: World, state: State, month: Month) -> None:
    """Fear grows with what is refused or lacking and with rising prices; wariness with what is refused; both fade.

    Firms of both zones look at the price that rises faster: who sees it multiply abroad hoards at home too.
    """
    before, terms = state.mood, month.events.terms
    gain, stirred = _stir(world, state, month)
    rise = np.maximum.reduce(state.price_trend[:, :, SEPARATION], axis=0)
    np.maximum(rise, 0.0, out=rise)
    jump = total(rise, 0)
    jump *= world.stockpiles.fear_from_price / len(rise)
    gain[FEAR] += jump
    stays = _lasting(world) - gain
    mood = stays * before
    mood += gain
    state.mood = np.minimum(mood, 1.0)
    if month.events.watched:
        fear = Fading(before[FEAR], stays[FEAR], _CALM, mood[FEAR], state.mood[FEAR])
        terms.fade("fear", fear)
        terms.add("fear", "rising_prices", lambda: np.zeros(before[FEAR].shape) + jump)
        for cause, amount in stirred:
            terms.add("fear", cause, amount)


def _stir(world: World, state: State, month: Month) -> tuple[Array, list[tuple[str, Array]]]:
    """What refusals and shortages add to fear and wariness, (2, N, B), and what each adds to fear, (N, B)."""
    gain = np.zeros(state.mood.shape)
    refused, unmet = month.refused[:, :, SEPARATION:], month.unmet[:, :, SEPARATION:]
    stirred = []
    if np.count_nonzero(refused):
        both = _struck(state, refused.copy()) * _stirred(world)
        gain += both
        stirred.append(("refused", both[FEAR]))
    if np.count_nonzero(unmet):
        lacking = _struck(state, unmet.copy()) * _stirred(world)[FEAR]
        gain[FEAR] += lacking
        stirred.append(("shortage", lacking))
    return gain, stirred


def _struck(state: State, hurt: Array) -> Array:
    """Materials of which all is refused or lacking, as oxide or as alloy, (N, B); `hurt` is (N, M, 2, B) t."""
    hurt /= state.flow_need[:, :, SEPARATION:] + NEGLIGIBLE
    struck = total(hurt.reshape(len(hurt), -1, state.batch), 1)
    return np.minimum(struck, float(state.stock.shape[1]), out=struck)


@derived
def _stirred(world: World) -> Array:
    """(2, 1, 1) what controls that strike all of the need of one material add to fear and wariness."""
    market = world.market
    gains = np.array([world.stockpiles.fear_from_control, market.wariness_gain * (1.0 - market.wariness_decay)])
    return wide(gains / len(world.names.materials), 2)


@derived
def _lasting(world: World) -> Array:
    """(2, 1, 1) part of fear and wariness that is left after a calm month."""
    return wide(1.0 - np.array([world.stockpiles.fear_decay, world.market.wariness_decay]), 2)


def _tell(world: World, state: State, month: Month) -> None:
    """Record where controls begin to bite and where prices take off."""
    seats = slice(0, world.seats)
    refused = month.refused[seats]
    bites = refused * BEARABLE - month.flows[FROM_RIVAL, seats] > NEGLIGIBLE
    bites &= month.last_refused[seats] * BEARABLE <= month.last_from_rival[seats]
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
            item=world.goods.at(material, stage),
            amount=refused[seat, material, stage],
            cause=_cause(world, state),
        )


def _cause(world: World, state: State) -> str:
    """The rule of the rival that fired last and still acts, or the market where only the base quota stands."""
    acting = np.where((state.rule_left > 0.0).any(axis=-1), state.rule_fired.max(axis=-1, initial=-1), -1)
    return f"rule:{world.names.rules[int(acting.argmax())]}" if acting.size and acting.max() >= 0 else "market"

"""Trade: contracts first, then the open market, for all goods at once.

A buyer asks each origin for a share of what it lacks: its habit, bent by prices, tariffs and wariness. Controls of the
rival cut what it may ship. What one seller cannot fill goes to the others that still have something, so that no buyer
stays short beside a full yard to which it has access.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE, TINY, by_origin, layout, needed_by_stage
from game.engine.phases import contracts
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import INSIDE, OUTSIDE, SEPARATION, World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

RIVAL = 0
"""The rival's origin."""

MOST_WARY = 0.999
LEAST_SHARE = 1e-9
"""However dear and disliked the rival's goods are, a buyer with no other habit still asks for them."""


def advance(world: World, state: State, month: Month) -> None:
    """Set imports by origin, exports and what controls refused; move the requests that plants follow."""
    _balance(world, month)
    contracts.deliver_promised(world, state, month)
    contracts.deliver_shared(world, month)
    _offer(world, month)
    contracts.deliver_preferred(world, state, month)
    _open_market(world, state, month)
    month.imports = month.import_need - month.unfilled
    month.imports += month.received
    for place, tonnes in month.deliveries:
        month.origin[place] += tonnes


def _balance(world: World, month: Month) -> None:
    """What each nation has, what it lacks, and what it could spare, (N, M, K, B) t."""
    supply = month.production
    stage = world.stockpiles.stage
    if month.recycled is not None or month.released is not None:
        supply = supply.copy()
    if month.recycled is not None:
        supply[:, :, SEPARATION] += month.recycled
    if month.released is not None:
        supply[:, :, stage] += month.released
    beyond = supply - month.industry
    month.excess = month.unsold + beyond
    month.excess -= month.feed_drawn
    beyond += month.closing
    month.short = month.feed_want - beyond
    if month.purchase_wanted is not None:
        month.short[:, :, stage] += month.purchase_wanted
    month.supply = supply
    month.sent = np.zeros(supply.shape)
    month.received = np.zeros(supply.shape)
    month.deliveries = []


def _offer(world: World, month: Month) -> None:
    """What is still wanted from abroad, and what is for sale.

    For sale is all that lies above need and wanted stock, less for a nation that lives on its stock. A host whose
    goods were promised away buys back what it lacks itself.
    """
    month.short += month.sent
    month.short -= month.received
    month.import_need = np.maximum(month.short, 0.0)
    month.excess -= month.sent
    offer = month.short * -max(world.stockpiles.adjust_months, 1.0)
    np.minimum(offer, month.excess, out=offer)
    month.offer = np.maximum(offer, 0.0, out=offer)


def _open_market(world: World, state: State, month: Month) -> None:
    tables = layout(world)
    asked, access = _ask(world, state, month)
    wished = total(asked, 1)
    limit = _control(state, month, asked, wished, access)
    stock = by_origin(tables, month.offer, len(asked))
    yard = stock.copy()
    np.minimum(yard[RIVAL], limit, out=yard[RIVAL])
    fill = yard / (wished + NEGLIGIBLE)
    np.minimum(fill, 1.0, out=fill)
    asked *= fill[:, None]
    unfilled = month.import_need - total(asked, 0)
    np.maximum(unfilled, 0.0, out=unfilled)
    sold = fill * wished
    if (unfilled > _negligible(world)).any():
        yard -= sold
        np.maximum(yard, 0.0, out=yard)
        sold += _send_on(month.import_need, access, unfilled, yard, asked)
    month.unfilled = unfilled
    month.origin = asked
    _export(world, state, month, stock, sold, np.maximum(sold, wished))


def _control(state: State, month: Month, asked: Array, wished: Array, access: Array | None) -> Array:
    """Cut what is asked of the rival to what its controls let out: lowers `asked` (X, N, M, K, B) and `wished`.

    Sets `month.refused` (N, M, K, B) and `month.cut` (M, K, B). Returns the most that the rival ships, (M, K, B).
    """
    allowed = asked[RIVAL] if access is None else asked[RIVAL] * access
    leaving = wished[RIVAL] if access is None else total(allowed, 0)
    if access is None and not (leaving > state.quota).any():
        month.refused, month.cut = np.zeros(allowed.shape), np.zeros(leaving.shape)
        return state.quota
    limit = leaving - state.quota
    np.maximum(limit, 0.0, out=limit)
    limit *= month.leak
    limit += state.quota
    allowed = allowed * np.minimum(limit / np.maximum(leaving, TINY), 1.0)
    month.refused = asked[RIVAL] - allowed
    month.cut = total(month.refused, 0) / (wished[RIVAL] + NEGLIGIBLE)
    asked[RIVAL], wished[RIVAL] = allowed, total(allowed, 0)
    return limit


def _send_on(need: Array, access: Array | None, unfilled: Array, left: Array, delivered: Array) -> Array:
    """Fill what is unfilled from whoever has something left: others first, then, with access, the rival.

    Lowers `unfilled` and raises `delivered`, both in place; returns what each origin sold, (X, M, K, B).
    """
    sold = np.empty(left.shape)
    unfilled -= _spread(unfilled, left[1:], delivered[1:], sold[1:])
    reach = (need if access is None else access * need) - delivered[RIVAL]
    np.minimum(reach, unfilled, out=reach)
    np.maximum(reach, 0.0, out=reach)
    unfilled -= _spread(reach, left[:1], delivered[:1], sold[:1])
    np.maximum(unfilled, 0.0, out=unfilled)
    return sold


def _spread(unmet: Array, left: Array, delivered: Array, sold: Array) -> Array:
    """Fill `unmet` (N, M, K, B) from `left` (X, M, K, B), in proportion to what each has; returns what was filled."""
    pool = total(left, 0)
    wanted = total(unmet, 0)
    part = np.minimum(pool / (wanted + NEGLIGIBLE), 1.0)
    share = left / np.maximum(pool, TINY)
    filled = unmet * part
    delivered += filled * share[:, None]
    np.multiply(share, wanted * part, out=sold)
    return filled


def _ask(world: World, state: State, month: Month) -> tuple[Array, Array | None]:
    """What buyers ask of each origin, (X, N, M, K, B), and the part that the rival may ship, (N, M, K, B) or None.

    Habit decides, with the rival's share bent by price, tariff and wariness.
    """
    gap = state.price[OUTSIDE] / state.price[INSIDE]
    access = _access(world, state, month, gap)
    gap /= state.export_tax + 1.0
    gap *= _usual_gap(world)
    np.power(gap, world.market.price_response, out=gap)
    # The rival's share over all other shares, before they are brought back to a sum of 1.
    rival = gap * _liking(world, state)[:, None, None]
    habit = _habit(world)
    rival *= habit[RIVAL]
    per = rival + _other_habit(world)
    np.divide(month.import_need, per, out=per)
    asked = habit * per
    np.multiply(rival, per, out=asked[RIVAL])
    return asked, access


def _liking(world: World, state: State) -> Array:
    """Factor of wariness and import tariff on the rival's share for each buyer, (N, B)."""
    factor = state.wariness * -min(world.market.wariness_effect, MOST_WARY)
    factor += 1.0
    if state.import_tariff.any():
        factor *= (1.0 + state.import_tariff) ** -world.market.price_response
    return factor


def _access(world: World, state: State, month: Month, gap: Array) -> Array | None:
    """Part of what is asked of the rival that gets out under its controls, (N, M, K, B); None where all does."""
    leak = gap - 1.0
    np.maximum(leak, 0.0, out=leak)
    np.minimum(leak, 1.0, out=leak)
    leak *= world.market.leakage
    month.leak = leak
    access = 1.0 - state.embargo
    access *= state.licence
    if not (access < 1.0).any():
        return None
    access += (1.0 - access) * leak
    return access


def _export(world: World, state: State, month: Month, stock: Array, sold: Array, asked: Array) -> None:
    """Share what each origin sold over its nations, by offer; move the requests that reach each nation."""
    origin = world.market.origin
    part = (sold / np.maximum(stock, TINY))[origin]
    part *= month.offer
    month.sent += part
    made = month.production + NEGLIGIBLE
    asked /= by_origin(layout(world), made, len(stock)) + NEGLIGIBLE
    made *= asked[origin]
    made += month.industry
    made += month.feed_want
    made -= state.orders_in
    made *= 1.0 / world.stockpiles.adjust_months
    state.orders_in += made


@derived
def _negligible(world: World) -> Array:
    """(M, K, 1) t/month that nobody would send a ship for."""
    return wide(1e-6 * needed_by_stage(world).T)


@derived
def _other_habit(world: World) -> Array:
    """(N, M, K, 1) share of imports asked of other origins; a little where there is none, so that shares exist."""
    return wide(np.maximum(world.market.preference[1:].sum(axis=0), LEAST_SHARE))


@derived
def _habit(world: World) -> Array:
    return wide(world.market.preference)


@derived
def _usual_gap(world: World) -> Array:
    """(M, K, 1) delivered price of the rival over the outside price at which the habits were formed."""
    market, rules = world.market, world.rival_rules
    return wide(market.start_price[INSIDE] * (1.0 + rules.base_tax[0]) / market.start_price[OUTSIDE])

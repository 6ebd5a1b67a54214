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
from game.engine.layout import NEGLIGIBLE, TINY, by_origin, layout
from game.engine.phases import contracts
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import INSIDE, OUTSIDE, SEPARATION, World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

RIVAL = 0
"""The rival's origin."""

LEAST_FACTOR = 1e-3
"""However dear the rival's goods, a buyer with no other habit still asks for them."""


def advance(world: World, state: State, month: Month) -> None:
    """Set imports by origin, exports and what controls refused; move the requests that plants follow."""
    _balance(world, state, month)
    contracts.deliver_promised(world, state, month)
    contracts.deliver_shared(world, month)
    _offer(world, state, month)
    contracts.deliver_preferred(world, state, month)
    _open_market(world, state, month)
    month.imports = total(month.origin, 0)


def _balance(world: World, state: State, month: Month) -> None:
    """What each nation has, and what it wants to import, (N, M, K, B) t."""
    supply = month.production
    stage = world.stockpiles.stage
    if month.recycled is not None:
        supply = supply.copy()
        supply[:, :, SEPARATION] += month.recycled
    if month.released is not None:
        supply = supply.copy()
        supply[:, :, stage] += month.released
    net = state.stock - month.wanted
    month.excess = net + supply
    month.excess -= month.feed_drawn
    month.excess -= month.industry
    net *= 1.0 / world.stockpiles.adjust_months
    net += supply
    net -= month.industry
    net -= month.feed_want
    if month.purchase_wanted is not None:
        net[:, :, stage] -= month.purchase_wanted
    month.supply, month.net = supply, net
    month.import_need = np.maximum(-net, 0.0)
    month.sent = np.zeros_like(net)
    month.origin = np.zeros((len(world.names.origins), *net.shape))


def _offer(world: World, state: State, month: Month) -> None:
    """What is left to sell: all that lies above need and wanted stock, less for a nation that lives on its stock."""
    net = month.net - month.sent
    month.host_need = np.maximum(-net, 0.0)
    # A host whose goods were promised away must buy back what it lacks itself.
    extra = month.host_need - np.maximum(-month.net, 0.0)
    month.import_need += extra
    month.requested = month.import_need.copy()
    net *= max(world.stockpiles.adjust_months, 1.0)
    offer = month.excess - month.sent
    np.minimum(offer, net, out=offer)
    month.offer = np.maximum(offer, 0.0)


def _open_market(world: World, state: State, month: Month) -> None:
    tables = layout(world)
    origins = len(world.names.origins)
    need = month.import_need
    asked = _ask(world, state, month)
    access = _access(world, state, month)
    wished = total(asked, 1)
    allowed = asked[RIVAL] * access
    limit, admitted = _quota(state, month, wished[RIVAL], total(allowed, 0))
    allowed *= admitted
    month.refused = asked[RIVAL] - allowed
    asked[RIVAL] = allowed
    wished[RIVAL] = total(allowed, 0)
    month.cut = total(month.refused, 0) / (wished[RIVAL] + total(month.refused, 0) + NEGLIGIBLE)

    stock = by_origin(tables, month.offer, origins)
    yard = stock.copy()
    np.minimum(yard[RIVAL], limit, out=yard[RIVAL])
    asked *= np.minimum(yard / (wished + NEGLIGIBLE), 1.0)[:, None]
    sold = total(asked, 1)
    left = np.maximum(yard - sold, 0.0)
    unmet = need - total(asked, 0)
    np.maximum(unmet, 0.0, out=unmet)
    # What is still unmet goes to whoever has something left: first outside the rival, then, with access, to the rival.
    second = _spread(unmet, left[1:], asked[1:])
    unmet -= second
    reach = access * need
    reach -= asked[RIVAL]
    np.minimum(reach, unmet, out=reach)
    np.maximum(reach, 0.0, out=reach)
    unmet -= _spread(reach, left[:1], asked[:1])
    month.import_need = np.maximum(unmet, 0.0)
    sold = total(asked, 1)
    month.origin += asked
    _export(world, state, month, stock, sold, np.maximum(sold, wished))


def _spread(unmet: Array, left: Array, delivered: Array) -> Array:
    """Fill `unmet` (N, M, K, B) from `left` (X, M, K, B), in proportion to what each has; returns what was filled."""
    pool = total(left, 0)
    wanted = total(unmet, 0)
    filled = unmet * np.minimum(pool / (wanted + NEGLIGIBLE), 1.0)
    delivered += filled * (left / np.maximum(pool, TINY))[:, None]
    return filled


def _ask(world: World, state: State, month: Month) -> Array:
    """What buyers ask of each origin, (X, N, M, K, B): the rival's share bent by price, tariff and wariness."""
    response = -world.market.price_response
    dear = state.price[INSIDE] * (1.0 + state.export_tax)
    dear /= state.price[OUTSIDE] * _usual_gap(world)
    factor = (dear**response)[None] * _distaste(world, state, response)[:, None, None]
    np.maximum(factor, LEAST_FACTOR, out=factor)
    habit = _habit(world)
    rest = factor - 1.0
    rest *= habit[RIVAL]
    rest += 1.0
    per = month.import_need / rest
    asked = habit * per
    asked[RIVAL] *= factor
    return asked


def _distaste(world: World, state: State, response: float) -> Array:
    """Factor on the rival's share for each buyer, (N, B)."""
    factor = 1.0 - state.wariness * world.market.wariness_effect
    if state.import_tariff.any():
        factor *= (1.0 + state.import_tariff) ** response
    return factor


def _access(world: World, state: State, month: Month) -> Array:
    """Part of what is asked of the rival that gets out under licences, embargo and leakage, (N, M, K, B)."""
    gap = state.price[OUTSIDE] / state.price[INSIDE]
    gap -= 1.0
    np.maximum(gap, 0.0, out=gap)
    np.minimum(gap, 1.0, out=gap)
    gap *= world.market.leakage
    month.leak = gap
    access = 1.0 - state.embargo
    access *= state.licence
    access += (1.0 - access) * gap
    return access


def _quota(state: State, month: Month, wished: Array, allowed: Array) -> tuple[Array, Array]:
    """Most that the rival ships, and the part of the admitted requests that this is, both (M, K, B)."""
    over = np.maximum(allowed - state.quota, 0.0)
    over *= month.leak
    limit = over + state.quota
    return limit, np.minimum(limit / (allowed + NEGLIGIBLE), 1.0)


def _export(world: World, state: State, month: Month, stock: Array, sold: Array, asked: Array) -> None:
    """Share what each origin sold over its nations, by offer; move the requests that reach each nation."""
    origin = world.market.origin
    month.sent += month.offer * (sold / np.maximum(stock, TINY))[origin]
    weight = month.offer + month.production
    weight += NEGLIGIBLE
    whole = by_origin(layout(world), weight, len(stock))
    whole += NEGLIGIBLE
    weight *= (asked / whole)[origin]
    weight += month.industry
    weight += month.feed_want
    weight -= state.orders_in
    weight *= 1.0 / world.stockpiles.adjust_months
    state.orders_in += weight


@derived
def _habit(world: World) -> Array:
    return wide(world.market.preference)


@derived
def _usual_gap(world: World) -> Array:
    """(M, K, 1) delivered price of the rival over the outside price at which the habits were formed."""
    market, rules = world.market, world.rival_rules
    return wide(market.start_price[INSIDE] * (1.0 + rules.base_tax[0]) / market.start_price[OUTSIDE])

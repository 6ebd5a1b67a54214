"""Trade: contracts first, then the open market, for all goods at once.

A buyer asks each origin for a share of what it lacks: its habit, bent by prices, tariffs and wariness. Controls of the
rival cut what it may ship. What one seller cannot fill goes to the others that still have something, so that no buyer
stays short beside a full yard to which it has access.

Who bought how much from whom is never written out here: totals by origin and by buyer are all that a month needs. See
`bilateral`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.bilateral import RIVAL, Bilateral
from game.engine.derived import derived
from game.engine.layout import CRUMB, NEGLIGIBLE, TINY, by_origin, layout
from game.engine.phases import contracts
from game.engine.state import FROM_RIVAL, IMPORTS, OUTPUT, REQUESTS, State
from game.engine.summation import total, weigh_columns, weigh_rows
from game.engine.world import INSIDE, OUTSIDE, SEPARATION, World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

MOST_WARY = 0.999
LEAST_SHARE = 1e-9
"""However dear and disliked the rival's goods are, a buyer with no other habit still asks for them."""


def advance(world: World, state: State, month: Month) -> None:
    """Set imports, exports and what controls refused; find the requests that plants will follow."""
    _balance(world, state, month)
    contracts.deliver_promised(world, state, month)
    contracts.deliver_shared(world, month)
    _offer(world, month)
    contracts.deliver_preferred(world, month)
    _open_market(world, state, month)


def _balance(world: World, state: State, month: Month) -> None:
    """What each nation holds, what it lacks, and what it could spare, (N, M, K, B) t."""
    stage = world.stockpiles.stage
    month.flows = np.empty_like(state.means)
    month.flows[OUTPUT] = month.production
    month.held = month.flows[OUTPUT] + state.stock
    month.held -= month.feed_drawn
    month.use = month.industry + month.feed_want
    month.short = month.use - month.flows[OUTPUT]
    month.short -= month.closing
    for place, more in ((SEPARATION, month.recycled), (stage, month.released)):
        if more is not None:
            month.held[:, :, place] += more
            month.short[:, :, place] -= more
    if month.purchase_wanted is not None:
        month.short[:, :, stage] += month.purchase_wanted
    month.excess = month.held - month.industry
    month.excess -= month.wanted
    month.sent = np.zeros(month.short.shape)
    month.received = month.flows[IMPORTS]
    month.received[...] = 0.0
    month.deliveries = []


def _offer(world: World, month: Month) -> None:
    """What is still wanted from abroad, and what is for sale.

    For sale is all that lies above need and wanted stock, less for a nation that lives on its stock. A host whose
    goods were promised away buys back what it lacks itself. Both are at least a crumb, so that nothing divides by 0.
    """
    if month.deliveries:
        month.short += month.sent
        month.short -= month.received
        month.excess -= month.sent
    month.import_need = np.maximum(month.short, CRUMB)
    month.offer = month.short
    month.offer *= -max(world.stockpiles.adjust_months, 1.0)
    np.minimum(month.offer, month.excess, out=month.offer)
    np.maximum(month.offer, CRUMB, out=month.offer)


def _open_market(world: World, state: State, month: Month) -> None:
    habit = _habit(world)
    gap = state.price[OUTSIDE] / state.price[INSIDE]
    per = _ask(world, state, month, gap)
    leak = _leak(world, gap)
    access = _access(state, leak)
    wished = np.empty_like(gap, shape=(len(habit) + 1, *gap.shape))
    wished[1:] = weigh_rows(habit, per)
    wished[RIVAL], limit = _control(state, month, access, leak)
    wished += CRUMB
    book = _book(month)
    sums = by_origin(layout(world), book, len(wished))
    left = sums[:, 0].copy()
    np.minimum(left[RIVAL], limit, out=left[RIVAL])
    sold = np.minimum(left, wished)
    fill = sold / wished
    left -= sold
    found, more = _send_on(month, _lacking(month, habit, per, fill), left, access)
    sold += more
    _export(world, month, sold, wished, sums, book)
    contracts.add_from_rival(month)
    state.bilateral = Bilateral(month.flows[FROM_RIVAL], habit, per, fill[1:], found, more[1:], month.deliveries)


def _book(month: Month) -> Array:
    """What each nation offers and what it makes, (N, 2, M, K, B) t."""
    book = np.empty_like(month.offer, shape=(len(month.offer), 2, *month.offer.shape[1:]))
    book[:, 0] = month.offer
    np.add(month.flows[OUTPUT], NEGLIGIBLE, out=book[:, 1])
    return book


def _ask(world: World, state: State, month: Month, gap: Array) -> Array:
    """Set what buyers ask of the rival, and return what they ask of others for each unit of habit, (N, M, K, B) t.

    Habit decides, with the rival's share bent by price, tariff and wariness; shares are brought back to a sum of 1.
    """
    pull = gap / (state.export_tax + 1.0)
    np.power(pull, world.market.price_response, out=pull)
    rival = pull * _liking(world, state)[:, None, None]
    rival *= _rival_habit(world)
    per = rival + _other_habit(world)
    np.divide(month.import_need, per, out=per)
    np.multiply(rival, per, out=month.flows[FROM_RIVAL])
    return per


def _liking(world: World, state: State) -> Array:
    """Factor of wariness and import tariff on the rival's share for each buyer, (N, B)."""
    factor = state.wariness * -min(world.market.wariness_effect, MOST_WARY)
    factor += 1.0
    if np.count_nonzero(state.import_tariff):
        factor *= (1.0 + state.import_tariff) ** -world.market.price_response
    return factor


def _access(state: State, leak: Array) -> Array | None:
    """Part of what is asked of the rival that gets out under its controls, (N, M, K, B); None where all does."""
    access = 1.0 - state.embargo
    access *= state.licence
    if not np.count_nonzero(access < 1.0):
        return None
    access += (1.0 - access) * leak
    return access


def _leak(world: World, gap: Array) -> Array:
    """Part of a cut flow that leaks, (M, K, B): the dearer the goods are outside, the more."""
    leak = gap - 1.0
    np.maximum(leak, 0.0, out=leak)
    np.minimum(leak, 1.0, out=leak)
    leak *= world.market.leakage
    return leak


def _control(state: State, month: Month, access: Array | None, leak: Array) -> tuple[Array, Array]:
    """Cut what is asked of the rival to what its controls let out: that in all, and the most that it ships, (M, K, B).

    Sets `month.refused` (N, M, K, B) and `month.cut` (M, K, B), which is None where nothing is refused.
    """
    asked = month.flows[FROM_RIVAL]
    allowed = asked if access is None else asked * access
    leaving = total(allowed, 0)
    if access is None and not np.count_nonzero(leaving > state.quota):
        month.refused, month.cut = np.zeros(asked.shape), None
        return leaving, state.quota
    limit = leaving - state.quota
    np.maximum(limit, 0.0, out=limit)
    limit *= leak
    limit += state.quota
    allowed = allowed * np.minimum(limit / np.maximum(leaving, TINY), 1.0)
    month.refused = asked - allowed
    month.cut = total(month.refused, 0) / (total(asked, 0) + NEGLIGIBLE)
    asked[...] = allowed
    return total(allowed, 0), limit


def _lacking(month: Month, habit: Array, per: Array, fill: Array) -> Array:
    """What buyers still lack once every origin has filled the part `fill` of what it was asked, (N, M, K, B)."""
    lacking = weigh_columns(habit, fill[1:, None])
    lacking *= per
    np.subtract(month.import_need, lacking, out=lacking)
    month.flows[FROM_RIVAL] *= fill[RIVAL]
    lacking -= month.flows[FROM_RIVAL]
    return np.maximum(lacking, CRUMB, out=lacking)


def _send_on(month: Month, lacking: Array, left: Array, access: Array | None) -> tuple[Array, Array]:
    """Fill what is lacking from whoever has something left: others first, then, with access, the rival.

    Sets `month.unfilled` and raises what came from the rival. Returns what buyers got from others (N, M, K, B), and
    what each origin gave (X, M, K, B).
    """
    pool, wanted = total(left[1:], 0), total(lacking, 0)
    moved = np.minimum(pool, wanted)
    found = lacking * (moved / wanted)
    more = left * (moved / (pool + TINY))
    month.unfilled = lacking - found
    reach = month.import_need if access is None else access * month.import_need
    reach = reach - month.flows[FROM_RIVAL]
    np.minimum(reach, month.unfilled, out=reach)
    np.maximum(reach, 0.0, out=reach)
    wanted = total(reach, 0)
    more[RIVAL] = moved = np.minimum(wanted, left[RIVAL])
    reach *= moved / (wanted + TINY)
    month.flows[FROM_RIVAL] += reach
    month.unfilled -= reach
    return found, more


def _export(world: World, month: Month, sold: Array, wished: Array, sums: Array, book: Array) -> None:
    """Share what each origin sold over its nations by offer, and the requests that reach it by production.

    `book` (N, 2, M, K, B) holds both, `sums` (X, 2, M, K, B) is the same by origin.
    """
    parts = np.empty_like(sums)
    parts[:, 0] = sold
    np.maximum(sold, wished, out=parts[:, 1])
    parts /= sums
    book *= parts.take(world.market.origin, axis=0)
    month.sent += book[:, 0]
    np.add(month.use, book[:, 1], out=month.flows[REQUESTS])


@derived
def _other_habit(world: World) -> Array:
    """(N, M, K, 1) share of imports asked of other origins; a little where there is none, so that shares exist."""
    return wide(np.maximum(world.market.preference[1:].sum(axis=0), LEAST_SHARE))


@derived
def _habit(world: World) -> Array:
    """(X - 1, N, M, K, 1) share of imports asked of each other origin."""
    return wide(world.market.preference[1:])


@derived
def _rival_habit(world: World) -> Array:
    """(N, M, K, 1) share of imports asked of the rival, by the gap of delivered prices at which it was formed."""
    market, rules = world.market, world.rival_rules
    usual = market.start_price[INSIDE] * (1.0 + rules.base_tax[0]) / market.start_price[OUTSIDE]
    return wide(market.preference[RIVAL] * usual**market.price_response)

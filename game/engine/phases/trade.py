"""Trade: contracts first, then the open market, for all goods at once.

A buyer asks each origin for a share of what it lacks: its habit, bent by prices, tariffs, wariness and attachment.
Controls of the rival cut what it may ship. What one seller cannot fill goes to the others that still have something, so
that no buyer stays short beside a full yard to which it has access.

Who bought how much from whom is never written out here: totals by origin and by buyer are all that a month needs. See
`bilateral`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.bilateral import RIVAL, Bilateral
from game.engine.bonds import attaching_kinds, attachment
from game.engine.derived import derived
from game.engine.layout import CRUMB, DUST, TINY, by_origin, layout
from game.engine.month import Month
from game.engine.phases import contracts, controls
from game.engine.state import FROM_RIVAL, IMPORTS, OUTPUT, REQUESTS, STANDING, State
from game.engine.summation import total, weigh_columns, weigh_rows
from game.engine.world import INSIDE, OUTSIDE, SEPARATION, World, wide

Array = NDArray[np.float64]
Index = NDArray[np.intp]

MOST_WARY = 0.999
LEAST_SHARE = 1e-9
"""However dear and disliked the rival's goods are, a buyer with no other habit still asks for them."""

TRACE = 1e-30
"""Least habit: no origin is ever asked for nothing at all, so that nothing divides by 0."""

SHORT, OFFER, MADE = range(3)
"""Places in `Month.sides`."""


def advance(world: World, state: State, month: Month) -> None:
    """Set imports, exports and what controls refused; find the requests that plants will follow."""
    _balance(world, state, month)
    contracts.deliver_promised(world, state, month)
    contracts.deliver_shared(world, month)
    _offer(world, state, month)
    contracts.deliver_preferred(world, month)
    _open_market(world, state, month)


def _balance(world: World, state: State, month: Month) -> None:
    """What each nation lacks, and what is left once its own use is met, (N, M, K, B) t."""
    stage = world.stockpiles.stage
    month.flows = np.empty_like(state.means)
    month.flows[OUTPUT] = month.production
    month.use = month.industry + month.feed_want
    month.need = month.industry + month.feed_drawn
    month.rest = month.production + state.stock
    month.rest -= month.need
    month.sides = np.empty_like(state.stock, shape=(3, *state.stock.shape))
    month.short = np.subtract(month.use, month.production, out=month.sides[SHORT])
    month.short -= month.closing
    for place, more in ((SEPARATION, month.recycled), (stage, month.released)):
        if more is not None:
            month.rest[:, :, place] += more
            month.short[:, :, place] -= more
    if month.purchase_wanted is not None:
        month.short[:, :, stage] += month.purchase_wanted
    month.sent = np.zeros(month.short.shape)
    month.received = month.flows[IMPORTS]
    month.received[...] = 0.0
    month.deliveries = []


def _offer(world: World, state: State, month: Month) -> None:
    """What is still wanted from abroad, and what is for sale.

    For sale is all that lies above need and wanted stock, less for a nation that lives on its stock. The rival's
    traders keep no fuller yards than the world does: where goods are scarce everywhere, they sell down to that. A host
    whose goods were promised away buys back what it lacks itself. Both are at least a crumb, so that nothing divides
    by 0.
    """
    excess = month.rest - month.wanted
    held, wanted = total(state.stock, 0), total(month.wanted, 0)
    np.maximum(wanted, held, out=wanted)
    given = month.wanted[world.rival] * (1.0 - held / (wanted + TINY))
    excess[world.rival] += given
    given *= 1.0 / world.stockpiles.adjust_months
    month.short[world.rival] -= given
    if month.deliveries:
        month.short += month.sent
        month.short -= month.received
        excess -= month.sent
    month.import_need, month.offer, made = month.sides
    np.multiply(month.short, -max(world.stockpiles.adjust_months, 1.0), out=month.offer)
    np.minimum(month.offer, excess, out=month.offer)
    made[...] = month.production
    month.sides[month.sides < DUST] = CRUMB


def _open_market(world: World, state: State, month: Month) -> None:
    """Ask, fill, and send on what is left, (X, M, K, B) by origin; then share it over the nations of the origin."""
    habit, gap = _habit(world), state.price[OUTSIDE] / state.price[INSIDE]
    per = _ask(world, state, month, gap)
    wished = np.empty_like(gap, shape=(len(habit) + 1, *gap.shape))
    wished[1:] = weigh_rows(habit, per)
    access, limit = controls.apply(world, state, month, gap, wished)
    sums = by_origin(layout(world), month.sides[OFFER:], len(wished))
    left = sums[:, 0].copy()
    np.minimum(left[RIVAL], limit, out=left[RIVAL])
    sold = np.minimum(left, wished)
    fill = sold / wished
    left -= sold
    lacking = _lacking(world, month, per, fill)
    share = _send_on(month, lacking, left, access)
    sold += left
    np.minimum(wished[RIVAL], limit, out=wished[RIVAL])
    _export(world, month, sold, wished, sums)
    contracts.add_from_rival(month)
    from_rival = month.flows[FROM_RIVAL]
    state.bilateral = Bilateral(from_rival, habit, per, fill[1:], lacking, share, left[1:], month.deliveries)


def _ask(world: World, state: State, month: Month, gap: Array) -> Array:
    """Set what buyers ask of the rival, and return what they ask of others for each unit of habit, (N, M, K, B) t.

    Habit decides, with the rival's share bent by price, tariff and wariness; shares are brought back to a sum of 1.
    """
    pull = gap / (state.export_tax + 1.0)
    np.power(pull, world.market.price_response, out=pull)
    calm, wary = _rival_habit(world)
    rival = wary * _wariness(world, state)[:, None, None]
    rival += calm
    rival *= pull
    if month.pacts is not None and not attaching_kinds(world).isdisjoint(month.pacts.kind):
        rival *= (1.0 + attachment(world, state, slice(None)))[:, None, None]
    if np.count_nonzero(state.import_tariff):
        rival *= ((1.0 + state.import_tariff) ** -world.market.price_response)[:, None, None]
    per = rival + _other_habit(world)
    np.divide(month.import_need, per, out=per)
    np.multiply(rival, per, out=month.flows[FROM_RIVAL])
    return per


def _wariness(world: World, state: State) -> Array:
    """(N, B) a buyer's own wariness, with that toward a rival of ill repute."""
    known = world.market.wariness_repute
    if not known:
        return state.wariness
    ill = np.maximum(1.0 - state.reputation[world.rival] / STANDING, 0.0)
    return np.minimum(state.wariness + known * ill, 1.0)


def _lacking(world: World, month: Month, per: Array, fill: Array) -> Array:
    """What buyers still lack once every origin has filled the part `fill` of what it was asked, (N, M, K, B)."""
    habit, kind = _buyers(world)
    got = weigh_columns(habit, fill[1:, None]).take(kind, axis=0)
    got *= per
    month.flows[FROM_RIVAL] *= fill[RIVAL]
    got += month.flows[FROM_RIVAL]
    lacking = np.subtract(month.import_need, got, out=got)
    return lacking.clip(CRUMB, np.inf, lacking)


def _send_on(month: Month, lacking: Array, left: Array, access: Array | None) -> Array:
    """Fill what is lacking from whoever has something left: others first, then, with access, the rival.

    Sets `month.unfilled`, raises what came from the rival, and turns `left` (X, M, K, B) into what each origin gave.
    Returns the part of what was lacking that others gave, (M, K, B).
    """
    pools = np.add.accumulate(left[::-1], 0)[-2:]
    served = np.empty_like(pools, shape=(3, *pools.shape[1:]))
    served[2] = total(lacking, 0)
    np.minimum(pools, served[2], out=served[:2])
    steps = served[1:] - served[:-1]
    found, unfilled = lacking * (steps / served[2])[:, None]
    share = served[0] / served[2]
    if access is not None:
        _send_to_open(month, lacking * (1.0 - share), left[RIVAL], access, (steps[0], found, unfilled))
    month.flows[FROM_RIVAL] += found
    month.unfilled = unfilled
    left *= served[0] / (pools[0] + TINY)
    left[RIVAL] = steps[0]
    return share


def _send_to_open(month: Month, lacking: Array, left: Array, access: Array, out: tuple[Array, Array, Array]) -> None:
    """Where a buyer's access to the rival is cut, let it have no more than that of what the rival has left.

    Changes `out`: what the rival gives (M, K, B), to whom, and what is still unfilled, (N, M, K, B).
    """
    where = np.minimum.reduce(access, axis=0) < 1.0
    reach = access * month.import_need
    reach -= month.flows[FROM_RIVAL]
    np.minimum(reach, lacking, out=reach)
    np.maximum(reach, 0.0, out=reach)
    wanted = total(reach, 0)
    moved = np.minimum(wanted, left)
    reach *= moved / (wanted + TINY)
    lacking -= reach
    for target, values in zip(out, (moved, reach, lacking), strict=True):
        np.copyto(target, values, where=where)


def _export(world: World, month: Month, sold: Array, wished: Array, sums: Array) -> None:
    """Share what each origin sold over its nations by offer, and the requests that reach it by production.

    `sums` (X, 2, M, K, B) holds both by origin.
    """
    parts = np.empty_like(sums)
    parts[:, 0] = sold
    np.maximum(sold, wished, out=parts[:, 1])
    parts /= sums
    book = parts.swapaxes(0, 1).take(world.market.origin, axis=1)
    book *= month.sides[OFFER:]
    month.sent += book[0]
    np.add(month.use, book[1], out=month.flows[REQUESTS])


@derived
def _other_habit(world: World) -> Array:
    """(N, M, K, 1) share of imports asked of other origins; a little where there is none, so that shares exist."""
    return wide(np.maximum(world.market.preference[1:].sum(axis=0), LEAST_SHARE))


@derived
def _habit(world: World) -> Array:
    """(X - 1, N, M, K, 1) share of imports asked of each other origin."""
    return wide(np.maximum(world.market.preference[1:], TRACE))


@derived
def _buyers(world: World) -> tuple[Array, Index]:
    """The habits that differ, (X - 1, G, M, K, 1), and which of them each nation has."""
    habit = _habit(world)[..., 0].swapaxes(0, 1)
    kinds, kind = np.unique(habit.reshape(len(habit), -1), axis=0, return_inverse=True)
    return wide(kinds.reshape(-1, *habit.shape[1:]).swapaxes(0, 1).copy()), kind.reshape(-1)


@derived
def _rival_habit(world: World) -> tuple[Array, Array]:
    """(N, M, K, 1) share of imports asked of the rival, by the gap of delivered prices at which it was formed,
    and what full wariness adds to it.
    """
    market, rules = world.market, world.rival_rules
    usual = market.start_price[INSIDE] * (1.0 + rules.base_tax[0]) / market.start_price[OUTSIDE]
    calm = wide(np.maximum(market.preference[RIVAL] * usual**market.price_response, TRACE))
    return calm, calm * -min(market.wariness_effect, MOST_WARY)

"""What an agreement is worth to a nation that is asked for it, part by part, and what it answers.

All in US$ million a year, and of what a nation knows: published trade, prices and tensions, its own readiness and
trust, and its partner's readiness as it was known at the start. Each part is a product that a person can follow:

- supply: what the partner would sell it first, and what a promise to buy is worth, less what it would sell first itself
- cover: what it would draw from the partner in need, less what the partner would draw from it
- know_how: levels that the partner is ahead and it could learn, less what the partner could learn
- staff, cost, fee, tension: as the agreement says
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from game.engine import clauses, cover, reasons, treaties
from game.engine.clauses import Cell, Clauses, bounds
from game.engine.derived import derived
from game.engine.events import Events
from game.engine.state import PROPOSED, State
from game.engine.summation import total
from game.engine.world import OUTSIDE, World
from game.engine.world.diplomacy import Weighing

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

MILLION_A_TONNE = 1e-3
"""US$ million for a tonne at 1 US$/kg."""
DAYS_A_YEAR = 365.0
LEAST_DEAR = 0.01
"""US$/kg, and over the price at rest: no price is counted as less."""
CONTENT = -1e-9
"""US$ million a year: a nation takes what is worth so much to it."""


class Grounds:
    """What weighs with nations while nothing moves in `state`: worked out once for each nation or pair asked of."""

    def __init__(self, world: World, state: State) -> None:
        self._tension = state.tension
        self.dependence = cache(partial(_dependence, state))
        self.kept = cache(partial(_kept, world, state))
        self.supply = cache(partial(_supply, world, state))
        self.lead = cache(partial(_lead, world, state))

    def in_need(self, nation: int) -> Array:
        """How far a nation has to fear for what it imports, 0-1, (B,): by its quarrel with the rival and its
        dependence.
        """
        feared: Array = self._tension[nation] * self.dependence(nation)
        return feared

    def cover(self, nation: int, partner: int) -> Array:
        """US$ million that a year's goods of the partner are worth to the nation as cover, less what it gives, (B,).

        Nobody draws more than it needs itself, nor more than the other keeps: the smaller of the two bounds both.
        """
        return (self.in_need(nation) - self.in_need(partner)) * np.minimum(self.kept(nation), self.kept(partner))


def parts(
    world: World, state: State, cell: Cell, stated: Clauses, grounds: Grounds | None = None
) -> Mapping[int, Array]:
    """What the agreement `cell` (kind, nation, partner) is worth to the nation as `stated` by it: a code of `reasons`
    to US$ million a year, (B,). Empty where the rules say nothing of it. Who asks of many hands over the `grounds`.
    """
    weighing = world.diplomacy.weighing
    if weighing is None:
        return {}
    kind, nation, partner = cell
    grounds = Grounds(world, state) if grounds is None else grounds
    found = {
        reasons.SUPPLY: stated.share * grounds.supply(weighing, nation, partner),
        reasons.COVER: np.multiply(stated.days, weighing.cover / DAYS_A_YEAR) * grounds.cover(nation, partner),
        reasons.KNOW_HOW: np.zeros(state.batch),
        reasons.STAFF: np.full(state.batch, _staff(world, kind, nation) * weighing.staff),
        reasons.COST: np.multiply(stated.money, -float(nation < world.seats)) + np.zeros(state.batch),
        reasons.FEE: np.multiply(stated.fee, -1.0) + np.zeros(state.batch),
        reasons.TENSION: -weighing.displeasure * float(world.agreements.tension[kind]) * grounds.dependence(nation),
    }
    if world.agreements.shares_research[kind]:
        found[reasons.KNOW_HOW] = weighing.learning * pace(world, kind, stated) * grounds.lead(nation, partner)
    return found


def pace(world: World, kind: int, stated: Clauses) -> Array | float:
    """How fast partners learn from each other, over what they do for the usual money: twice the money, a third more."""
    whole = clauses.limits(world, kind)[clauses.MONEY][clauses.USUAL]
    if clauses.MONEY not in clauses.open_clauses(world, kind) or not whole:
        return 1.0
    return np.divide(np.multiply(stated.money, 2.0), np.add(stated.money, whole))


def _supply(world: World, state: State, weighing: Weighing, nation: int, partner: int) -> Array:
    """For all that either sells: what first call on it is worth to the nation, less what it gives up, (B,)."""
    usual = _price_at_rest(world)[:, None]
    dear = np.maximum(state.price[OUTSIDE] / usual, LEAST_DEAR)
    value = usual * (12.0 * MILLION_A_TONNE)
    bought = np.minimum(state.flow_exports[partner], state.year_imports[nation]) * value
    sold = np.minimum(state.flow_exports[nation], state.year_imports[partner]) * value
    first, assured = weighing.first_refusal, weighing.assured_sale
    return total((bought - sold) * dear * first + (sold - bought) * assured / dear, 0)


@derived
def _price_at_rest(world: World) -> Array:
    """(G,) US$/kg on the world market when nothing has happened yet."""
    prices: Array = world.supply.start["price"][0, OUTSIDE, : len(world.names.goods)]
    return np.maximum(prices, LEAST_DEAR)


def _dependence(state: State, nation: int) -> Array:
    """Part of a nation's imports that comes from the rival, of the value of all, (B,)."""
    price = state.price[OUTSIDE]
    imports = total(state.year_imports[nation] * price, 0)
    return total(state.year_rival[nation] * price, 0) / np.maximum(imports, 1e-9)


def _kept(world: World, state: State, nation: int) -> Array:
    """US$ million of a year's imports of goods that stockpiles can hold, (B,)."""
    value = state.year_imports[nation] * state.price[OUTSIDE] * (12.0 * MILLION_A_TONNE)
    return total(value * world.stockpiles.goods[:, None], 0)


def _lead(world: World, state: State, nation: int, partner: int) -> Array:
    """Levels that the nation could learn from the partner in a year, less what the partner could from it, (B,)."""
    ahead = world.research.readiness[partner][:, None] - state.readiness[nation]
    learnt = total(np.maximum(ahead, 0.0), 0) - total(np.maximum(-ahead, 0.0), 0)
    return learnt * world.research.spillover


@derived
def _hosts(world: World) -> NDArray[np.bool_]:
    """(N,) nations that have staff to be trained: those that are no seats and not the rival."""
    found = np.arange(len(world.names.nations)) >= world.seats
    found[world.rival] = False
    return found


def _staff(world: World, kind: int, nation: int) -> float:
    return float(world.agreements.staff[kind]) * float(_hosts(world)[nation])


def worth(world: World, state: State, cell: Cell, stated: Clauses) -> tuple[Array, NDArray[np.int64]]:
    """US$ million a year that it is worth to the nation of `cell` with all its good will, and the code of what weighs
    most against it, (B,) each.
    """
    found = parts(world, state, cell, stated)
    if not found:
        return np.zeros(state.batch), np.zeros(state.batch, dtype=np.int64)
    codes = np.array([*found])
    table = np.stack([*found.values()])
    return total(table, 0) + _good_will(world, state, cell), codes[np.argmin(table, axis=0)]


def _good_will(world: World, state: State, cell: Cell) -> Array:
    """What a nation is content to lose for a friend, (B,) US$ million a year."""
    kind, nation, partner = cell
    weighing, least = world.diplomacy.weighing, float(world.agreements.min_trust[kind])
    rate = 0.0 if weighing is None else weighing.goodwill
    return np.maximum(treaties.trusted(world, state, nation, partner) - least, 0.0) * rate


def answer(world: World, state: State, events: Events, pair: Cell, where: Mask, causes: tuple[str, str]) -> None:
    """Let the partner of the proposal `pair` (kind, proposer, partner) answer it in the matches of `where`.

    It signs what is worth it, asks for a fee, or for less of all, where that would do, and declines the rest with the
    reason. `causes` are those of signing and of any other answer.
    """
    kind, proposer, partner = pair
    asked = (kind, partner, proposer)
    offered = where & (state.agreement[pair] == PROPOSED)
    trusted = treaties.trusts(world, state, partner, proposer, float(world.agreements.min_trust[kind]))
    as_asked = clauses.held(world, state, asked)
    gain, against = worth(world, state, asked, as_asked)
    able = _able(world, state, partner, as_asked)
    against = np.where(able, against, reasons.PLEDGE)
    content = offered & trusted & able & (gain >= CONTENT)
    unsure = offered & trusted & ~content
    treaties.sign(world, state, events, pair, content, causes[0])
    for stated in _other_ways(world, kind, as_asked) if unsure.any() else ():
        wanted, does = _for_a_fee(world, state, asked, stated)
        does = does & unsure
        if does.any():
            treaties.counter(world, state, events, asked, does, causes[1], wanted, against)
            unsure &= ~does
    reason = np.where(trusted, against, reasons.TRUST)
    treaties.decline(world, state, events, pair, unsure | (offered & ~trusted), causes[1], reason)


def _able(world: World, state: State, nation: int, stated: Clauses) -> Mask:
    """Where a nation holds, or means to hold, the days that it would pledge, (B,)."""
    if not np.count_nonzero(stated.days):
        return np.ones(state.batch, dtype=bool)
    able: Mask = np.greater_equal(cover.days_meant(world, state)[nation], stated.days)
    return able


def _other_ways(world: World, kind: int, stated: Clauses) -> tuple[Clauses, ...]:
    """What a nation may answer instead: the same for another fee, then the least that the kind allows."""
    choice, low = clauses.open_clauses(world, kind), bounds(world)[kind, :, clauses.LEAST]
    less = {
        name: float(low[place])
        for name, place in (("share", clauses.SHARE), ("days", clauses.DAYS), ("money", clauses.MONEY))
        if place in choice
    }
    return (stated, stated._replace(**less)) if less else (stated,)


def _for_a_fee(world: World, state: State, cell: Cell, stated: Clauses) -> tuple[Clauses, Mask]:
    """`stated` with the fee, in whole US$ million a year, for which the nation of `cell` would sign; and where it could
    keep that, and it is a fee that the kind allows, (B,).
    """
    kind, nation, _ = cell
    gain, _ = worth(world, state, cell, stated)
    least = float(bounds(world)[kind, clauses.FEE, clauses.LEAST])
    fee = np.floor(np.add(stated.fee, np.minimum(gain, 0.0)))
    fee = np.where(gain >= CONTENT, stated.fee, fee)
    return stated._replace(fee=fee), (fee >= least) & _able(world, state, nation, stated)

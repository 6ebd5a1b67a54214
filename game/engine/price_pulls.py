"""What moved the prices of the world market over a turn, by the parts of equation 19 of the economy.

What is called for is, in logarithms, the price that traders are used to, more where stocks lack, and a part of the way
to what it costs to make. Markets that are joined share these parts as they share their prices. What each part was at
the end of the turn less what it was at the beginning is its part of the move; together they are the move. What is left
is what users can pay at most, sales below the market, and the month by which a price comes after what calls for it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from game.economy.phases.prices import lack
from game.engine.state import State
from game.engine.terms import NOTHING, Term
from game.engine.world import OUTSIDE, World, wide

Array = NDArray[np.float64]
CRUMB = 1e-9
"""Less is nothing."""
_lack = np.vectorize(lack, otypes=[float])


def terms(world: World, before: State, after: State) -> Iterator[Term]:
    """What each part added to the price of each good on the world market between two states, US$/kg."""
    first, last = before.price[OUTSIDE], after.price[OUTSIDE]
    step = np.log(last / first)
    # The mean of both prices by logarithms: a part of the logarithm times this is its part of the difference.
    mean = np.where(np.abs(step) > CRUMB, (last - first) / np.where(step == 0.0, 1.0, step), last)
    was, now = pulls(world, before), pulls(world, after)
    for cause in now:
        for (good, match), amount in np.ndenumerate((now[cause] - was[cause]) * mean):
            if abs(amount) > NOTHING:
                yield Term(match, "price", (good,), cause, float(amount))


def pulls(world: World, state: State) -> dict[str, Array]:
    """(G, B) the parts of the logarithm of each good's price on the world market, at the end of a month."""
    rules, market, usual = world.supply.rules[0], _Market(state), state.held("usual", "ZG")
    lacks = market.scarce(np.stack(_called(world, state, market.called)))
    pressed = 1.0 + np.maximum(lacks[-1], 0.0)
    parts = {
        "stocks": rules["scarcity"] * lacks[0],
        "hoarding": rules["scarcity"] * (lacks[1] - lacks[0]),
        "held_back": rules["scarcity"] * (lacks[2] - lacks[1]),
        "unfilled": rules["scarcity"] * (lacks[3] - lacks[2]),
        "making": rules["cost_pull"] / (pressed * pressed) * (market.paid(state) - usual),
    }
    found = {cause: market.joined(part) for cause, part in parts.items()}
    found["habit"] = market.joined(usual + market.apart, usual)
    found["ceiling"] = np.log(state.price[OUTSIDE]) - sum(found.values())
    return found


class _Market:
    """What lay in the zones in the month that has ended, (Z, G, B), and how far they are one market."""

    def __init__(self, state: State) -> None:
        self.called, self.held = state.handed("called", "ZG"), state.handed("held", "ZG")
        self.linked, self.apart = state.handed("linked", "ZG"), state.handed("apart", "ZG")
        self.free: Array = state.handed("open", "ZG").copy()
        self.free[OUTSIDE] = 1.0  # nobody shuts the world market
        weight = self.free * self.called
        self.weight: Array = weight / weight.sum(axis=0)

    def joined(self, part: Array, own: Array | None = None) -> Array:
        """(G, B) a part of what is called for on the world market, shared with the others as far as they are one.

        `own` is what it is in a zone by itself, where that differs from what the zone brings to all.
        """
        mine = (part if own is None else own)[OUTSIDE]
        shared: Array = mine + self.linked[OUTSIDE] * ((self.weight * part).sum(axis=0) - mine)
        return shared

    def scarce(self, called: Array) -> Array:
        """How scarce goods are where each of `called` (n, Z, G, B) should lie in stocks, (n, Z, G, B)."""
        whole = (self.free * called).sum(axis=1, keepdims=True) / (self.free * self.held).sum(axis=0)
        return self.linked * _lack(whole) + (1.0 - self.linked) * _lack(called / self.held)

    def paid(self, state: State) -> Array:
        """(Z, G, B) logarithm of what it costs to make, of the makers of all zones as far as they are one market."""
        cost, made = state.handed("cost", "ZG"), self.free * state.handed("weight", "ZG")
        mean = (made * cost).sum(axis=0) / np.maximum(made.sum(axis=0), CRUMB)
        common = np.log(np.maximum(mean, CRUMB)) + (self.weight * self.apart).sum(axis=0)
        return self.linked * (common - self.apart) + (1.0 - self.linked) * np.log(np.maximum(cost, CRUMB))


def _called(world: World, state: State, whole: Array) -> list[Array]:
    """(Z, G, B) what should lie in stocks: in calm; with what the frightened want besides; with orders that controls
    held back; with all orders that were not filled, which is the `whole`.
    """
    rules, size, patient = world.supply.rules[0], state.sizes, state.handed("patient", "ZG")
    zone = rules["zone"][: size.N]
    in_calm = wide(rules["cover"][: size.G]) * patient[zone] * state.held("usual_use", "NG")
    more = np.maximum(state.handed("wanted", "NG") - in_calm, 0.0)
    got = state.handed("received", "NG") + state.handed("released", "NG")
    unfilled = np.maximum(state.handed("asked", "NG") - got, 0.0) * wide(rules["local"][: size.G] == 0)
    refused = np.minimum(state.handed("refused", "ZNG").sum(axis=0), unfilled)
    within = (zone == np.arange(size.Z)[:, None]).astype(float)
    hoarded, missing, held_back = (np.tensordot(within, each, 1) for each in (more, unfilled, refused))
    calm = whole - missing - hoarded
    return [calm, calm + hoarded, calm + hoarded + held_back, whole]

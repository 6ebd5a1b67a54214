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

from game.economy.phases.prices import FAMINE
from game.engine.state import State
from game.engine.terms import NOTHING, Term
from game.engine.world import OUTSIDE, World, wide

Array = NDArray[np.float64]
CRUMB = 1e-9
"""Less is nothing."""


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
    rules, usual = world.supply.rules[0], state.held("usual", "ZG")
    stages = _called(world, state)
    lacks = [_scarce(state, called) for called in stages]
    pressed = 1.0 + np.maximum(lacks[-1], 0.0)
    parts = {
        "stocks": rules["scarcity"] * lacks[0],
        "hoarding": rules["scarcity"] * (lacks[1] - lacks[0]),
        "held_back": rules["scarcity"] * (lacks[2] - lacks[1]),
        "unfilled": rules["scarcity"] * (lacks[3] - lacks[2]),
        "making": rules["cost_pull"] / (pressed * pressed) * (_paid(state) - usual),
    }
    found = {cause: _joined(state, part) for cause, part in parts.items()}
    found["habit"] = _habit(state, usual)
    found["ceiling"] = np.log(state.price[OUTSIDE]) - sum(found.values())
    return found


def _habit(state: State, usual: Array) -> Array:
    """(G, B) logarithm of the price that traders are used to, of all markets as far as they are one."""
    apart, linked = state.handed("apart", "ZG"), state.handed("linked", "ZG")
    common = _mean(state, usual + apart) - apart[OUTSIDE]
    return usual[OUTSIDE] + linked[OUTSIDE] * (common - usual[OUTSIDE])


def _joined(state: State, part: Array) -> Array:
    """(G, B) a part of what is called for on the world market, shared with the others as far as they are one."""
    linked = state.handed("linked", "ZG")[OUTSIDE]
    return part[OUTSIDE] + linked * (_mean(state, part) - part[OUTSIDE])


def _mean(state: State, values: Array) -> Array:
    """(G, B) mean over the zones, by what is called for in each that is open."""
    weight = _open(state) * state.handed("called", "ZG")
    return (weight * values).sum(axis=0) / weight.sum(axis=0)


def _open(state: State) -> Array:
    """(Z, G, B) how freely goods leave each zone; nobody shuts the world market."""
    free: Array = state.handed("open", "ZG").copy()
    free[OUTSIDE] = 1.0
    return free


def _scarce(state: State, called: Array) -> Array:
    """(Z, G, B) how scarce goods are where `called` should lie in stocks."""
    held, free, linked = state.handed("held", "ZG"), _open(state), state.handed("linked", "ZG")
    whole = (free * called).sum(axis=0) / (free * held).sum(axis=0)
    return linked * _lack(whole) + (1.0 - linked) * _lack(called / held)


def _lack(ratio: Array) -> Array:
    """As `game.economy.phases.prices.lack`."""
    famine = FAMINE - 1.0 + FAMINE * np.log(np.maximum(ratio, FAMINE) / FAMINE)
    return np.where(ratio < 1.0, np.log(np.minimum(ratio, 1.0)), np.where(ratio < FAMINE, ratio - 1.0, famine))


def _paid(state: State) -> Array:
    """(Z, G, B) logarithm of what it costs to make, of the makers of all zones as far as they are one market."""
    cost, weight, free = state.handed("cost", "ZG"), state.handed("weight", "ZG"), _open(state)
    apart, linked, called = state.handed("apart", "ZG"), state.handed("linked", "ZG"), state.handed("called", "ZG")
    made = free * weight
    shift = (free * called * apart).sum(axis=0) / (free * called).sum(axis=0)
    own = np.log(np.maximum(cost, CRUMB))
    total = made.sum(axis=0)
    common = np.log(np.maximum((made * cost).sum(axis=0), CRUMB) / np.maximum(total, CRUMB))
    return linked * (common + shift - apart) + (1.0 - linked) * own


def _called(world: World, state: State) -> list[Array]:
    """(Z, G, B) what should lie in stocks: in calm; with what the frightened want besides; with orders that controls
    held back; with all orders that were not filled.
    """
    rules, size = world.supply.rules[0], state.sizes
    whole, patient = state.handed("called", "ZG"), state.handed("patient", "ZG")
    in_calm = wide(rules["cover"][: size.G]) * patient[rules["zone"][: size.N]] * state.held("usual_use", "NG")
    more = np.maximum(state.handed("wanted", "NG") - in_calm, 0.0)
    asked, got = state.handed("asked", "NG"), state.handed("received", "NG") + state.handed("released", "NG")
    unfilled = np.maximum(asked - got, 0.0) * wide(rules["local"][: size.G] == 0)
    refused = np.minimum(state.handed("refused", "ZNG").sum(axis=0), unfilled)
    hoarded, missing, held_back = (_by_zone(world, state, each) for each in (more, unfilled, refused))
    calm = whole - missing - hoarded
    return [calm, calm + hoarded, calm + hoarded + held_back, whole]


def _by_zone(world: World, state: State, values: Array) -> Array:
    """(Z, G, B) sums over the nations of each zone of `values` (N, G, B)."""
    zone = world.supply.rules[0]["zone"][: state.sizes.N]
    found = np.zeros((state.sizes.Z, *values.shape[1:]))
    np.add.at(found, zone, values)
    return found

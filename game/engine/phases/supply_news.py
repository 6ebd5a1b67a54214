"""What of the economy's month is news: shortages, spikes, controls that bite, stockpiles filled and opened."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.economy.phases.mood import LN2
from game.engine import possible
from game.engine.decided import FULL
from game.engine.month import Month, short
from game.engine.state import State
from game.engine.terms import Fading
from game.engine.world import INSIDE, OUTSIDE, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

SPIKE = 1.5
"""Price over that of the year from which a rise is news."""
BITES = 0.1
"""Part of the need that controls must refuse before it is news."""
DRAWN = 0.05
"""Part of a stockpile that must be released in a month before it is news."""
CRUMB = 1e-9
"""t: less is nothing."""


def tell(world: World, state: State, month: Month) -> None:
    """Record what began or ended this month, and what moved fear."""
    need = np.maximum(state.flow_need, CRUMB)
    lacking, seats = short(state), slice(0, world.seats)
    before, line = month.watched.short[seats], world.news.shortage
    _change(world, month, ("shortage", "shortage_over"), (before, lacking[seats]), line)
    _bite(world, state, month, need)
    _spikes(world, state, month)
    _stockpiles(world, state, month)
    _fear(world, state, month)


def _change(world: World, month: Month, kinds: tuple[str, str], amounts: tuple[Array, Array], line: float) -> None:
    """Record where an amount (H, G, B) rises above a line, and where it falls below it again."""
    above = [amount > line for amount in amounts]
    told = ((kinds[0], above[1] & ~above[0], amounts[1]), (kinds[1], above[0] & ~above[1], amounts[0]))
    for kind, where, amount in told:
        for seat, good in _somewhere(where & possible.traded(world)[:, None]):
            month.events.add(kind, month.index, where[seat, good], actor=seat, item=good, amount=amount[seat, good])


def _bite(world: World, state: State, month: Month, need: Array) -> None:
    """Record where a controller begins to refuse a part of the need that is felt."""
    refused, before = state.handed("refused", "ZNG"), month.watched.refused
    for zone in range(INSIDE, len(world.names.zones)):
        bites = (refused[zone] > BITES * need) & (before[zone] <= BITES * need)
        for seat, good in _somewhere(bites[: world.seats]):
            month.events.add(
                "control_bites", month.index, bites[seat, good], actor=int(world.rival_rules.controller[zone]),
                target=seat, item=good, amount=refused[zone, seat, good], cause=_cause(world, state, zone),
            )  # fmt: skip


def _cause(world: World, state: State, zone: int) -> str:
    """The rule of the zone that fired last and still acts, or the market where only what is usual stands."""
    acts = (state.rule_left > 0.0).any(axis=-1) & (world.rival_rules.zone == zone)
    acting = np.where(acts, state.rule_fired.max(axis=-1, initial=-1), -1)
    return f"rule:{world.names.rules[int(acting.argmax())]}" if acting.size and acting.max() >= 0 else "market"


def _spikes(world: World, state: State, month: Month) -> None:
    price, usual = state.price[OUTSIDE], state.year_price[OUTSIDE]
    spikes = (price > SPIKE * usual) & (month.before.price[OUTSIDE] <= SPIKE * usual)
    spikes &= possible.traded(world)[:, None]
    for good in np.flatnonzero(spikes.any(axis=-1)).tolist():
        month.events.add("price_spike", month.index, spikes[good], item=good, amount=price[good] / usual[good])


def _stockpiles(world: World, state: State, month: Month) -> None:
    seats = slice(0, world.seats)
    held, before = state.reserve[seats], month.before.reserve[seats]
    target = (state.held("reserve_target", "NG") * state.held("usual_use", "NG"))[seats] * FULL
    told = (
        ("stockpile_reached", (target > CRUMB) & (held >= target) & (before < target), held),
        ("stockpile_released", before - held > DRAWN * before + CRUMB, before - held),
    )
    for kind, where, amount in told:
        for seat, good in _somewhere(where):
            month.events.add(kind, month.index, where[seat, good], actor=seat, item=good, amount=amount[seat, good])


def _fear(world: World, state: State, month: Month) -> None:
    """Terms of fear, by the parts of equation 18 of the economy that fed it."""
    rules, terms = world.supply.rules[0], month.events.terms
    asked = np.maximum(state.handed("asked", "NG"), CRUMB)
    unfilled = np.maximum(asked - state.handed("received", "NG") - state.flow_release, 0.0) / asked
    zone = rules["zone"][: state.sizes.N]
    rise = np.maximum(np.log(state.price[zone] / np.maximum(state.year_price[zone], CRUMB)) / LN2, 0.0)
    before, left = month.watched.fear, 1.0 - 1.0 / float(rules["calm_months"])
    parts = {"shortage": rules["alarm"] * unfilled, "rising_prices": rules["excitement"] * rise}
    grown = {cause: (1.0 - before) * part * left for cause, part in parts.items()}
    calm = before * left
    others = np.maximum(state.fear - calm - sum(grown.values()), 0.0)
    free = calm + sum(grown.values()) + others
    terms.fade("fear", Fading(before, left, np.zeros((1, 1, 1)), free, state.fear.copy()))
    for cause, amount in {**grown, "others": others}.items():
        terms.add("fear", cause, amount)


def _somewhere(where: Mask) -> list[tuple[int, int]]:
    """Places (H, G) at which something holds in any match."""
    return [(int(seat), int(good)) for seat, good in np.argwhere(where.any(axis=-1))]

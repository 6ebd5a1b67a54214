"""Controls: quota, duty, licences, embargo, and cheap goods that flood the market."""

from __future__ import annotations

import numpy as np

from game.engine.phases.actions.kinds import Array, Chosen, Control, Mask, RuleAction, Size
from game.engine.state import State
from game.engine.world import World, wide
from game.marks import N_

_NATIONS = Chosen("nations", "nations")
_GOODS = Chosen("goods", "goods")
_QUOTAS = Chosen("quotas", "quotas")


def _times(held: Array, does: Array, acts: Mask) -> None:
    held *= np.where(acts, does, 1.0)


def _plus(held: Array, does: Array, acts: Mask) -> None:
    held += does * acts


def _leave(held: Array, does: Array, acts: Mask) -> None:
    """`held` is what is left after every cut."""
    held *= 1.0 - does * acts


def _whole_quota(world: World, state: State) -> Array:
    return np.ones(state.quota.shape)


def _all_shipped(world: World, state: State) -> Array:
    return np.ones(state.embargo.shape)


def _calm(world: World, state: State) -> Array:
    return np.ones(state.flood.shape)


def _of_quota(world: World, state: State, multiple: Array) -> None:
    # Where no quota stands there is nothing to take a part of.
    base = wide(world.rival_rules.base_quota[state.month])
    state.quota[:] = np.inf
    np.multiply(base, multiple, out=state.quota, where=np.isfinite(base))


def _usual_tax(world: World, state: State) -> Array:
    state.export_tax[...] = wide(world.rival_rules.base_tax[state.month])
    return state.export_tax


def _no_subsidy(world: World, state: State, held: Array) -> None:
    np.maximum(held, 0.0, out=state.export_tax)


def _all_licensed(world: World, state: State) -> Array:
    state.licence[...] = 1.0
    return state.licence


def _cut_shipments(world: World, state: State, left: Array) -> None:
    np.subtract(1.0, left, out=state.embargo)


def _cut_prices(world: World, state: State, left: Array) -> None:
    np.subtract(1.0, left, out=state.flood)


QUOTA = RuleAction(
    name="quota",
    meaning="An export quota, which has to stand, becomes a multiple of what it is.",
    text=N_("export quota {multiple} the usual one: {quotas}"),
    beyond=100.0,
    boundless=N_("no export quota that binds: {quotas}"),
    example="quota: {quotas: [all_salts], multiple: 0.6}",
    chosen=(_QUOTAS,),
    sizes=(Size("multiple", "factor", "Of the quota that stands.", nothing=1.0, low=0.0),),
    effect=Control(_whole_quota, _times, _of_quota, zoned=False),
)
TAX = RuleAction(
    name="tax",
    meaning="An export tax, added to the one that stands.",
    text=N_("export tax up by {rate}: {goods}"),
    example="tax: {goods: [salt], rate: 0.1}",
    chosen=(_GOODS,),
    sizes=(Size("rate", "share", "Added to the duty that stands; below 0 it takes off.", nothing=0.0, low=-1.0),),
    effect=Control(_usual_tax, _plus, _no_subsidy),
)
LICENCE = RuleAction(
    name="licence",
    meaning="Exports need a licence, and only a part of the applications is approved.",
    text=N_("{share} of the export licences approved: {nations}, {goods}"),
    example="licence: {nations: [island], share: 0.4}",
    chosen=(_NATIONS, _GOODS),
    sizes=(Size("share", "share", "Part of the applications approved.", nothing=1.0, low=0.0, high=1.0),),
    effect=Control(_all_licensed, _times),
)
EMBARGO = RuleAction(
    name="embargo",
    meaning="A part of the shipments is stopped, whatever was ordered or licensed.",
    text=N_("{share} of the shipments cut: {nations}, {goods}"),
    example="embargo: {nations: [island], goods: [salt], share: 0.9}",
    chosen=(_NATIONS, _GOODS),
    sizes=(Size("share", "share", "Part of the shipments cut.", nothing=0.0, low=0.0, high=1.0),),
    effect=Control(_all_shipped, _leave, _cut_shipments),
)
FLOOD = RuleAction(
    name="flood",
    meaning="Works sell below the price that stock and cost call for, and the state makes up for it.",
    text=N_("undersold by {share}: {goods}"),
    example="flood: {goods: [salt], share: 0.3}",
    chosen=(_GOODS,),
    sizes=(Size("share", "share", "Cut of the price.", nothing=0.0, low=0.0, high=0.9),),
    effect=Control(_calm, _leave, _cut_prices),
)

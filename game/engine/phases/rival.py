"""The rival: rules of its script fire and end; quota, tax, licences, embargo and flood follow from those that act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine import chance, metrics
from game.engine.conditions import ConditionTable
from game.engine.derived import derived
from game.engine.state import State
from game.engine.world import World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Mask = NDArray[np.bool_]


@derived
def _table(world: World) -> ConditionTable:
    return ConditionTable(world.rival_rules.when)


@derived
def _base_changes(world: World) -> frozenset[int]:
    """Months in which the base quota or tax is another than in the month before; the first counts."""
    rules = world.rival_rules
    quota = np.any(rules.base_quota[1:] != rules.base_quota[:-1], axis=(1, 2))
    tax = np.any(rules.base_tax[1:] != rules.base_tax[:-1], axis=(1, 2))
    return frozenset([0, *(np.flatnonzero(quota | tax) + 1).tolist()])


def advance(world: World, state: State, month: Month) -> None:
    """End rules whose time is over, fire those whose condition holds, and set the controls anew when anything moved.

    A rule that fires with duration n acts in this month and the n - 1 that follow.
    """
    ended = _age(world, state, month)
    fired = _fire(world, state, month)
    if ended or fired or state.month in _base_changes(world):
        set_controls(world, state)


def _age(world: World, state: State, month: Month) -> bool:
    """Count down; whether any rule ended."""
    if not np.count_nonzero(state.rule_wait) and not np.count_nonzero(state.rule_left):
        return False
    acted = state.rule_left > 0.0
    np.maximum(state.rule_wait - 1.0, 0.0, out=state.rule_wait)
    np.maximum(state.rule_left - 1.0, 0.0, out=state.rule_left)
    ended = acted & (state.rule_left <= 0.0)
    if not np.count_nonzero(ended):
        return False
    for rule in np.flatnonzero(ended.any(axis=1)).tolist():
        _record(world, state, month, "rule_ended", rule, ended[rule])
    return True


def _fire(world: World, state: State, month: Month) -> bool:
    """Fire rules; whether any did."""
    rules = world.rival_rules
    resting = (state.rule_wait + state.rule_left + state.rule_count * rules.once[:, None]) > 0.0
    ready = [not all_rest for all_rest in np.logical_and.reduce(resting, axis=1).tolist()]
    fires = _table(world).holds(world, state, metrics.read, ready)
    np.greater(fires, resting, out=fires)
    if not np.count_nonzero(fires):
        return False
    if rules.chance[np.logical_or.reduce(fires, axis=1)].min() < 1.0:
        fires &= chance.uniform(state.seeds, "rival", state.month, len(rules.when)) < wide(rules.chance)
    for rule in np.flatnonzero(fires.any(axis=1)).tolist():
        _take_effect(world, state, month, rule, fires[rule])
    return bool(np.count_nonzero(fires))


def _take_effect(world: World, state: State, month: Month, rule: int, where: Mask) -> None:
    rules = world.rival_rules
    duration = float(rules.duration[rule])
    state.rule_left[rule][where] = duration if duration > 0.0 else np.inf
    state.rule_wait[rule][where] = float(rules.cooldown[rule])
    state.rule_count[rule][where] += 1.0
    state.rule_fired[rule][where] = state.month
    state.tension[:] = np.clip(state.tension + rules.tension[rule][:, None] * where, 0.0, 1.0)
    standing = state.reputation[world.rival]
    np.maximum(standing - rules.reputation_cost[rule] * where, 0.0, out=standing)
    _record(world, state, month, "rule_fired", rule, where)


def _record(world: World, state: State, month: Month, kind: str, rule: int, where: Mask) -> None:
    targets = np.flatnonzero(world.rival_rules.target[rule])
    target = int(targets[0]) if len(targets) == 1 else -1
    cause = f"rule:{world.names.rules[rule]}"
    month.events.add(kind, state.month, where, actor=world.rival, target=target, item=rule, cause=cause)


def set_controls(world: World, state: State) -> None:
    """Quota, tax, licences, embargo and flood of this month: the base, changed by every rule that acts."""
    rules = world.rival_rules
    acting = state.rule_left > 0.0
    quota = np.ones_like(state.quota)
    tax = np.zeros_like(state.export_tax)
    licence = np.ones_like(state.licence)
    shipped = np.ones_like(state.embargo)
    calm = np.ones_like(state.flood)
    for rule in np.flatnonzero(acting.any(axis=1)).tolist():
        acts = acting[rule]
        quota *= np.where(acts, wide(rules.quota[rule]), 1.0)
        tax += wide(rules.tax[rule]) * acts
        licence *= np.where(acts, wide(rules.licence[rule]), 1.0)
        shipped *= 1.0 - wide(rules.embargo[rule]) * acts
        calm *= 1.0 - wide(rules.flood[rule]) * acts
    base = np.broadcast_to(wide(rules.base_quota[state.month]), quota.shape)
    # Where no quota stands there is nothing to take a part of.
    state.quota[:] = np.inf
    np.multiply(base, quota, out=state.quota, where=np.isfinite(base))
    state.export_tax[:] = wide(rules.base_tax[state.month]) + tax
    state.licence[:] = licence
    state.embargo[:] = 1.0 - shipped
    state.flood[:] = 1.0 - calm

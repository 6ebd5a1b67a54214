"""The rival: rules of its script fire and end; quota, tax, licences, embargo and flood follow from those that act."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import chance, metrics
from game.engine.condition_table import ConditionTable, somewhere
from game.engine.derived import derived
from game.engine.month import Month
from game.engine.phases import rival_deals
from game.engine.phases.rival_deals import deals_of
from game.engine.phases.technology import withholds
from game.engine.script import Script
from game.engine.state import State
from game.engine.world import World, wide

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
    fired = _fire(world, state, month) if month.script is None else _follow(world, state, month, month.script)
    if ended or fired or state.month in _base_changes(world):
        set_controls(world, state)


def _age(world: World, state: State, month: Month) -> bool:
    """Count down; whether any rule ended."""
    if not np.count_nonzero(state.rule_clock):
        return False
    ended = state.rule_left == 1.0
    state.rule_clock -= 1.0
    np.maximum(state.rule_clock, 0.0, out=state.rule_clock)
    if not np.count_nonzero(ended):
        return False
    for rule in np.flatnonzero(ended.any(axis=1)).tolist():
        if rule not in _done_at_once(world):
            _record(world, state, month, "rule_ended", rule, ended[rule])
    return True


def _fire(world: World, state: State, month: Month) -> bool:
    """Fire rules; whether any did."""
    rules = world.rival_rules
    fired, rested = False, state.rule_wait <= 0.0
    holds = _table(world).found(world, state, metrics.read, somewhere(rested))
    for rule in sorted(holds):
        # A rule rests at least as long as it acts.
        fires = holds[rule] & rested[rule]
        if rules.once[rule]:
            fires &= state.rule_count[rule] <= 0.0
        if rules.chance[rule] < 1.0 and np.count_nonzero(fires):
            fires &= chance.uniform_at(state.seeds, "rival", state.month, rule) < rules.chance[rule]
        if np.count_nonzero(fires):
            _take_effect(world, state, month, rule, fires)
            fired = True
    return fired


def _follow(world: World, state: State, month: Month, script: Script) -> bool:
    """Fire what is written; whether anything is."""
    firing = script.rules.get(state.month, {})
    for rule in sorted(firing):
        _take_effect(world, state, month, rule, firing[rule])
    return bool(firing)


def _take_effect(world: World, state: State, month: Month, rule: int, where: Mask) -> None:
    rules = world.rival_rules
    duration = float(rules.duration[rule]) or np.inf
    state.rule_left[rule][where] = duration
    # A rule rests at least as long as it acts, and for ever when it may fire but once.
    state.rule_wait[rule][where] = np.inf if rules.once[rule] else max(duration, float(rules.cooldown[rule]))
    state.rule_count[rule][where] += 1.0
    state.rule_fired[rule][where] = state.month
    cause, terms = f"rule:{world.names.rules[rule]}", month.events.terms
    tension = state.tension + rules.tension[rule][:, None] * where
    np.maximum(tension, 0.0, out=tension)
    np.minimum(tension, 1.0, out=tension)
    terms.moved("tension", cause, state.tension, tension)
    state.tension = tension
    standing = np.maximum(state.reputation[world.rival] - rules.reputation_cost[rule] * where, 0.0)
    terms.moved("reputation", cause, state.reputation[world.rival], standing, at=(world.rival,))
    state.reputation[world.rival] = standing
    _record(world, state, month, "rule_fired", rule, where)
    rival_deals.make(world, state, month.events, rule, where)


def _record(world: World, state: State, month: Month, kind: str, rule: int, where: Mask) -> None:
    targets = np.flatnonzero(world.rival_rules.target[rule])
    target = int(targets[0]) if len(targets) == 1 else -1
    cause = f"rule:{world.names.rules[rule]}"
    month.events.add(kind, state.month, where, actor=world.rival, target=target, item=rule, cause=cause)


def set_controls(world: World, state: State) -> None:
    """Quota, tax, licences, embargo and flood of this month: the base, changed by every rule that acts."""
    rules = world.rival_rules
    base = wide(rules.base_quota[state.month])
    quota, shipped, calm = np.ones(state.quota.shape), np.ones(state.embargo.shape), np.ones(state.flood.shape)
    tax, licence = state.export_tax, state.licence
    tax[...], licence[...] = wide(rules.base_tax[state.month]), 1.0
    acting = state.rule_left > 0.0
    for rule in np.flatnonzero(acting.any(axis=1)).tolist():
        acts, moves = acting[rule], _moves(world)[rule]
        if moves.quota:
            quota *= np.where(acts, wide(rules.quota[rule]), 1.0)
        if moves.tax:
            tax += wide(rules.tax[rule]) * acts
        if moves.licence:
            licence *= np.where(acts, wide(rules.licence[rule]), 1.0)
        if moves.embargo:
            shipped *= 1.0 - wide(rules.embargo[rule]) * acts
        if moves.flood:
            calm *= 1.0 - wide(rules.flood[rule]) * acts
    # Where no quota stands there is nothing to take a part of.
    state.quota[:] = np.inf
    np.multiply(base, quota, out=state.quota, where=np.isfinite(base))
    np.subtract(1.0, shipped, out=state.embargo)
    np.subtract(1.0, calm, out=state.flood)


@dataclass(frozen=True)
class _Moves:
    """Which controls a rule moves at all."""

    quota: bool
    tax: bool
    licence: bool
    embargo: bool
    flood: bool


@derived
def _moves(world: World) -> tuple[_Moves, ...]:
    rules = world.rival_rules
    return tuple(
        _Moves(
            quota=bool(np.any(rules.quota[rule] != 1.0)),
            tax=bool(rules.tax[rule].any()),
            licence=bool(np.any(rules.licence[rule] != 1.0)),
            embargo=bool(rules.embargo[rule].any()),
            flood=bool(rules.flood[rule].any()),
        )
        for rule in range(len(rules.when))
    )


@derived
def _done_at_once(world: World) -> frozenset[int]:
    """Rules that only secure or offer something: what they did does not end with their time."""
    lasting = [any(vars(move).values()) or withholds(world, rule) for rule, move in enumerate(_moves(world))]
    return frozenset(rule for rule, lasts in enumerate(lasting) if not lasts and deals_of(world, rule))

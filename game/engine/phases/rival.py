"""The rival: rules of its script fire and end; what they do follows from the actions that they take."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import chance, metrics
from game.engine.condition_table import ConditionTable, somewhere
from game.engine.derived import derived
from game.engine.events import Events
from game.engine.month import Month
from game.engine.phases.actions.kinds import Control, Deed, table_of
from game.engine.phases.actions.registry import ACTIONS
from game.engine.script import Script
from game.engine.state import State
from game.engine.world import Sway, World, wide

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@derived
def _table(world: World) -> ConditionTable:
    return ConditionTable(world.rival_rules.when)


@derived
def _possible(world: World) -> Mask:
    """(R, 1) whether a rule can fire at all: nobody asks for the conditions of those that the script has not."""
    return (world.rival_rules.chance > 0.0)[:, None]


@derived
def _base_changes(world: World) -> frozenset[int]:
    """Months in which the base quota or tax is another than in the month before; the first counts."""
    rules = world.rival_rules
    quota = np.any(rules.base_quota[1:] != rules.base_quota[:-1], axis=1)
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
            _record(world, state, month.events, "rule_ended", rule, ended[rule])
    return True


def _fire(world: World, state: State, month: Month) -> bool:
    """Fire rules; whether any did."""
    rules = world.rival_rules
    fired, rested = False, state.rule_wait <= 0.0
    holds = _table(world).found(world, state, metrics.read, somewhere(rested & _possible(world)))
    for rule in sorted(holds):
        # A rule rests at least as long as it acts.
        fires = holds[rule] & rested[rule]
        if rules.once[rule]:
            fires &= state.rule_count[rule] <= 0.0
        if month.led is not None and rule in month.led:
            fires &= month.led[rule]
        elif np.count_nonzero(fires) and not _sure(world, rule):
            drawn = chance.uniform_at(state.seeds, "rival", state.month, rule)
            fires &= drawn < rules.chance[rule]  # mostly that is not enough already, and what sways it need not be read
            if np.count_nonzero(fires):
                fires &= drawn < likely(world, state, rule)
        if np.count_nonzero(fires):
            _take_effect(world, state, month.events, rule, fires)
            fired = True
    return fired


def _sure(world: World, rule: int) -> bool:
    """Whether a rule fires whenever its condition holds."""
    return bool(world.rival_rules.chance[rule] >= 1.0) and not _sways(world, rule) and _will(world, rule) >= 1.0


def _will(world: World, rule: int) -> float:
    """In which part of all matches a rule may fire at all."""
    will = world.rival_rules.will
    return 1.0 if will is None else float(will[rule])


def _sways(world: World, rule: int) -> tuple[Sway, ...]:
    """What lowers the chance of a rule."""
    sways = world.rival_rules.sways
    return sways[rule] if sways else ()


def likely(world: World, state: State, rule: int) -> Array:
    """The chance with which a rule fires in this month, where its condition holds, (B,): its greatest, times what is
    left of it by each figure on which it hangs; none in a match in which the rival has no will to it.
    """
    found: Array = np.full(state.batch, float(world.rival_rules.chance[rule]))
    if _will(world, rule) < 1.0:
        found *= chance.uniform_at(state.seeds, "rival/will", 0, rule) < _will(world, rule)
    for sway in _sways(world, rule):
        part = (metrics.read(world, state, sway.reading) - sway.low) / (sway.high - sway.low)
        found *= sway.least + (1.0 - sway.least) * np.clip(part, 0.0, 1.0)
    return found


def _lasts(world: World, state: State, rule: int) -> Array:
    """Months for which a rule that fires now acts, (B,); drawn where its script leaves that open."""
    rules = world.rival_rules
    least = float(rules.duration[rule]) or np.inf
    more = 0 if rules.longest is None else int(rules.longest[rule] - rules.duration[rule])
    if more <= 0:
        return np.full(state.batch, least)
    drawn = chance.uniform_at(state.seeds, "rival/length", state.month, rule)
    return least + np.floor(drawn * (more + 1))


def _follow(world: World, state: State, month: Month, script: Script) -> bool:
    """Fire what is written; whether anything is."""
    firing = script.rules.get(state.month, {})
    for rule in sorted(firing):
        _take_effect(world, state, month.events, rule, firing[rule])
    return bool(firing)


def _take_effect(world: World, state: State, events: Events, rule: int, where: Mask) -> None:
    rules = world.rival_rules
    duration = _lasts(world, state, rule)
    state.rule_left[rule][where] = duration[where]
    # A rule rests at least as long as it acts, and for ever when it may fire but once.
    rest = np.inf if rules.once[rule] else np.maximum(duration, float(rules.cooldown[rule]))[where]
    state.rule_wait[rule][where] = rest
    state.rule_count[rule][where] += 1.0
    state.rule_fired[rule][where] = state.month
    cause, terms = f"rule:{world.names.rules[rule]}", events.terms
    actor = int(rules.controller[rules.zone[rule]])
    standing = np.maximum(state.reputation[actor] - rules.reputation_cost[rule] * where, 0.0)
    terms.moved("reputation", cause, state.reputation[actor], standing, at=(actor,))
    state.reputation[actor] = standing
    _record(world, state, events, "rule_fired", rule, where)
    for deed in _deeds(world)[rule]:
        deed(world, state, events, rule, where, cause)


def fire_by_hand(world: World, state: State, events: Events, rule: int, where: Mask, months: int = 0) -> None:
    """Let a rule fire now, before the month is stepped, in spite of its condition, its chance and its rest.

    It acts for `months`, in this month and those that follow; with 0 for as long as its script says.
    """
    _take_effect(world, state, events, rule, where)
    if months:
        state.rule_left[rule][where] = months
        state.rule_wait[rule][where] = np.maximum(state.rule_wait[rule], months)[where]
    # This month's ageing is still to come: see `advance`.
    state.rule_left[rule][where] += 1.0
    state.rule_wait[rule][where] += 1.0
    set_controls(world, state)


def stop_by_hand(world: World, state: State, events: Events, rule: int, where: Mask) -> None:
    """End a rule now where it acts; it rests for as long as it would have."""
    acts = where & (state.rule_left[rule] > 0.0)
    state.rule_left[rule][acts] = 0.0
    if rule not in _done_at_once(world):
        _record(world, state, events, "rule_ended", rule, acts)
    set_controls(world, state)


def _record(world: World, state: State, events: Events, kind: str, rule: int, where: Mask) -> None:
    rules = world.rival_rules
    targets, actor = np.flatnonzero(rules.target[rule]), int(rules.controller[rules.zone[rule]])
    target = int(targets[0]) if len(targets) == 1 else -1
    cause = f"rule:{world.names.rules[rule]}"
    events.add(kind, state.month, where, actor=actor, target=target, item=rule, cause=cause)


_CONTROLS = {name: entry.effect for name, entry in ACTIONS.items() if isinstance(entry.effect, Control)}


def set_controls(world: World, state: State) -> None:
    """The controls of this month: the base of each, changed by every rule that acts."""
    held = {name: control.base(world, state) for name, control in _CONTROLS.items()}
    acting = state.rule_left > 0.0
    for rule in np.flatnonzero(acting.any(axis=1)).tolist():
        acts, zone = acting[rule], int(world.rival_rules.zone[rule])
        for name, does in _controlled(world)[rule]:
            _CONTROLS[name].change(held[name][zone] if _CONTROLS[name].zoned else held[name], does, acts)
    for name, control in _CONTROLS.items():
        if control.settle is not None:
            control.settle(world, state, held[name])


@derived
def _does(world: World) -> tuple[frozenset[str], ...]:
    """By rule: the actions by which it does anything at all."""
    found: list[set[str]] = [set() for _ in world.rival_rules.when]
    for name, entry in ACTIONS.items():
        table = table_of(world, entry.tables[0])
        nothing = entry.sizes[0].nothing if entry.sizes else False
        if table is None or not len(table):
            continue
        for rule, does in enumerate((table != nothing).reshape(len(table), -1).any(axis=1).tolist()):
            found[rule] |= {name} if does else set()
    return tuple(frozenset(names) for names in found)


@derived
def _controlled(world: World) -> tuple[tuple[tuple[str, Array], ...], ...]:
    """By rule: the controls that it moves, each with its table, batch axis appended."""
    tables = world.rival_rules.does
    return tuple(
        tuple((name, wide(tables[name][rule])) for name in _CONTROLS if name in names)
        for rule, names in enumerate(_does(world))
    )


@derived
def _deeds(world: World) -> tuple[tuple[Deed, ...], ...]:
    """By rule: what is done when it fires."""
    deeds = {name: entry.effect for name, entry in ACTIONS.items()}
    return tuple(
        tuple(deed for name, deed in deeds.items() if name in names and deed and not isinstance(deed, Control))
        for names in _does(world)
    )


@derived
def _done_at_once(world: World) -> frozenset[int]:
    """Rules that only secure or offer something: what they did does not end with their time."""
    return frozenset(
        rule
        for rule, names in enumerate(_does(world))
        if any(ACTIONS[name].settled for name in names) and not any(ACTIONS[name].lasts for name in names)
    )

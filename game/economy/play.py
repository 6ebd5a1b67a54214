"""Months of matches: one or many, plain or compiled."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import numpy as np

from game.economy.compiled import compiled, entry, twin
from game.economy.fields import layout, views
from game.economy.month import Handed
from game.economy.state import State
from game.economy.step import step
from game.economy.world import World


@compiled
def several(w: World, s: State, m: Handed, months: int) -> None:
    """Several months of one match."""
    for _ in range(months):
        step(w, s, m)


def _none() -> tuple[Any, ...]:
    return np.zeros(1, layout(World)), np.zeros(1, layout(State)), np.zeros(1, layout(Handed)), 0


@entry(_none)
def each(worlds: Any, states: Any, m: Any, months: int) -> None:
    """Several months of every match of a batch, one match after the other.

    The rule set is an array of one. The last month of each match is in `m` where that has a record for each; one record
    serves all by turns.
    """
    for b in range(states.shape[0]):
        several(worlds[0], states[b], m[b % m.shape[0]], months)


def play(world: Any, states: Any, months: int, *, fast: bool, noted: Any = None) -> None:
    """Play `states`, an array of matches, on by some months, in place.

    Args:
        world: a record of the layout of `World`.
        states: an array (matches,) of the layout of `State`.
        months: to be played.
        fast: compiled rather than plain; both give the same, bit for bit.
        noted: an array (matches,) of the layout of `Handed`, in which the last month is left.
    """
    month = np.zeros(1, layout(Handed)) if noted is None else noted
    if fast:
        twin(each)(_row(world), states, month, months)
        return
    for b, state in enumerate(states):
        player(world, state, month[b % len(month)], fast=False)(months)


def player(world: Any, state: Any, month: Any, *, fast: bool) -> Callable[[int], None]:
    """What plays a number of months of one match in place, whose last one can be read in `month` afterwards.

    Args:
        world: a record of the layout of `World`; plain, its single numbers are those of now.
        state: a record of the layout of `State`.
        month: a record of the layout of `Handed`.
        fast: compiled rather than plain.
    """
    if fast:
        return partial(twin(each), _row(world), _row(state), _row(month))
    return partial(several, views(World, world), views(State, state), views(Handed, month))


def _row(record: Any) -> Any:
    """An array of one that shares the memory of a record: machine code takes it up in a twentieth of the time."""
    return np.asarray(record).reshape(1)


def play_shared(world: Any, states: Any, months: int, *, threads: int) -> None:
    """The same, compiled, with the matches dealt out to threads: machine code lets go of the interpreter's lock."""
    parts = np.array_split(states, threads)  # views: each thread writes its own matches
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda part: play(world, part, months, fast=True), parts))

"""Months of matches: one or many, plain or compiled."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from game.economy.compiled import compiled, twin
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


@compiled
def each(w: Any, states: Any, m: Any, months: int) -> None:
    """Several months of every match of a batch, one match after the other."""
    for b in range(states.shape[0]):
        several(w, states[b], m[0], months)


def play(world: Any, states: Any, months: int, *, fast: bool) -> None:
    """Play `states`, an array of matches, on by some months, in place.

    Args:
        world: a record of the layout of `World`.
        states: an array (matches,) of the layout of `State`.
        months: to be played.
        fast: compiled rather than plain; both give the same, bit for bit.
    """
    month = np.zeros(1, layout(Handed))
    if fast:
        twin(each)(world, states, month, months)
        return
    w, m = views(World, world), views(Handed, month[0])
    for b in range(states.size):
        several(w, views(State, states[b]), m, months)


def play_shared(world: Any, states: Any, months: int, *, threads: int) -> None:
    """The same, compiled, with the matches dealt out to threads: machine code lets go of the interpreter's lock."""
    parts = np.array_split(states, threads)  # views: each thread writes its own matches
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda part: play(world, part, months, fast=True), parts))

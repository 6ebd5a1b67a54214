"""What follows from the world alone, computed once and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from game.engine.world import World

Value = TypeVar("Value")


def derived(build: Callable[[World], Value]) -> Callable[[World], Value]:
    """Let `build(world)` be computed once for each world; later calls return the same object.

    The result is kept in the world itself: it lives as long as the world does, and a world changed by
    `dataclasses.replace` starts without it.
    """
    key = f"derived:{build.__module__}.{build.__qualname__}"

    def get(world: World) -> Value:
        kept = world.__dict__
        try:
            value: Value = kept[key]
        except KeyError:
            value = kept[key] = build(world)
        return value

    get.__doc__ = build.__doc__
    return get

"""Keys of figures: a metric and its arguments in one text, parted by blanks (``price ndpr_oxide``)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from game.engine import metrics
from game.engine.conditions import Reading
from game.engine.derived import derived
from game.engine.messages import Message, Name
from game.engine.possible import Cells
from game.engine.state import State, shape
from game.engine.world import World

Key = tuple[str, ...]
"""Metric, then its arguments as identifiers."""


def expand(world: World, seat: str, key: str) -> Key:
    """`key` in parts; a nation that is left out in front is `seat`.

    Raises:
        KeyError: when the metric or an argument is unknown, or their number does not fit.
    """
    full = completed(seat, key)
    reading(world, full)
    return full


def completed(seat: str, key: str) -> Key:
    """As `expand`, but identifiers are not looked up."""
    metric, *arguments = key.split()
    if metric not in metrics.METRICS:
        raise KeyError(no_figure(metric))
    axes = metrics.METRICS[metric].axes
    if len(arguments) == len(axes) - 1 and axes.startswith("N"):
        arguments.insert(0, seat)
    if len(arguments) != len(axes):
        raise KeyError(f"{metric} takes {len(axes)} arguments, not {len(arguments)}")
    return (metric, *arguments)


def no_figure(metric: str) -> str:
    """What is said of a metric that is none."""
    return f"no figure is called {metric!r}"


def reading(world: World, key: Key) -> Reading:
    """What `metrics.read` takes for `key`.

    Raises:
        KeyError: when metric or identifier is unknown.
    """
    metric, *arguments = key
    axes = metrics.METRICS[metric].axes
    positions = (
        world.names.index(metrics.argument_axis(axis), name) for axis, name in zip(axes, arguments, strict=True)
    )
    return Reading(metric, tuple(positions))


def value(world: World, state: State, *key: str) -> float:
    """The figure `key` in a batch of one. Raises as `reading`."""
    return float(metrics.read(world, state, reading(world, key))[0])


def label(key: Key, text: str = "metric") -> Message:
    """What a figure is called: the label of its metric, with the arguments in their places.

    `text` is another text of the metric's entry: ``short``, ``page``.
    """
    metric, *arguments = key
    entry = metrics.METRICS[metric]
    parts = {
        place: Name(metrics.argument_axis(axis), name)
        for place, axis, name in zip(entry.places, entry.axes, arguments, strict=True)
    }
    return Message(f"{text}.{metric}", parts)


def keys_of(world: World, entry: metrics.Metric, nations: Sequence[str]) -> tuple[Key, ...]:
    """The figures of a metric that are followed, one for each choice of its arguments; its first nation is one of
    `nations`.
    """
    kept, asked = _followed(world), (entry.name, *nations)
    if asked not in kept:
        kept[asked] = tuple(keys_at(world, entry, entry.followed(world), nations))
    return kept[asked]


@derived
def _followed(world: World) -> dict[tuple[str, ...], tuple[Key, ...]]:
    """Keys by metric and nations: every view of a rule set asks for the same."""
    del world
    return {}


def keys_at(world: World, entry: metrics.Metric, cells: Cells, nations: Sequence[str]) -> Iterator[Key]:
    """The same where `cells` are set, an array that spreads over the axes of the metric."""
    names = [getattr(world.names, metrics.argument_axis(axis)) for axis in entry.axes]
    marked = np.broadcast_to(cells, shape(world, entry.axes))
    places: list[Sequence[int]] = [range(len(axis)) for axis in names]
    if entry.axes.startswith("N"):
        places[0] = [names[0].index(nation) for nation in nations]
    for place in itertools.product(*places):
        if marked[place]:
            yield (entry.name, *(axis[at] for axis, at in zip(names, place, strict=True)))


def short(key: Key, seat: str) -> str:
    """`key` as text; where its first argument is `seat`, that is left out."""
    metric, *arguments = key
    if arguments and arguments[0] == seat:
        arguments = arguments[1:]
    return " ".join([metric, *arguments])

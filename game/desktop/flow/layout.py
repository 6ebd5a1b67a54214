"""Where the columns of a flow stand, and the bands between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame

from game.desktop.flow.model import INDUSTRY, ChainModel, Link, StageFlow
from game.desktop.flow.shapes import Node, placed, ribbon
from game.desktop.kit.raster import Point
from game.desktop.kit.theme import Theme

_GAP = 5
"""Pixels under a column before what passes it."""


def lay_out(size: tuple[int, int], model: ChainModel, theme: Theme, space: tuple[int, int, int]) -> list[Node]:
    """The columns from left to right. `space` are pixels above the bars, below them, and of the heads above."""
    above, below, head = space
    pad, columns = theme.px(8), model.columns
    wide = (size[0] - 2 * pad) / len(columns)
    tall = max(size[1] - above - below - theme.px(8), 12)
    unit = _unit(model, tall, theme)
    nodes = []
    for number, stage in enumerate(columns):
        top = above - head
        cell = pygame.Rect(round(pad + number * wide), top, round(wide), size[1] - top - theme.px(4))
        bar = pygame.Rect(cell.right - theme.px(18), above, theme.px(11), round(tall))
        nodes.append(_node(stage, cell, bar, model, unit))
    return nodes


def _node(stage: StageFlow | None, cell: pygame.Rect, bar: pygame.Rect, model: ChainModel, unit: float) -> Node:
    name = INDUSTRY if stage is None else stage.id
    leaving = {link.target: link.tonnes for link in model.links if link.origin == name}
    if stage is not None:
        return placed(name, cell, bar, [*stage.supply, ("unmet", stage.unmet)], leaving, unit)
    arriving = [(link.origin, link.made) for link in reversed(model.links) if link.target == INDUSTRY]
    return placed(name, cell, bar, [*arriving, ("unmet", model.lacking)], leaving, unit)


def _unit(model: ChainModel, tall: int, theme: Theme) -> float:
    """Pixels a tonne, so that every column and what passes below it has room."""
    order = [INDUSTRY if stage is None else stage.id for stage in model.columns]
    units = []
    for number, stage in enumerate(model.columns):
        total = model.received if stage is None else stage.total
        passing = [link.tonnes for link in model.links if _passes(link, order, number)] if total > 0.0 else []
        room = max(tall - theme.px(_GAP) * len(passing), tall // 2)
        units.append(room / max(total + sum(passing), 1e-9))
    return min(units)


def _passes(link: Link, order: Sequence[str], number: int) -> bool:
    return order.index(link.origin) < number < order.index(link.target)


def bands(nodes: Sequence[Node], model: ChainModel, theme: Theme) -> Iterator[list[Point]]:
    """The bands between columns; one that passes others runs below them."""
    order = [node.id for node in nodes]
    floors = [max((bottom for _, bottom in node.arrive.values()), default=0.0) for node in nodes]
    into: dict[str, float] = {}
    for link in sorted(model.links, key=lambda one: order.index(one.target) - order.index(one.origin)):
        first, last = order.index(link.origin), order.index(link.target)
        start, end = nodes[first].leave[link.target], _arrival(nodes[last], link, into, model)
        passed = [number for number in range(first + 1, last) if nodes[number].arrive]
        if not passed:
            yield ribbon(nodes[first].bar.right, start, nodes[last].bar.left, end)
            continue
        low = max(floors[number] for number in passed) + theme.px(_GAP)
        lane = (low, low + start[1] - start[0])
        for number in passed:
            floors[number] = lane[1]
        left, right = nodes[passed[0]].cell.left + theme.px(30), nodes[passed[-1]].bar.right + theme.px(8)
        yield ribbon(nodes[first].bar.right, start, left, lane)
        yield [(left - 1, lane[0]), (right + 1, lane[0]), (right + 1, lane[1]), (left - 1, lane[1])]
        yield ribbon(right, lane, nodes[last].bar.left, end)


def _arrival(node: Node, link: Link, into: dict[str, float], model: ChainModel) -> tuple[float, float]:
    """Top and bottom of a link at its end: its part of what the column makes of its own, one below the other."""
    if link.target == INDUSTRY:
        return node.arrive[link.origin]
    top, bottom = node.arrive["own"]
    whole = sum(one.made for one in model.links if one.target == link.target)
    begun = into.get(link.target, 0.0)
    into[link.target] = begun + link.made
    return top + (bottom - top) * begun / whole, top + (bottom - top) * (begun + link.made) / whole

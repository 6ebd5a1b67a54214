"""The strip of tabs over the panels. Tab stops once, on the open one; left and right go through them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desktop.kit.buttons import Kind, button
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.layout import columns
from game.desktop.panels.panel import Panel
from game.telling import _


@dataclass(frozen=True)
class Tab:
    """A tab: the key of what it opens, its words, and what its tip says."""

    key: str
    label: str
    tip: str


def tab_of(panel: Panel, number: int) -> Tab:
    """The tab of a panel that stands at `number`, which is also its shortcut."""
    badge = panel.badge()
    short, tip = _(panel.short), _("{what} ({key})").format(what=_(panel.title), key=number)
    return Tab(panel.key, f"{short} {badge}" if badge else short, tip)


def draw_tabs(canvas: Canvas, rect: pygame.Rect, tabs: Sequence[Tab], chosen: str, go: Callable[[str], None]) -> int:
    """Draw the strip at the top of `rect`, over as many lines as it needs; returns where it ends."""
    gap = canvas.theme.px(4)
    widest = max(canvas.width(tab.label, "body", "semibold") for tab in tabs) + canvas.theme.px(14)
    a_line = max(1, min(len(tabs), (rect.width + gap) // (widest + gap)))
    lines = -(-len(tabs) // a_line)
    a_line = -(-len(tabs) // lines)
    y = rect.y
    for first in range(0, len(tabs), a_line):
        cells = columns(pygame.Rect(rect.x, y, rect.width, canvas.row), [1] * a_line, gap)
        for number in range(first, min(first + a_line, len(tabs))):
            _tab(canvas, cells[number - first], tabs, number, chosen, go)
        y += canvas.row + gap
    return y - gap


def _tab(
    canvas: Canvas, rect: pygame.Rect, tabs: Sequence[Tab], number: int, chosen: str, go: Callable[[str], None]
) -> None:
    tab = tabs[number]
    kind: Kind = "chosen" if tab.key == chosen else "quiet"
    button(canvas, rect, f"tab:{tab.key}", tab.label, lambda: go(tab.key), kind=kind, tip=tab.tip, shorten=True)

    def keys(event: pygame.Event) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key, 0)
        if step:
            go(tabs[(number + step) % len(tabs)].key)
        return bool(step)

    control = canvas.picture.controls[-1]
    control.stops = tab.key == chosen
    control.keys = keys

"""Buttons: drawn on a canvas and registered as controls in one call each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.controls import Control
from game.desktop.kit.plates import plate
from game.desktop.kit.theme import Colour, mix

Kind = Literal["plain", "primary", "quiet", "danger", "chosen"]
Press = Callable[[], None]


def _colours(canvas: Canvas, kind: Kind, *, enabled: bool, hot: bool) -> tuple[Colour, Colour | None, Colour]:
    """Ground, border and ink of a button."""
    palette = canvas.palette
    if not enabled:
        return palette.panel, palette.line, palette.muted
    if kind == "primary":
        return mix(palette.accent, palette.text, 0.15) if hot else palette.accent, None, palette.accent_ink
    if kind == "chosen":
        return palette.selected, palette.accent, palette.text
    if kind == "quiet":
        return palette.hover if hot else palette.panel, None, palette.text
    ink = palette.bad if kind == "danger" else palette.text
    return palette.hover if hot else palette.raised, palette.edge, ink


def button(
    canvas: Canvas,
    rect: pygame.Rect,
    key: str,
    label: str,
    press: Press | None,
    *,
    kind: Kind = "plain",
    icon: str = "",
    tip: str = "",
    enabled: bool = True,
    shorten: bool = False,
    align: Literal["left", "centre"] = "centre",
) -> None:
    """A button. Disabled it keeps its place in the Tab order, so that its tip can say why."""
    fill, border, ink = _colours(canvas, kind, enabled=enabled, hot=canvas.hover == key and enabled)
    if canvas.seen(rect):
        plate(canvas.surface, rect, fill, border=border, radius=canvas.theme.radius)
        _face(canvas, rect, label, icon, ink, kind, shorten=shorten, align=align)
    control = Control(key, rect.copy(), canvas.clip.copy(), label, press if enabled else None, tip, enabled=enabled)
    control.primary = kind == "primary" and enabled
    canvas.control(control)


def _face(
    canvas: Canvas, rect: pygame.Rect, label: str, icon: str, ink: Colour, kind: Kind, *, shorten: bool, align: str
) -> None:
    side = canvas.theme.letter(16) if icon else 0
    space = canvas.theme.px(7) if icon and label else 0
    weight: Literal["regular", "semibold"] = "semibold" if kind in {"primary", "chosen"} else "regular"
    needed = canvas.width(label, "body", weight) if label else 0
    room = rect.width - side - space - canvas.theme.px(8)
    start = rect.x + (rect.width - side - space - min(needed, room)) // 2
    if align == "left":
        start = rect.x + canvas.theme.px(10)
    if icon:
        canvas.icon(icon, pygame.Rect(start, rect.y, side, rect.height), ink)
    place = pygame.Rect(
        start + side + space, rect.y, rect.right - canvas.theme.px(4) - start - side - space, rect.height
    )
    canvas.words(place, label, "body", weight, ink, shorten=shorten)


def button_width(canvas: Canvas, label: str, icon: str = "") -> int:
    """Pixels that a button needs."""
    side = canvas.theme.letter(16) + canvas.theme.px(7) if icon else 0
    return canvas.width(label, "body", "semibold") + side + canvas.theme.px(24)


@dataclass(frozen=True)
class ButtonSpec:
    """A button of a row."""

    key: str
    label: str
    press: Press | None
    kind: Kind = "plain"
    icon: str = ""
    tip: str = ""
    enabled: bool = True


def button_row(column: Column, specs: Sequence[ButtonSpec], *, stretch: bool = False, align: str = "left") -> None:
    """Buttons side by side, over several lines where the width does not do."""
    canvas = column.canvas
    gap = canvas.theme.px(8)
    lines: list[list[ButtonSpec]] = [[]]
    used = 0
    for spec in specs:
        needed = button_width(canvas, spec.label, spec.icon)
        if lines[-1] and used + gap + needed > column.width:
            lines.append([])
            used = 0
        used += needed + (gap if lines[-1] else 0)
        lines[-1].append(spec)
    for line in lines:
        rect = column.take(canvas.row, gap)
        widths = [min(button_width(canvas, spec.label, spec.icon), column.width) for spec in line]
        free = rect.width - sum(widths) - gap * (len(line) - 1)
        if stretch:
            widths = [width + free // len(line) for width in widths]
        x = rect.right - sum(widths) - gap * (len(line) - 1) if align == "right" else rect.x
        for spec, width in zip(line, widths, strict=True):
            place = pygame.Rect(x, rect.y, width, rect.height)
            button(
                canvas, place, spec.key, spec.label, spec.press,
                kind=spec.kind, icon=spec.icon, tip=spec.tip, enabled=spec.enabled,
            )  # fmt: skip
            x += width + gap
    column.y -= gap

"""Choices, sliders and switches: drawn on a canvas and registered as controls in one call each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.controls import Control, Point
from game.desktop.kit.layout import columns, cut_left
from game.desktop.kit.plates import plate
from game.desktop.kit.theme import mix
from game.telling import _


@dataclass(frozen=True)
class Option:
    """One of several to choose from."""

    key: str
    label: str
    tip: str = ""


def spoken(options: Sequence[Option]) -> tuple[Option, ...]:
    """Options whose words were only marked, in the language spoken now."""
    return tuple(Option(option.key, _(option.label), _(option.tip)) for option in options)


def choice(
    column: Column,
    key: str,
    label: str,
    options: Sequence[Option],
    chosen: str,
    choose: Callable[[str], None],
    *,
    tip: str = "",
) -> None:
    """Several options side by side, one of them chosen; left and right change it. Wraps where the width does not do."""
    canvas = column.canvas
    if label:
        column.line(label, "small", colour=canvas.palette.muted)
        column.skip(2)
    cells, box = _cells(column, options)
    for option, rect in zip(options, cells, strict=True):
        _draw_option(canvas, rect, option.label, on=option.key == chosen)
    names = [option.key for option in options]

    def point(at: Point) -> None:
        for option, rect in zip(options, cells, strict=True):
            if rect.collidepoint(at) and option.key != chosen:
                choose(option.key)

    def keys(event: pygame.Event) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key, 0)
        if not step:
            return False
        place = names.index(chosen) if chosen in names else 0
        choose(names[max(0, min(len(names) - 1, place + step))])
        return True

    control = Control(key, box, canvas.clip.copy(), label or key, None, tip, point=point, keys=keys)
    control.parts = [(rect, option.tip) for option, rect in zip(options, cells, strict=True)]
    control.chosen = names.index(chosen) if chosen in names else -1
    canvas.control(control)


def _draw_option(canvas: Canvas, rect: pygame.Rect, label: str, *, on: bool) -> None:
    if not canvas.seen(rect):
        return
    palette = canvas.palette
    fill, border = (palette.selected, palette.accent) if on else (palette.raised, palette.edge)
    plate(canvas.surface, rect, fill, border=border, radius=canvas.theme.radius)
    inner = rect.inflate(-canvas.theme.px(8), 0)
    canvas.words(inner, label, "body", "semibold" if on else "regular", align="centre")


def _cells(column: Column, options: Sequence[Option]) -> tuple[list[pygame.Rect], pygame.Rect]:
    """Where the options stand, in as few equal lines as their words allow.

    Where only one would stand in each, they are as wide as their words instead.
    """
    canvas = column.canvas
    gap = canvas.theme.px(4)
    wide = [canvas.width(option.label, "body", "semibold") + canvas.theme.px(18) for option in options]
    a_line = max(1, min(len(options), (column.width + gap) // (max(wide) + gap)))
    if a_line == 1 and len(options) > 1:
        rows = _packed(wide, column.width, gap)
    else:
        lines = -(-len(options) // a_line)
        a_line = -(-len(options) // lines)
        rows = [[1] * a_line] * lines
    top, cells = column.y, []
    for row in rows:
        cells += columns(column.take(canvas.row, gap), row, gap)
    column.y -= gap
    return cells[: len(options)], pygame.Rect(column.x, top, column.width, column.y - top)


def _packed(wide: Sequence[int], room: int, gap: int) -> list[list[int]]:
    """Widths in their order, line by line, as many in each as fit in `room`."""
    rows: list[list[int]] = [[]]
    for one in wide:
        if rows[-1] and sum(rows[-1]) + gap * len(rows[-1]) + one > room:
            rows.append([])
        rows[-1].append(one)
    return rows


def slider(
    column: Column,
    key: str,
    label: str,
    value: float,
    bounds: tuple[float, float, float],
    shown: str,
    change: Callable[[float], None],
    *,
    tip: str = "",
) -> None:
    """A slider with its label and value above it. `bounds` are least, most and step."""
    canvas = column.canvas
    least, most, step = bounds
    head = column.take(canvas.line_height())
    value_width = canvas.width(shown, "body", "semibold")
    canvas.words(
        pygame.Rect(head.x, head.y, head.width - value_width - canvas.theme.px(8), head.height), label, shorten=True
    )
    canvas.words(head, shown, "body", "semibold", align="right")
    column.skip(2)
    rect = column.take(canvas.theme.letter(18))
    knob = canvas.theme.letter(14)
    track = pygame.Rect(rect.x + knob // 2, rect.centery - canvas.theme.px(3), rect.width - knob, canvas.theme.px(6))
    share = 0.0 if most <= least else (min(max(value, least), most) - least) / (most - least)
    _draw_slider(canvas, track, share, knob, hot=canvas.hover == key)

    def settle(raw: float) -> None:
        steps = round((raw - least) / step) if step else 0
        new = most if raw >= most else min(most, max(least, least + steps * step))
        if abs(new - value) > 1e-9:
            change(new)

    def point(at: Point) -> None:
        settle(least + (at[0] - track.x) / max(1, track.width) * (most - least))

    def keys(event: pygame.Event) -> bool:
        big = 5 * step if event.mod & pygame.KMOD_SHIFT else step
        moves = {
            pygame.K_LEFT: value - big,
            pygame.K_RIGHT: value + big,
            pygame.K_HOME: least,
            pygame.K_END: most,
        }
        if event.key not in moves:
            return False
        settle(moves[event.key])
        return True

    canvas.control(Control(key, rect, canvas.clip.copy(), label, None, tip, point=point, keys=keys))


def _draw_slider(canvas: Canvas, track: pygame.Rect, share: float, knob: int, *, hot: bool) -> None:
    if not canvas.seen(track.inflate(knob, knob)):
        return
    palette = canvas.palette
    plate(canvas.surface, track, palette.hover, border=palette.edge, radius=track.height // 2)
    done = cut_left(track, round(track.width * share))[0]
    if done.width > track.height:
        plate(canvas.surface, done, palette.accent, radius=track.height // 2)
    centre = (track.x + round(track.width * share), track.centery)
    grip = pygame.Rect(0, 0, knob, knob)
    grip.center = centre
    ground = mix(palette.accent, palette.text, 0.25) if hot else palette.accent
    plate(canvas.surface, grip, ground, border=palette.text, radius=knob // 2, width=canvas.theme.px(2))


def switch(column: Column, key: str, label: str, *, on: bool, change: Callable[[bool], None], tip: str = "") -> None:
    """A line with a switch at its end."""
    canvas = column.canvas
    rect = column.take(canvas.row)
    wide, high = canvas.theme.letter(34), canvas.theme.letter(18)
    box = pygame.Rect(rect.right - wide, rect.centery - high // 2, wide, high)
    state = _("on") if on else _("off")
    state_width = canvas.width(state, "small") + canvas.theme.px(8)
    words = pygame.Rect(rect.x, rect.y, rect.width - wide - state_width - canvas.theme.px(8), rect.height)
    canvas.words(words, label, shorten=True)
    place = pygame.Rect(words.right, rect.y, state_width, rect.height)
    canvas.words(place, state, "small", colour=canvas.palette.muted, align="right")
    if canvas.seen(rect):
        palette = canvas.palette
        ground = palette.accent if on else palette.hover
        plate(canvas.surface, box, ground, border=palette.edge, radius=high // 2)
        dot = pygame.Rect(0, 0, high - canvas.theme.px(6), high - canvas.theme.px(6))
        dot.centery = box.centery
        dot.x = box.right - dot.width - canvas.theme.px(3) if on else box.x + canvas.theme.px(3)
        plate(canvas.surface, dot, palette.accent_ink if on else palette.text, radius=dot.width // 2)
    canvas.control(Control(key, rect, canvas.clip.copy(), label, lambda: change(not on), tip))


def cycle(
    column: Column,
    key: str,
    label: str,
    options: Sequence[Option],
    chosen: str,
    choose: Callable[[str], None],
    *,
    tip: str = "",
) -> None:
    """One option of many shown, with arrows to the one before and after it; left and right change it."""
    canvas = column.canvas
    if label:
        column.line(label, "small", colour=canvas.palette.muted, shorten=True)
        column.skip(2)
    rect = column.take(canvas.row)
    names = [option.key for option in options]
    place = names.index(chosen) if chosen in names else 0
    if canvas.seen(rect):
        fill = canvas.palette.hover if canvas.hover == key else canvas.palette.raised
        plate(canvas.surface, rect, fill, border=canvas.palette.edge, radius=canvas.theme.radius)
        side = canvas.theme.letter(24)
        canvas.icon("chevron-left", pygame.Rect(rect.x, rect.y, side, rect.height))
        canvas.icon("chevron-right", pygame.Rect(rect.right - side, rect.y, side, rect.height))
        canvas.words(rect.inflate(-2 * side, 0), options[place].label, align="centre", shorten=True)

    def go(step: int) -> None:
        choose(names[(place + step) % len(names)])

    def keys(event: pygame.Event) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key, 0)
        if step:
            go(step)
        return bool(step)

    def point(at: Point) -> None:
        go(-1 if at[0] < rect.centerx else 1)

    hint = tip or options[place].tip
    canvas.control(
        Control(key, rect, canvas.clip.copy(), label or key, lambda: None, hint, point=point, keys=keys, drags=False)
    )

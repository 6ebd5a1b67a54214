"""The turns of a match on a line, with those that decided it."""

from __future__ import annotations

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.theme import Tone


def draw_timeline(canvas: Canvas, rect: pygame.Rect, turns: int, marks: dict[int, Tone]) -> None:
    """A line with a tick for each turn; turning points are larger, coloured and numbered."""
    theme = canvas.theme
    y = rect.y + theme.letter(9)
    left, right = rect.x + theme.px(8), rect.right - theme.px(8)
    canvas.rule(left, y, right - left)
    for turn in range(turns):
        x = left + (right - left) * turn // max(1, turns - 1)
        tone = marks.get(turn)
        size = theme.letter(12) if tone else theme.letter(5)
        dot = pygame.Rect(0, 0, size, size)
        dot.center = (x, y)
        colour = canvas.palette.tone(tone) if tone else canvas.palette.edge
        canvas.card(dot, colour, colour, radius=size // 2)
        if tone:
            words = str(turn + 1)
            width = canvas.width(words, "small", "semibold")
            place = pygame.Rect(x - width // 2 - 1, y + theme.letter(9), width + 2, canvas.line_height("small"))
            canvas.words(place.clamp(rect), words, "small", "semibold", align="centre")

"""The small card beside what the pointer or the keyboard rests on."""

from __future__ import annotations

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.controls import Control

DELAY = 450
"""Milliseconds of rest before a tip shows."""


def draw_tip(canvas: Canvas, control: Control) -> None:
    """The tip of `control`, under it where there is room, else above, always inside the window."""
    theme = canvas.theme
    pad = theme.px(8)
    longest = min(theme.letter(320), canvas.rect.width - 4 * pad)
    width = min(longest, canvas.paragraph_width(control.tip, "small"))
    height = canvas.paragraph_height(width, control.tip, "small")
    box = pygame.Rect(0, 0, width + 2 * pad, height + 2 * pad)
    box.midtop = (control.seen.centerx, control.seen.bottom + theme.px(6))
    if box.bottom > canvas.rect.bottom:
        box.bottom = control.seen.top - theme.px(6)
    box.clamp_ip(canvas.rect.inflate(-2 * theme.px(4), -2 * theme.px(4)))
    canvas.card(box, canvas.palette.raised, canvas.palette.accent)
    canvas.paragraph(box.x + pad, box.y + pad, width, control.tip, "small")

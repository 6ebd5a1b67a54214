"""A line that tells something for some seconds."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.plates import plate
from game.desktop.kit.theme import Tone

NOTICE_MS = 7000
"""How long a line stays, in milliseconds."""


@dataclass(frozen=True)
class Notice:
    """A line that tells something for a few seconds."""

    text: str
    tone: Tone
    until: int


def draw_notice(canvas: Canvas, notice: Notice) -> None:
    """The line in a box at the foot of the window."""
    theme = canvas.theme
    pad = theme.px(10)
    width = min(canvas.paragraph_width(notice.text), canvas.rect.width - 6 * pad)
    height = canvas.paragraph_height(width, notice.text)
    box = pygame.Rect(0, 0, width + 2 * pad, height + 2 * pad)
    box.midbottom = (canvas.rect.centerx, canvas.rect.bottom - theme.px(18))
    plate(
        canvas.surface,
        box,
        theme.palette.raised,
        border=theme.palette.tone(notice.tone),
        radius=theme.radius,
        width=2,
    )
    canvas.paragraph(box.x + pad, box.y + pad, width, notice.text)

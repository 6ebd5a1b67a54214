"""A line that tells something for some seconds."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.controls import Picture, covered
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


def draw_notice(canvas: Canvas, picture: Picture, notice: Notice) -> pygame.Rect:
    """The line in a box at the foot of the window, or higher where it would cover what can be pressed.

    `picture` is the record of what lies under it. Returns where it stands.
    """
    theme = canvas.theme
    pad = theme.px(10)
    width = min(canvas.paragraph_width(notice.text), canvas.rect.width - 6 * pad)
    height = canvas.paragraph_height(width, notice.text)
    box = pygame.Rect(0, 0, width + 2 * pad, height + 2 * pad)
    controls = [control.seen for control in picture.controls if control.press is not None]
    bottoms = range(canvas.rect.bottom - theme.px(18), box.height + theme.px(8), -theme.px(12))
    places = [box.move(canvas.rect.centerx - box.centerx, bottom - box.bottom) for bottom in bottoms]
    box = min(places, key=lambda place: covered(place, controls), default=box)
    plate(
        canvas.surface,
        box,
        theme.palette.raised,
        border=theme.palette.tone(notice.tone),
        radius=theme.radius,
        width=2,
    )
    canvas.paragraph(box.x + pad, box.y + pad, width, notice.text)
    return box

"""Changes beside a column of figures."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop import present
from game.desktop.kit import badges
from game.desktop.kit.canvas import Canvas
from game.session.views import Indicator


def change_width(canvas: Canvas, indicators: Sequence[Indicator]) -> int:
    """Pixels of the widest change with its arrow and a gap before it."""
    widest = max((canvas.width(present.change_text(i), "small", "semibold") for i in indicators), default=0)
    return widest + canvas.theme.letter(14) + canvas.theme.px(22)


def draw_change(canvas: Canvas, rect: pygame.Rect, indicator: Indicator, width: int) -> None:
    """The change of `indicator` with its arrow, in the last `width` pixels of `rect`."""
    shown = present.change_text(indicator)
    if shown and canvas.seen(rect):
        at = (rect.right - width + canvas.theme.px(12), rect.centery - canvas.line_height("small") // 2)
        where = badges.change(canvas.surface, at, indicator.change, shown, indicator.good, canvas.theme)
        canvas.ink(where, shown)

"""Room for the changes beside a column of figures."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop import present
from game.desktop.canvas import Canvas
from game.session.views import Indicator


def change_width(canvas: Canvas, indicators: Sequence[Indicator]) -> int:
    """Pixels of the widest change with its arrow and a gap before it."""
    widest = max((canvas.width(present.change_text(i), "small", "semibold") for i in indicators), default=0)
    return widest + canvas.theme.letter(14) + canvas.theme.px(22)

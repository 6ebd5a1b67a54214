"""A cursor that runs down a canvas."""

from __future__ import annotations

import pygame

from game.desktop.kit.assets import Weight
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.theme import Colour, Role


class Column:
    """A cursor that runs down: what is taken or written stands under what came before."""

    def __init__(self, canvas: Canvas, x: int, y: int, width: int) -> None:
        self.canvas = canvas
        self.x = x
        self.y = y
        self.width = width

    def take(self, height: int, gap: int = 0) -> pygame.Rect:
        """The next `height` pixels; the cursor goes on below them and a gap."""
        rect = pygame.Rect(self.x, self.y, self.width, height)
        self.y += height + gap
        return rect

    def skip(self, height: float) -> None:
        """Leave `height` layout pixels free."""
        self.y += self.canvas.theme.px(height)

    def line(
        self,
        string: str,
        role: Role = "body",
        weight: Weight = "regular",
        colour: Colour | None = None,
        *,
        shorten: bool = False,
    ) -> pygame.Rect:
        """One line."""
        rect = self.take(self.canvas.line_height(role))
        return self.canvas.words(rect, string, role, weight, colour, shorten=shorten)

    def paragraph(self, words: str, role: Role = "body", colour: Colour | None = None) -> None:
        """Wrapped words."""
        self.y += self.canvas.paragraph(self.x, self.y, self.width, words, role, colour)

    def heading(self, string: str) -> None:
        """A heading over a part of a panel."""
        self.y += self.canvas.paragraph(self.x, self.y, self.width, f"**{string}**", "heading")
        self.skip(6)

    def rule(self) -> None:
        """A hairline with room around it."""
        self.skip(6)
        self.canvas.rule(self.x, self.y, self.width)
        self.skip(7)

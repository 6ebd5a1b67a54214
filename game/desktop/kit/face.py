"""One weight and size of the letters, drawn large and reduced.

SDL places letters on whole pixels, which sets small text unevenly. Four times as large the error is a quarter; the
reduced letters are thinner, which `_FIRMER` makes good.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pygame

from game.desktop.kit.assets import Weight, font_path
from game.desktop.kit.theme import Colour

_FINE = 4
_FIRMER = (255.0 * (np.arange(256) / 255.0) ** 0.78).round().astype(np.uint8)


class Face:
    """Letters of `size` pixels in `weight`; `size` and `get_height` are as of a pygame font."""

    def __init__(self, size: int, weight: Weight) -> None:
        self._large = pygame.font.Font(font_path(weight), size * _FINE)
        self._drop = -self._large.get_ascent() % _FINE
        """Moves the baseline to a whole pixel."""
        self._height = -(-(self._large.get_height() + self._drop) // _FINE)

    def get_height(self) -> int:
        """Height of every rendered line in pixels."""
        return self._height

    def size(self, text: str) -> tuple[int, int]:
        """Width and height of `text` in pixels."""
        return -(-self._large.size(text)[0] // _FINE), self.get_height()

    def render(self, text: str, colour: Colour) -> pygame.Surface:
        """`text` on a transparent surface."""
        width, height = self.size(text)
        sheet = pygame.Surface((max(width, 1) * _FINE, height * _FINE), pygame.SRCALPHA)
        if text:
            sheet.blit(self._large.render(text, antialias=True, color=(255, 255, 255)), (0, self._drop))
        drawn = pygame.transform.smoothscale(sheet, (max(width, 1), height))
        alpha = pygame.surfarray.pixels_alpha(drawn)
        alpha[...] = _FIRMER[alpha]
        del alpha
        pygame.surfarray.pixels3d(drawn)[...] = colour
        return drawn


@cache
def face(size: int, weight: Weight) -> Face:
    """The letters of `size` pixels in `weight`, kept."""
    return Face(size, weight)

"""Smooth shapes: drawn large, then reduced. SDL's own drawing has hard edges.

A `Sketch` is a transparent surface several times as large as what it becomes; coordinates are those of the result.
Opaque colours on an empty sketch come out with their alpha multiplied in, which is what `stamp` expects.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pygame
from numpy.typing import NDArray

from game.desktop.kit.theme import Colour

SMOOTH = 3
_LARGE = 1_500_000
"""Pixels from which on a drawing is enlarged less: memory and time grow with the square, the gain shrinks."""
Point = tuple[float, float]


def smoothness(size: tuple[int, int]) -> int:
    """How many times as large a drawing of `size` pixels is made."""
    return SMOOTH if size[0] * size[1] <= _LARGE else 2


class Sketch:
    """A transparent drawing of `size` pixels with smooth edges."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.smooth = smoothness(size)
        self.large = pygame.Surface((size[0] * self.smooth, size[1] * self.smooth), pygame.SRCALPHA)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        pygame.draw.polygon(self.large, colour, [(x * self.smooth, y * self.smooth) for x, y in points])

    def line(self, points: Sequence[Point], colour: Colour, thick: float, *, flat: bool = False) -> None:
        """A path `thick` pixels wide with round joints and ends, or none (`flat`), as smooth curves need."""
        radius = thick * self.smooth / 2.0
        path = [(x * self.smooth, y * self.smooth) for x, y in points]
        for start, end in pairwise(path):
            _stroke(self.large, start, end, radius, colour)
        if radius > 1.0 and not flat:
            for point in path:
                pygame.draw.circle(self.large, colour, point, radius)

    def dashes(self, points: Sequence[Point], colour: Colour, thick: float, pattern: Sequence[float]) -> None:
        """A path broken after `pattern`: lengths drawn and left out in turn; a whole line where it is empty."""
        if not pattern:
            self.line(points, colour, thick)
            return
        for piece in dashed(points, pattern):
            self.line(piece, colour, thick, flat=True)

    def circle(self, centre: Point, radius: float, colour: Colour) -> None:
        """A disc."""
        place = (centre[0] * self.smooth, centre[1] * self.smooth)
        pygame.draw.circle(self.large, colour, place, radius * self.smooth)

    def box(self, rect: pygame.Rect, colour: Colour, radius: float = 0.0, thick: float = 0.0) -> None:
        """A box with round corners, filled or `thick` pixels wide inside its edge."""
        large = pygame.Rect(rect.x * self.smooth, rect.y * self.smooth, rect.w * self.smooth, rect.h * self.smooth)
        pygame.draw.rect(
            self.large, colour, large, round(thick * self.smooth), border_radius=round(radius * self.smooth)
        )

    def finish(self) -> pygame.Surface:
        """The drawing at its own size, alpha multiplied in."""
        return pygame.transform.smoothscale(self.large, self.size)


def stamp(surface: pygame.Surface, drawing: pygame.Surface, at: tuple[int, int] = (0, 0)) -> pygame.Rect:
    """Put a finished sketch on `surface`."""
    return surface.blit(drawing, at, special_flags=pygame.BLEND_PREMULTIPLIED)


def _stroke(surface: pygame.Surface, start: Point, end: Point, radius: float, colour: Colour) -> None:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    if length < 1e-6:
        return
    nx, ny = -dy / length * radius, dx / length * radius
    corners = [(start[0] + nx, start[1] + ny), (end[0] + nx, end[1] + ny), (end[0] - nx, end[1] - ny)]
    pygame.draw.polygon(surface, colour, [*corners, (start[0] - nx, start[1] - ny)])


def dashed(points: Sequence[Point], pattern: Sequence[float]) -> list[list[Point]]:
    """The drawn pieces of a path after `pattern` (lengths drawn and left out in turn)."""
    path = np.asarray(points, dtype=np.float64)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
    pieces, start, step = [], 0.0, 0
    while start < along[-1]:
        end = min(start + pattern[step % len(pattern)], float(along[-1]))
        if step % 2 == 0:
            pieces.append(_between(path, along, start, end))
        start, step = end, step + 1
    return pieces


def _between(path: NDArray[np.float64], along: NDArray[np.float64], start: float, end: float) -> list[Point]:
    inside = path[(along > start) & (along < end)]
    ends = [(float(np.interp(at, along, path[:, 0])), float(np.interp(at, along, path[:, 1]))) for at in (start, end)]
    return [ends[0], *((float(x), float(y)) for x, y in inside), ends[1]]

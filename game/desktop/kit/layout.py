"""Cutting rectangles: rows, columns and cells, in pixels."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

_ROOMY = (74, 42)
"""Width and height in letters from which several parts stand side by side."""


def cut_top(rect: pygame.Rect, height: int, gap: int = 0) -> tuple[pygame.Rect, pygame.Rect]:
    """The top `height` pixels of `rect`, and what is left below a gap."""
    height = min(height, rect.height)
    rest = max(0, rect.height - height - gap)
    return pygame.Rect(rect.x, rect.y, rect.width, height), pygame.Rect(rect.x, rect.bottom - rest, rect.width, rest)


def cut_bottom(rect: pygame.Rect, height: int, gap: int = 0) -> tuple[pygame.Rect, pygame.Rect]:
    """What is left above a gap, and the bottom `height` pixels of `rect`."""
    height = min(height, rect.height)
    rest = max(0, rect.height - height - gap)
    return pygame.Rect(rect.x, rect.y, rect.width, rest), pygame.Rect(rect.x, rect.bottom - height, rect.width, height)


def cut_right(rect: pygame.Rect, width: int, gap: int = 0) -> tuple[pygame.Rect, pygame.Rect]:
    """What is left before a gap, and the last `width` pixels of `rect`."""
    width = min(width, rect.width)
    rest = max(0, rect.width - width - gap)
    return pygame.Rect(rect.x, rect.y, rest, rect.height), pygame.Rect(rect.right - width, rect.y, width, rect.height)


def cut_left(rect: pygame.Rect, width: int, gap: int = 0) -> tuple[pygame.Rect, pygame.Rect]:
    """The first `width` pixels of `rect`, and what is left after a gap."""
    width = min(width, rect.width)
    rest = max(0, rect.width - width - gap)
    return pygame.Rect(rect.x, rect.y, width, rect.height), pygame.Rect(rect.right - rest, rect.y, rest, rect.height)


def columns(rect: pygame.Rect, weights: Sequence[float], gap: int = 0) -> list[pygame.Rect]:
    """`rect` split side by side by `weights`, without losing a pixel."""
    return [
        pygame.Rect(start, rect.y, end - start, rect.height) for start, end in _parts(rect.x, rect.width, weights, gap)
    ]


def rows(rect: pygame.Rect, weights: Sequence[float], gap: int = 0) -> list[pygame.Rect]:
    """`rect` split from top to bottom by `weights`, without losing a pixel."""
    return [
        pygame.Rect(rect.x, start, rect.width, end - start) for start, end in _parts(rect.y, rect.height, weights, gap)
    ]


def _parts(start: int, length: int, weights: Sequence[float], gap: int) -> list[tuple[int, int]]:
    free = max(0, length - gap * (len(weights) - 1))
    whole = sum(weights) or 1.0
    parts, before = [], 0.0
    for number, weight in enumerate(weights):
        first = start + round(free * before / whole) + number * gap
        before += weight
        parts.append((first, start + round(free * before / whole) + number * gap))
    return parts


def centred(rect: pygame.Rect, width: int, height: int) -> pygame.Rect:
    """A rectangle of that size, no larger than `rect`, in its middle."""
    inner = pygame.Rect(0, 0, min(width, rect.width), min(height, rect.height))
    inner.center = rect.center
    return inner


def roomy(size: tuple[int, int], letter: int) -> bool:
    """Whether a window of `size` pixels has room for several parts at once, written in letters of `letter` pixels."""
    return size[0] >= _ROOMY[0] * letter and size[1] >= _ROOMY[1] * letter

"""Small marks differ in shape where they differ in meaning."""

from __future__ import annotations

from itertools import combinations

import pygame
import pytest

from game.desktop.kit import badges
from game.desktop.kit.theme import Theme

THEME = Theme()


def _drawn(shape: str, status: str = "operating") -> pygame.Surface:
    surface = pygame.Surface((30, 30))
    badges.stage_mark(surface, (15, 15), shape, 16, THEME, status)
    return surface


def _differ(one: pygame.Surface, other: pygame.Surface) -> int:
    grey = [
        pygame.surfarray.array3d(pygame.transform.grayscale(surface)).astype(int)[..., 0] for surface in (one, other)
    ]
    return int((abs(grey[0] - grey[1]) > 60).sum())


def test_stages_and_statuses_are_told_apart_without_colour() -> None:
    for one, other in combinations(badges.SHAPES, 2):
        assert _differ(_drawn(one), _drawn(other)) > 20, (one, other)
    for one, other in combinations(badges.STATUSES, 2):
        assert _differ(_drawn("square", one), _drawn("square", other)) > 20, (one, other)


@pytest.mark.parametrize("share", [-1.0, 0.0, 0.02, 0.5, 1.0, 7.0])
def test_a_meter_stays_in_its_box(share: float) -> None:
    surface = pygame.Surface((120, 30))
    badges.meter(surface, pygame.Rect(10, 10, 100, 10), share, THEME, "good")
    touched = pygame.mask.from_threshold(surface, (0, 0, 0), (1, 1, 1, 255))
    touched.invert()
    assert all(pygame.Rect(10, 10, 100, 10).contains(box) for box in touched.get_bounding_rects())

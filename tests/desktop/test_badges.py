"""Small marks differ in shape where they differ in meaning."""

from __future__ import annotations

from itertools import combinations

import pygame
import pytest

from game.desktop.kit import badges
from game.desktop.kit.theme import LIGHT, Theme, Tone
from tests.desktop.conftest import CompareGolden

THEME = Theme()


def _drawn(stage: str, status: str = "operating") -> pygame.Surface:
    surface = pygame.Surface((30, 30))
    badges.stage_mark(surface, (15, 15), stage, 16, THEME, status)
    return surface


def _differ(one: pygame.Surface, other: pygame.Surface) -> int:
    grey = [
        pygame.surfarray.array3d(pygame.transform.grayscale(surface)).astype(int)[..., 0] for surface in (one, other)
    ]
    return int((abs(grey[0] - grey[1]) > 60).sum())


def test_stages_and_statuses_are_told_apart_without_colour() -> None:
    for one, other in combinations(["mine", "separation", "magnet", "recycling"], 2):
        assert _differ(_drawn(one), _drawn(other)) > 20, (one, other)
    for one, other in combinations(badges.STATUSES, 2):
        assert _differ(_drawn("separation", one), _drawn("separation", other)) > 20, (one, other)


@pytest.mark.parametrize("share", [-1.0, 0.0, 0.02, 0.5, 1.0, 7.0])
def test_a_meter_stays_in_its_box(share: float) -> None:
    surface = pygame.Surface((120, 30))
    badges.meter(surface, pygame.Rect(10, 10, 100, 10), share, THEME, "good")
    touched = pygame.mask.from_threshold(surface, (0, 0, 0), (1, 1, 1, 255))
    touched.invert()
    assert all(pygame.Rect(10, 10, 100, 10).contains(box) for box in touched.get_bounding_rects())


def test_a_pill_is_as_large_as_it_says() -> None:
    surface = pygame.Surface((200, 40))
    rect = badges.pill(surface, (5, 5), "in force", THEME, "good")
    assert rect.size == badges.pill_size("in force", THEME, "good")


@pytest.mark.parametrize("theme", [Theme(), Theme(LIGHT)], ids=["dark", "light"])
def test_badges_look_as_agreed(theme: Theme, golden: CompareGolden, request: pytest.FixtureRequest) -> None:
    surface = pygame.Surface((470, 190))
    surface.fill(theme.palette.ground)
    badges.card(surface, pygame.Rect(8, 8, 454, 174), theme)
    x = 18
    tones: tuple[Tone, ...] = ("plain", "good", "bad", "warn", "rival")
    for tone in tones:
        x = badges.pill(surface, (x, 18), tone, theme, tone).right + 8
    for row, stage in enumerate(("mine", "separation", "magnet", "recycling")):
        for column, status in enumerate(badges.STATUSES):
            badges.stage_mark(surface, (30 + 30 * column, 62 + 30 * row), stage, 16, theme, status, own=column == 0)
    for number, flag in enumerate(("jp", "us", "eu", "kr", "cn", "au", "zz")):
        badges.flag_badge(surface, (180 + 36 * number, 66), flag, 24, theme)
    badges.meter(surface, pygame.Rect(170, 92, 240, 12), 0.62, theme, "own", mark=0.8)
    badges.change(surface, (170, 114), 3.0, "+3 days", 1, theme)
    badges.change(surface, (250, 114), 3.0, "+3 %", -1, theme)
    badges.change(surface, (320, 114), 0.0, "0", 1, theme)
    badges.card(surface, pygame.Rect(180, 142, 100, 28), theme, raised=True)
    badges.focus_ring(surface, pygame.Rect(180, 142, 100, 28), theme)
    golden(surface, f"badges-{request.node.callspec.id}")

"""Before a match in the window: the part of the seat in the briefing, and the length of the session."""

from __future__ import annotations

import pygame

from game.desktop.screens.play import Play
from game.desktop.screens.scenarios import Scenarios
from tests.desktop.driver import Driver
from tests.desktop.parts import match_of


def test_a_length_is_chosen_and_who_plays_alone_reads_the_part_of_the_seat(driver: Driver) -> None:
    driver.press("new")
    screen = driver.screen
    assert isinstance(screen, Scenarios)
    assert screen.package is not None
    preset = screen.package.presets[0]
    assert "Japan: where you stand" in screen._briefing(screen.package)
    driver.tab_to("part")
    driver.key(pygame.K_RIGHT)
    driver.tab_to("preset")
    driver.key(pygame.K_RIGHT)
    driver.press("start")
    assert isinstance(driver.screen, Play)
    calendar = match_of(driver.screen).control.world.calendar
    assert (calendar.turns, calendar.turn_months) == (preset.turns, preset.turn_months)


def test_several_at_one_screen_read_the_story_alone(driver: Driver) -> None:
    driver.press("new")
    screen = driver.screen
    assert isinstance(screen, Scenarios)
    assert screen.package is not None
    screen._hold("usa", "person")
    assert "where you stand" not in screen._briefing(screen.package)

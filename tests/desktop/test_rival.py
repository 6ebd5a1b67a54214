"""The script of the rival, chosen in the window before the start."""

from __future__ import annotations

import pygame

from game.desktop.screens.play import Play
from game.desktop.screens.redcell import RedCellScreen
from game.desktop.screens.scenarios import Scenarios
from tests.desktop.driver import Driver
from tests.desktop.parts import match_of


def test_the_script_is_chosen_before_the_start_and_told_seat_by_seat(driver: Driver) -> None:
    driver.press("new")
    driver.press("scenario:embargo_2010")
    driver.tab_to("part")
    driver.key(pygame.K_RIGHT)
    driver.tab_to("script")
    driver.key(pygame.K_RIGHT)
    screen = driver.screen
    assert isinstance(screen, Scenarios)
    assert screen.script == "measured"
    shown = [words for _, words in driver.app.picture.inks]
    assert any("Counts customers" in words for words in shown)
    assert any("The program as Japan makes" in words for words in shown)
    driver.press("start")
    play = driver.screen
    assert isinstance(play, Play)
    assert match_of(play).control.package.script == "measured"
    assert play.client.view.briefing.script == "Measured"


def test_a_person_leads_the_rival_behind_a_curtain_and_the_turn_is_played(driver: Driver) -> None:
    driver.press("new")
    driver.press("scenario:embargo_2010")
    driver.tab_to("part")
    driver.key(pygame.K_RIGHT)
    driver.tab_to("red_cell")
    driver.type("Ben")
    driver.press("start")
    driver.press("alone")
    play = driver.screen
    assert isinstance(play, Play)
    play.table.seal("japan")
    driver.pump()
    screen = driver.screen
    assert isinstance(screen, RedCellScreen)
    shown = [words for _, words in driver.app.picture.inks]
    assert any("Hand over to Ben" in words for words in shown)
    assert not any("Shipments to Japan stop" in words for words in shown)
    driver.press("alone")
    assert any("Shipments to Japan stop" in words for _, words in driver.app.picture.inks)
    driver.press("move:quota_low")
    driver.press("decide")
    assert match_of(play).control.reports[-1].led == ("quota_low",)
    assert driver.screen.name == "curtain"

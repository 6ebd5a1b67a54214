"""A fault in one screen never ends the program: it is told, written down, and the match goes on."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content.package import Package
from game.desktop.kit.ask import Ask
from game.desktop.kit.trouble import Trouble
from game.desktop.kit.window import NoDisplay
from game.desktop.screens import opening
from game.desktop.screens.play import Play
from game.desktop.screens.title import Title
from game.doctrines import load_match
from tests.desktop.driver import Driver
from tests.desktop.parts import match_of


@pytest.fixture
def play(driver: Driver, package: Package) -> Play:
    opening.start(driver.app, package, 3, {package.default_seat: "Aki"})
    driver.pump()
    assert isinstance(driver.screen, Play)
    return driver.screen


def _fail(*given: object) -> None:
    raise KeyError("a fault")


def _words(driver: Driver) -> str:
    return " ".join(words for _, words in driver.app.picture.inks)


def test_a_fault_of_an_event_leads_back_to_the_match_and_is_written_down(
    driver: Driver, play: Play, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    driver.key(pygame.K_ESCAPE)
    monkeypatch.setattr(driver.screen, "key", _fail)
    driver.key(pygame.K_x)
    assert isinstance(driver.screen, Trouble)
    (report,) = (home / "crashes").iterdir()
    assert report.name in _words(driver)
    assert "a fault" in report.read_text(encoding="utf-8")
    assert "is lost" in _words(driver)
    driver.key(pygame.K_RETURN)
    assert driver.app.top is play
    assert play.client.add({"kind": "set_posture", "posture": "protest"}) == ""


def test_a_turn_that_cannot_be_played_leaves_its_orders_open(
    driver: Driver, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    play.client.add({"kind": "set_posture", "posture": "protest"})
    with monkeypatch.context() as patch:
        patch.setattr(play.client.match, "resolve", _fail)
        driver.key(pygame.K_e)
        driver.key(pygame.K_RETURN)
        assert isinstance(driver.screen, Trouble)
    driver.key(pygame.K_ESCAPE)
    assert driver.app.top is play
    assert not match_of(play).sealed(play.client.seat)
    assert play.client.undo()
    driver.key(pygame.K_e)
    driver.key(pygame.K_RETURN)
    assert play.client.match.turn == 1


def test_a_screen_that_cannot_be_drawn_is_left_for_a_card_alone(
    driver: Driver, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(play.panels[0], "draw", _fail)
        driver.key(pygame.K_1)
        driver.pump()
        assert driver.app.screens == [driver.screen]
        assert isinstance(driver.screen, Trouble)
        driver.press("again")
        driver.pump()
        assert isinstance(driver.screen, Trouble)
    driver.press("again")
    assert driver.app.top is play
    path = match_of(play).log_path
    assert path is not None
    monkeypatch.setattr(play.panels[0], "draw", _fail)
    driver.key(pygame.K_1)
    driver.pump()
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, Title)
    assert load_match(path).people == play.client.match.people


def test_what_is_on_no_disk_is_told_with_the_fault(driver: Driver, play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    play.client.add({"kind": "set_posture", "posture": "protest"})
    monkeypatch.setattr(type(play.client.match), "on_disk", property(lambda match: False))
    monkeypatch.setattr(play, "key", _fail)
    driver.key(pygame.K_x)
    assert isinstance(driver.screen, Trouble)
    assert "will be lost" in _words(driver)
    driver.app.quit()
    assert isinstance(driver.screen, Ask)


def test_a_window_that_is_gone_is_said(driver: Driver, play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.display, "get_surface", lambda: None)
    monkeypatch.setattr(play, "build", _fail)
    driver.app.dirty = True
    with pytest.raises(NoDisplay, match="is kept"):
        driver.app.frame()


def test_a_window_in_which_nothing_can_be_drawn_gives_up(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver.app.painter, "draw", _fail)
    app = driver.app

    def go_on() -> None:
        for _ in range(20):
            app.dirty = True
            app.frame()

    with pytest.raises(KeyError):
        go_on()

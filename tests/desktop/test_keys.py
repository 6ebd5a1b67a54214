"""Keys: what is only held down presses nothing, Enter presses the bright button, every layout has its shortcuts."""

from __future__ import annotations

import pygame
import pytest

from game.content.package import Package
from game.desktop.kit.ask import Ask
from game.desktop.screens import opening
from game.desktop.screens.confirm import Confirm
from game.desktop.screens.menu import Menu
from game.desktop.screens.play import PANELS, Play
from game.desktop.screens.settings import Settings
from game.desktop.screens.since import Since
from game.desktop.screens.title import Title
from game.desktop.shortcuts import PANEL_KEYS, READING, play_action
from tests.desktop.driver import Driver, make_app
from tests.desktop.parts import match_of


@pytest.fixture
def driver(package: Package) -> Driver:
    app = make_app()
    app.reset(Title(app))
    opening.start(app, package, 3, {package.default_seat: ""})
    return Driver(app)


def _down(key: int) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0)


def _up(key: int) -> pygame.Event:
    return pygame.Event(pygame.KEYUP, key=key, mod=0, unicode="", scancode=0)


def test_every_panel_has_a_digit_and_the_help_card_says_so() -> None:
    assert len(PANEL_KEYS) == len(PANELS)
    assert f"1 to {len(PANELS)}" in {keys for keys, _ in READING}


def test_enter_held_down_does_not_skip_the_report_of_the_turn(driver: Driver) -> None:
    driver.key(pygame.K_e)
    assert isinstance(driver.screen, Confirm)
    driver.act(_down(pygame.K_RETURN))
    assert isinstance(driver.screen, Since)
    for _ in range(5):
        driver.act(_down(pygame.K_RETURN))
    assert isinstance(driver.screen, Since)
    driver.act(_up(pygame.K_RETURN))
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, Play)


@pytest.mark.parametrize("key", [pygame.K_e, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE])
def test_a_key_pressed_while_a_turn_is_computed_acts_on_nothing(
    driver: Driver, key: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = driver.screen
    assert isinstance(play, Play)
    match, resolve = match_of(play), match_of(play).resolve

    def slow() -> None:
        resolve()
        for event in (_down(key), _up(key), _down(key)):
            pygame.event.post(event)
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(640, 700), button=1))

    monkeypatch.setattr(match, "resolve", slow)
    driver.key(pygame.K_e)
    driver.key(pygame.K_RETURN)
    driver.pump()
    assert isinstance(driver.screen, Since)
    driver.act(_down(key))
    assert isinstance(driver.screen, Since), "the key is still held: its next coming is a repetition"
    driver.act(_up(key))
    driver.key(pygame.K_ESCAPE)
    assert driver.app.top is play


def test_a_key_held_down_moves_and_types_on(driver: Driver) -> None:
    driver.key(pygame.K_6)
    driver.tab_to("set_posture.posture")
    driver.act(_down(pygame.K_TAB))
    first = driver.screen.focus
    driver.act(_down(pygame.K_TAB))
    assert driver.screen.focus != first
    driver.act(_down(pygame.K_u))
    driver.act(_down(pygame.K_e), _down(pygame.K_e))
    assert isinstance(driver.screen, Confirm)


def test_a_key_let_go_outside_the_window_is_not_held(driver: Driver) -> None:
    driver.act(_down(pygame.K_e))
    driver.key(pygame.K_ESCAPE)
    driver.act(pygame.Event(pygame.WINDOWFOCUSLOST))
    driver.act(_down(pygame.K_e))
    assert isinstance(driver.screen, Confirm)


def test_enter_presses_the_bright_button(driver: Driver) -> None:
    play = driver.screen
    assert isinstance(play, Play)
    done: list[str] = []
    for risky in (True, False):
        driver.app.push(Ask(driver.app, "?", "?", "yes", lambda: done.append("yes"), risky=risky))
        driver.key(pygame.K_RETURN)
        assert driver.app.top is play
    assert done == ["yes"]
    driver.press("end")
    assert next(control.key for control in driver.app.picture.controls if control.primary) == "seal"
    driver.key(pygame.K_RETURN)
    assert play.client.match.turn == 1


def test_enter_presses_what_the_keyboard_shows_that_it_is_on(driver: Driver) -> None:
    driver.key(pygame.K_e)
    driver.enter("close")
    assert isinstance(driver.screen, Play)
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, Menu)
    driver.enter("menu:settings")
    assert isinstance(driver.screen, Settings)
    theme = driver.control("theme").parts[1][0]
    driver.click(theme.center)
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, Play), "a choice presses nothing: Enter closes the card"


RUSSIAN = {"end": (0x443, pygame.KSCAN_E), "save": (0x44B, pygame.KSCAN_S), "news": (0x442, pygame.KSCAN_N)}
GREEK = {"end": (0x3B5, pygame.KSCAN_E), "undo": (0x3B8, pygame.KSCAN_U), "layer": (0x3BC, pygame.KSCAN_M)}
HEBREW = {"end": (0x5E7, pygame.KSCAN_E), "chart": (0x5D1, pygame.KSCAN_C), "panel:1": (ord("2"), pygame.KSCAN_2)}
ARABIC = {"end": (0x62B, pygame.KSCAN_E), "panel:7": (0x668, pygame.KSCAN_8)}
FRENCH = {"panel:1": (0xE9, pygame.KSCAN_2), "panel:0": (ord("&"), pygame.KSCAN_1), "undo": (ord("u"), pygame.KSCAN_U)}
DVORAK = {"end": (ord("e"), pygame.KSCAN_D), "": (ord("."), pygame.KSCAN_E)}


@pytest.mark.parametrize("layout", [RUSSIAN, GREEK, HEBREW, ARABIC, FRENCH, DVORAK])
def test_shortcuts_on_every_layout(layout: dict[str, tuple[int, int]]) -> None:
    for action, (key, scancode) in layout.items():
        event = pygame.Event(pygame.KEYDOWN, key=key, scancode=scancode, mod=0, unicode=chr(key))
        assert play_action(event) == action


def test_arrows_stand_for_no_letter(driver: Driver) -> None:
    event = pygame.Event(pygame.KEYDOWN, key=pygame.K_RIGHT, scancode=pygame.KSCAN_RIGHT, mod=0, unicode="")
    assert play_action(event) == ""


def test_a_russian_keyboard_ends_a_turn(driver: Driver) -> None:
    driver.key(0x443, unicode="у", scancode=pygame.KSCAN_E)  # noqa: RUF001  # the letter on the E key
    assert isinstance(driver.screen, Confirm)

"""The window and its settings: opened, resized, drawn only where something changed, scrolled."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.content.package import Package
from game.desktop import app as application
from game.desktop.kit import prefs, window
from game.desktop.kit.app import App
from game.desktop.kit.prefs import Prefs
from game.desktop.kit.sound import Sounds
from game.desktop.kit.window import NoDisplay, layout_scale, open_window
from game.desktop.screens.table import Table
from game.desktop.screens.title import Title
from tests.desktop.driver import Driver, draw, make_app
from tests.played import at_turn


def _play(app: App, package: Package, turn: int = 5) -> None:
    """Sit the usual seat down at its play screen."""
    table = Table(app, at_turn(package, turn))
    table.show(package.default_seat)
    app.pop()


# --- settings -----------------------------------------------------------------------------------------------------


def test_settings_come_back(home: Path) -> None:
    wanted = Prefs(text_scale=1.5, theme="light", sound=False, volume=0.2, reduced_motion=True, fullscreen=False)
    assert prefs.save(wanted) == ""
    assert prefs.load() == (wanted, "")
    assert prefs.path().parent == home


def test_no_settings_are_the_defaults() -> None:
    assert prefs.load() == (Prefs(), "")


@pytest.mark.parametrize("written", ["{", "[1]", '"dark"', "\x00"])
def test_unreadable_settings_are_the_defaults_with_a_notice(written: str) -> None:
    prefs.path().parent.mkdir(parents=True)
    prefs.path().write_text(written)
    found, notice = prefs.load()
    assert found == Prefs()
    assert "defaults" in notice


def test_one_bad_setting_spares_the_others() -> None:
    prefs.path().parent.mkdir(parents=True)
    prefs.path().write_text(json.dumps({"text_scale": "huge", "theme": "pink", "volume": 9, "sound": False}))
    found, notice = prefs.load()
    assert found == Prefs(sound=False, volume=1.0)
    assert "text_scale" in notice


def test_a_folder_that_cannot_be_written_is_told_and_lived_with(home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("a file where the folder should be")
    app = make_app()
    app.reset(Title(app))
    app.apply(replace(app.prefs, theme="light"))
    assert app.theme.palette.name == "light"
    assert app.notice is not None
    assert "could not be kept" in app.notice.text


# --- the window ---------------------------------------------------------------------------------------------------


def test_no_display_names_the_way_out() -> None:
    quiet = {**os.environ, "SDL_VIDEODRIVER": "x11", "DISPLAY": "", "PYTHONWARNINGS": "ignore"}
    program = "from game.desktop.app import NoDisplay, run\ntry:\n    run()\nexcept NoDisplay as no:\n    print(no)"
    done = subprocess.run([sys.executable, "-c", program], env=quiet, capture_output=True, text=True, check=True)
    assert "chokepoint play --text" in done.stdout
    assert done.stderr == ""


def test_the_other_pygame_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pygame, "IS_CE")
    with pytest.raises(NoDisplay, match="pygame-ce"):
        open_window(Prefs())


def test_no_sound_device_is_borne_in_silence(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    sounds = Sounds(Prefs())
    for _ in range(3):
        sounds.play("click")
    assert capfd.readouterr() == ("", "")


def test_the_layout_grows_less_than_the_window() -> None:
    assert layout_scale((1280, 720)) == 1.0
    assert 1.0 < layout_scale((1920, 1080)) < 1.5
    assert layout_scale((1920, 1080)) < layout_scale((3840, 2160)) < 3.0
    assert layout_scale((3840, 720)) == 1.0


def test_run_opens_and_closes_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    def one_frame(app: App) -> None:
        app.frame()
        assert isinstance(app.top, Title)
        app.stop()

    monkeypatch.setattr(App, "loop", one_frame)
    monkeypatch.setattr(pygame, "quit", lambda: None)
    assert application.run() == 0


def test_a_resized_window_is_laid_out_anew() -> None:
    app = make_app()
    app.reset(Title(app))
    hands = Driver(app)
    pygame.display.set_mode((1600, 900))
    pygame.event.post(pygame.Event(pygame.VIDEORESIZE, size=(1600, 900), w=1600, h=900))
    hands.pump()
    assert app.surface.get_size() == (1600, 900)
    assert app.theme.layout_scale == layout_scale((1600, 900))


def test_the_window_fills_most_of_a_large_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(2560, 1440)])
    assert window.start_size() == (2176, 1224)
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", list)
    assert window.start_size() == window.LEAST


def test_full_screen_on_and_off() -> None:
    app = make_app()
    app.reset(Title(app))
    hands = Driver(app)
    hands.key(pygame.K_F11)
    assert app.prefs.fullscreen
    assert prefs.load()[0].fullscreen
    hands.key(pygame.K_F11)
    assert not app.prefs.fullscreen
    hands.control("new")


def test_the_first_frame_does_not_wait_for_maps() -> None:
    app = make_app()
    app.hasty = True
    app.reset(Title(app))
    app.frame()
    first = pygame.image.tobytes(app.surface, "RGB")
    assert app.control("new") is not None
    app.frame()
    assert pygame.image.tobytes(app.surface, "RGB") != first
    assert not app.dirty


# --- drawing only what changed ------------------------------------------------------------------------------------


@pytest.mark.slow
def test_kept_parts_look_as_if_drawn_anew(rng: np.random.Generator, package: Package) -> None:
    """After each of many random acts the picture equals one drawn from nothing."""
    app = make_app()
    _play(app, package)
    hands = Driver(app)
    keys = [pygame.K_TAB, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_m, pygame.K_c, *(pygame.K_1 + n for n in range(8))]
    for _ in range(60):
        act = ("move", "key", "wheel", "click")[rng.integers(4)]
        spot = (int(rng.integers(20, 1260)), int(rng.integers(70, 700)))
        if act == "move":
            pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0)))
            hands.pump()
        elif act == "key":
            hands.key(keys[rng.integers(len(keys))])
        elif act == "wheel":
            hands.wheel(spot, (-2, 1)[rng.integers(2)])
        else:
            hands.click(spot)
        kept = pygame.image.tobytes(app.surface, "RGB")
        app.top.panes.clear()
        app.draw()
        assert pygame.image.tobytes(app.surface, "RGB") == kept, act


def test_an_idle_window_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app()
    app.reset(Title(app))
    app.frame()
    app.frame()
    drawn: list[int] = []
    monkeypatch.setattr(app, "draw", lambda: drawn.append(1))
    for _ in range(5):
        app.frame()
    assert drawn == []


# --- scrolling ----------------------------------------------------------------------------------------------------


def test_tab_brings_what_is_scrolled_away_into_sight(package: Package) -> None:
    app = make_app(settings=Prefs(sound=False, text_scale=1.6))
    _play(app, package)
    hands = Driver(app)
    last = [c.key for c in app.picture.controls if c.region == "panel:overview"][-1]
    assert not hands.control(last).seen.height
    hands.tab_to(last)
    assert hands.control(last).seen.height > 0


def test_scrolling_too_far_is_pulled_back(package: Package) -> None:
    app = make_app()
    _play(app, package)
    app.top.offsets["panel:overview"] = 99_999
    picture = draw(app)
    region = next(region for region in picture.regions if region.key == "panel:overview")
    assert region.offset == region.limit


def test_headlines_scroll_by_keyboard(package: Package) -> None:
    app = make_app()
    _play(app, package)
    hands = Driver(app)
    hands.tab_to("scroll:news")
    hands.key(pygame.K_DOWN)
    assert app.top.offsets["news"] > 0
    hands.key(pygame.K_END)
    region = next(region for region in app.picture.regions if region.key == "news")
    assert region.offset == region.limit
    hands.key(pygame.K_PAGEUP)
    assert app.top.offsets["news"] < region.limit

"""Matches and their saves in the window: left to others, warned of, saved elsewhere, taken up again."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.content.package import Package
from game.desktop.kit.ask import Ask
from game.desktop.screens import opening
from game.desktop.screens.curtain import Curtain
from game.desktop.screens.ending import Ending
from game.desktop.screens.play import Play
from game.desktop.screens.saves import Saves
from game.desktop.screens.since import Since
from game.desktop.screens.title import Title
from game.doctrines import load_match, open_match
from game.session import saves
from game.session.match import Match
from game.session.saves.loading import open_save
from game.session.saves.lock import Hold
from game.telling import told
from tests.desktop.driver import Driver, complaints
from tests.examples import sparing

HOLD = "import sys; from pathlib import Path; from game.session.saves.lock import Hold; held = Hold(Path(sys.argv[1]))"


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Lets the disk be full, or not."""
    write, state = os.write, {"full": False}

    def perhaps(handle: int, data: bytes) -> int:
        if state["full"]:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(handle, data)

    monkeypatch.setattr("game.session.saves.writer.os.write", perhaps)
    return lambda full: state.update(full=full)


@contextmanager
def elsewhere(path: Path) -> Iterator[None]:
    """Another program has the save open."""
    program = f"{HOLD}; print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        yield
        other.stdin.close()


def _words(driver: Driver) -> str:
    return " ".join(words for _, words in driver.app.picture.inks)


def _free(path: Path) -> bool:
    """Whether another program may play the save."""
    return subprocess.run([sys.executable, "-c", HOLD, str(path)], capture_output=True, check=False).returncode == 0


def _begin(driver: Driver, package: Package, **people: str) -> Path:
    opening.start(driver.app, package, 3, people or {package.default_seat: "Aki"})
    driver.pump()
    return saves.files()[0]


def _end_turn(driver: Driver) -> None:
    while not isinstance(driver.screen, Play):
        driver.key(pygame.K_RETURN)
    driver.key(pygame.K_e)
    driver.key(pygame.K_RETURN)


# --- left to others -----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_match_that_was_left_may_be_opened_by_another_program(driver: Driver, package: Package) -> None:
    first = _begin(driver, package)
    assert not _free(first)
    driver.key(pygame.K_ESCAPE)
    driver.enter("menu:title")
    assert _free(first)
    _begin(driver, package)
    second = next(path for path in saves.files() if path != first)
    driver.key(pygame.K_ESCAPE)
    driver.enter("menu:load")
    driver.press(f"save:{[save.path for save in Saves(driver.app).found].index(first)}")
    assert _free(second)
    assert not _free(first)
    driver.app.stop()
    driver.app.loop()
    assert _free(first)


@pytest.mark.slow
def test_the_same_save_loaded_again_stays_held(driver: Driver, package: Package) -> None:
    path = _begin(driver, package)
    driver.key(pygame.K_ESCAPE)
    driver.enter("menu:load")
    driver.press("save:0")
    assert not _free(path)
    _end_turn(driver)
    assert load_match(path).turn == 1


# --- warnings -----------------------------------------------------------------------------------------------------


def test_a_warning_survives_the_curtain(driver: Driver, package: Package, full: Callable[[bool], None]) -> None:
    first, second = package.world.names.nations[:2]
    _begin(driver, package, **{first: "Aki", second: "Ben"})
    _end_turn(driver)
    full(True)
    _end_turn(driver)
    for _seat in (first, second):
        assert isinstance(driver.screen, Curtain)
        driver.key(pygame.K_RETURN)
        assert isinstance(driver.screen, Since)
        assert driver.app.notice is not None
        assert "disk is full" in driver.app.notice.text
        driver.key(pygame.K_RETURN)
        driver.key(pygame.K_e)
        driver.key(pygame.K_RETURN)


def test_a_save_that_all_had_sealed_is_played_on_and_says_so(driver: Driver, package: Package) -> None:
    seats = package.world.names.nations[:2]
    path = saves.new_path(package.scenario, seats)
    match = open_match(package, seed=3, people=dict.fromkeys(seats, ""), log=path)
    for seat in seats:
        match.seal(seat)
    match.close()
    driver.app.reset(Title(driver.app))
    driver.press("continue")
    assert isinstance(driver.screen, Curtain)
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, Since)
    assert driver.app.notice is not None
    assert "were sealed" in driver.app.notice.text


@pytest.mark.slow
def test_a_full_disk_at_the_last_turn_asks_where_to_save(
    driver: Driver, package: Package, full: Callable[[bool], None], tmp_path: Path
) -> None:
    opening.start(driver.app, package, 3, {package.default_seat: "Aki"})
    driver.pump()
    turns = package.world.calendar.turns
    for turn in range(turns):
        full(turn == turns - 1)
        _end_turn(driver)
    assert driver.screen.name == "elsewhere"
    assert "disk is full" in _words(driver)
    driver.press("again")
    assert driver.screen.name == "elsewhere"
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, Ending)
    assert f"Only turns 1 to {turns - 1} are on disk" in _words(driver)
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, Ask)
    driver.key(pygame.K_RETURN)
    driver.press("elsewhere")
    full(False)
    for typed, answer in (("a.chokepoint", "whole path"), (str(tmp_path), "is a folder")):
        driver.screen.place = typed  # type: ignore[attr-defined]
        driver.press("save")
        assert answer in _words(driver)
        assert complaints(driver.app.picture, driver.app.surface.get_rect()) == []
    driver.screen.place = str(tmp_path / "kept.chokepoint")  # type: ignore[attr-defined]
    driver.press("save")
    assert isinstance(driver.screen, Ending)
    assert driver.app.picture.named("elsewhere") is None
    assert load_match(tmp_path / "kept.chokepoint").finished


# --- taken up again -----------------------------------------------------------------------------------------------


@sparing("answer", ["yes", "other", "close"], 0)
def test_a_save_open_in_another_program(driver: Driver, package: Package, answer: str) -> None:
    path = _begin(driver, package)
    _end_turn(driver)
    driver.app.reset(Title(driver.app))
    before = path.read_bytes()
    with elsewhere(path):
        driver.press("continue")
        assert isinstance(driver.screen, Ask)
        assert "open in another program" in _words(driver)
        assert complaints(driver.app.picture, driver.app.surface.get_rect()) == []
        driver.press(answer)
        if answer == "close":
            assert isinstance(driver.screen, Title)
            return
        assert isinstance(driver.screen, Since)
        assert driver.app.notice is not None
        assert ("branch" if answer == "yes" else "only look") in driver.app.notice.text
        _end_turn(driver)
        assert path.read_bytes() == before
        assert len(saves.files()) == (2 if answer == "yes" else 1)


@sparing("answer", ["yes", "close"], 1)
def test_a_save_whose_scenario_has_changed(
    driver: Driver, package: Package, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _begin(driver, package)
    _end_turn(driver)
    driver.app.reset(Title(driver.app))
    monkeypatch.setattr(
        "game.session.match.open_save", lambda *given: replace(open_save(*given), changed="Other figures now.")
    )
    driver.press("continue")
    assert isinstance(driver.screen, Ask)
    assert "Other figures now." in _words(driver)
    assert complaints(driver.app.picture, driver.app.surface.get_rect()) == []
    driver.press(answer)
    assert isinstance(driver.screen, Since)
    match = driver.screen.client.match
    assert isinstance(match, Match)
    assert (match.log_path == path) is (answer == "close")


# --- the list of saves --------------------------------------------------------------------------------------------


def test_saves_are_named_and_deleted(driver: Driver, package: Package) -> None:
    path = _begin(driver, package)
    _end_turn(driver)
    driver.app.reset(Title(driver.app))
    driver.press("load")
    assert "turn 2 of" in _words(driver)
    assert "score" in _words(driver)
    driver.press("rename:0")
    driver.key(pygame.K_a, pygame.KMOD_CTRL)
    driver.type("my match")
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, Saves)
    assert "my match" in _words(driver)
    assert not path.exists()
    driver.press("delete:0")
    assert isinstance(driver.screen, Ask)
    driver.key(pygame.K_RETURN)
    assert len(saves.files()) == 1
    driver.press("delete:0")
    driver.press("yes")
    assert saves.files() == []
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, Title)
    assert driver.screen.latest is None


def test_the_match_that_is_played_is_not_deleted_under_its_people(driver: Driver, package: Package) -> None:
    path = _begin(driver, package)
    driver.key(pygame.K_ESCAPE)
    driver.enter("menu:load")
    assert not driver.control("delete:0").enabled
    assert not driver.control("rename:0").enabled
    assert path.exists()


def test_a_save_open_elsewhere_is_not_deleted(driver: Driver, package: Package) -> None:
    path = saves.new_path(package.scenario)
    match = open_match(package, seed=3, people={package.default_seat: ""}, log=path)
    match.close()
    with elsewhere(path):
        driver.press("load")
        driver.press("delete:0")
        driver.press("yes")
        assert path.exists()
        assert driver.app.notice is not None
        assert driver.app.notice.tone == "bad"
        driver.press("rename:0")
        driver.type("x")
        driver.press("rename")
        assert driver.screen.name == "rename"
        assert "another program" in _words(driver)
    Hold(path).release()
    assert told(load_match(path).notice) == ""

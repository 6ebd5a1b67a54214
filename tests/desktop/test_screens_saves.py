"""Saves in the window: a copy, one that is damaged, and what leaving a match loses or keeps."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.content.package import Package
from game.desktop.kit.ask import Ask
from game.desktop.screens import opening, resuming
from game.desktop.screens.play import Play
from game.desktop.screens.saves import Saves
from game.desktop.screens.since import Since
from game.desktop.screens.title import Title
from game.doctrines import load_match, open_match
from game.session import saves
from tests.desktop.driver import Driver
from tests.session.edited import edit_turn, turn_line


def _played(driver: Driver, package: Package, turns: int) -> Path:
    """The save of a match of which some turns were played."""
    opening.start(driver.app, package, 4, {package.default_seat: "Aki"})
    driver.pump()
    for _ in range(turns):
        driver.key(pygame.K_e)
        driver.enter("seal")
        driver.key(pygame.K_ESCAPE)
    return saves.list_saves()[0].path


def test_save_and_load(driver: Driver, package: Package) -> None:
    _played(driver, package, 1)
    play = driver.screen
    assert isinstance(play, Play)
    driver.key(pygame.K_s)
    assert len(saves.list_saves()) == 2
    driver.key(pygame.K_ESCAPE)
    driver.enter("menu:title")
    assert isinstance(driver.screen, Title)
    driver.enter("load")
    assert isinstance(driver.screen, Saves)
    driver.enter("save:0")
    assert isinstance(driver.screen, Since)
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, Play)
    assert driver.screen.table.match.turn == 1
    assert driver.screen.client.view == play.client.view


def test_a_damaged_save_offers_the_last_good_turn(driver: Driver, package: Package) -> None:
    path = _played(driver, package, 3)
    lines = path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b'"turn"', b'"tern"', 1)
    path.write_bytes(b"".join(lines))
    driver.app.reset(Saves(driver.app))
    driver.app.draw()
    assert any("damaged" in words or path.name in words for _, words in driver.app.picture.inks)
    driver.press("save:0")
    assert isinstance(driver.screen, Ask)
    driver.enter("yes")
    assert driver.app.screens[0].name == "play"


def test_a_save_whose_orders_give_other_figures_asks_before_it_plays_them_again(
    driver: Driver, package: Package
) -> None:
    path = _played(driver, package, 2)
    driver.app.reset(Title(driver.app))
    months = turn_line(path, 0)["months"]
    edit_turn(path, 0, months=[[row[0] + 1.0, *row[1:]] for row in months])
    edit_turn(path, 1, snapshot="")
    before = path.read_bytes()
    assert not resuming.resume(driver.app, path)
    assert isinstance(driver.screen, Ask)
    driver.app.draw()
    assert any("→" in words for _, words in driver.app.picture.inks)
    driver.enter("yes")
    assert driver.app.screens[0].name == "play"
    assert driver.app.screens[0].table.match.turn == 2  # type: ignore[attr-defined]
    assert path.read_bytes() == before


def test_escape_asks_before_a_match_that_is_on_no_disk_is_lost(driver: Driver, package: Package) -> None:
    opening.begin(driver.app, open_match(package, seed=4, people={package.default_seat: ""}))
    driver.pump()
    play = driver.screen
    assert isinstance(play, Play)
    play.client.add({"kind": "set_posture", "posture": "protest"})
    driver.key(pygame.K_ESCAPE)
    driver.enter("menu:title")
    assert isinstance(driver.screen, Ask)
    driver.key(pygame.K_ESCAPE)
    assert driver.app.screens == [play]
    assert len(play.client.view.draft) == 1
    pygame.event.post(pygame.Event(pygame.QUIT))
    driver.pump()
    assert isinstance(driver.screen, Ask)
    assert driver.app.running
    driver.enter("yes")
    assert not driver.app.running


def test_without_a_folder_for_saves_the_match_goes_on(driver: Driver, package: Package, home: Path) -> None:
    home.write_text("a file where the folder should be")
    opening.start(driver.app, package, 5, {package.default_seat: "Aki"})
    driver.pump()
    assert driver.app.notice is not None
    assert "without being saved" in driver.app.notice.text
    driver.key(pygame.K_e)
    driver.enter("seal")
    assert isinstance(driver.screen, Since)
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_s)
    assert driver.screen.name == "elsewhere"
    driver.screen.place = str(home.with_name("kept.chokepoint"))  # type: ignore[attr-defined]
    driver.press("save")
    assert isinstance(driver.screen, Play)
    assert load_match(home.with_name("kept.chokepoint")).turn == 1


def test_a_save_that_the_program_played_alone_is_explained(driver: Driver, package: Package) -> None:
    path = saves.new_path(package.scenario)
    open_match(package, seed=1, log=path).resolve()
    assert not resuming.resume(driver.app, path)
    assert driver.app.notice is not None
    assert isinstance(driver.screen, Title)


def test_loading_from_a_running_match_takes_its_draft_up_again(driver: Driver, package: Package) -> None:
    opening.start(driver.app, package, 4, {package.default_seat: ""})
    driver.pump()
    play = driver.screen
    assert isinstance(play, Play)
    play.client.add({"kind": "set_posture", "posture": "protest"})
    driver.key(pygame.K_ESCAPE)
    driver.enter("menu:load")
    driver.enter("save:0")
    assert isinstance(driver.screen, Play)
    assert driver.screen is not play
    assert driver.screen.client.view.draft == play.client.view.draft != ()


def test_quitting_at_the_curtain_keeps_sealed_orders(driver: Driver, package: Package) -> None:
    first, second = package.world.names.nations[:2]
    opening.start(driver.app, package, 9, {first: "", second: ""})
    driver.pump()
    driver.app.quit()
    assert not driver.app.running
    driver.app.running = True
    driver.enter("alone")
    driver.key(pygame.K_e)
    driver.enter("seal")
    driver.app.quit()
    assert not driver.app.running
    (save,) = saves.list_saves()
    again = load_match(save.path)
    assert again.sealed(first)
    assert not again.sealed(second)

"""Whole matches through the real window: by keyboard alone, by mouse alone, and for two people with a curtain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.content.package import Package
from game.desktop.kit.ask import Ask
from game.desktop.kit.prefs import Prefs, load
from game.desktop.screens import opening
from game.desktop.screens.confirm import Confirm
from game.desktop.screens.curtain import Curtain
from game.desktop.screens.ending import Ending
from game.desktop.screens.play import Play
from game.desktop.screens.scenarios import Scenarios
from game.desktop.screens.settings import Settings
from game.desktop.screens.since import Since
from game.desktop.screens.title import Title
from game.telling import Teller
from tests.desktop.driver import Driver
from tests.desktop.parts import match_of


def test_a_match_by_keyboard_alone(driver: Driver) -> None:
    driver.enter("new")
    assert isinstance(driver.screen, Scenarios)
    driver.enter("start")
    turns = 0
    while not isinstance(driver.screen, Ending):
        if isinstance(driver.screen, Since):
            driver.key(pygame.K_RETURN)
        assert isinstance(driver.screen, Play)
        driver.key(pygame.K_6)
        if turns == 0:
            driver.tab_to("set_posture.posture")
            driver.key(pygame.K_RIGHT)
            driver.enter("set_posture/posture")
            assert len(driver.screen.client.view.draft) == 1
        driver.key(pygame.K_e)
        assert isinstance(driver.screen, Confirm)
        driver.enter("seal")
        turns += 1
        assert turns < 100
    assert turns == match_of(driver.screen).control.package.world.calendar.turns
    assert driver.screen.result.total >= 0.0
    driver.enter("title")
    assert isinstance(driver.screen, Title)


@pytest.mark.slow
def test_a_match_by_mouse_alone(driver: Driver) -> None:
    driver.press("new")
    driver.press("start")
    play = driver.screen
    assert isinstance(play, Play)
    driver.press("tab:stockpile")
    driver.press("set_stockpile/stockpile")
    assert len(play.client.view.draft) == 1
    while not isinstance(driver.screen, Ending):
        if isinstance(driver.screen, Since):
            driver.press("close")
        driver.press("end")
        driver.press("seal")
    assert match_of(driver.screen).finished
    driver.press("again")
    assert isinstance(driver.screen, Play)
    assert match_of(driver.screen).control.seed == match_of(play).control.seed


def test_a_form_of_finance_that_does_not_fit_is_refused_with_its_reason(driver: Driver, package: Package) -> None:
    opening.start(driver.app, package, 3, {package.default_seat: ""})
    driver.pump()
    play = driver.screen
    assert isinstance(play, Play)
    plant = next(p for p in play.client.view.projects if p.choice.allowed and p.stage == "separation")
    driver.press("tab:projects")
    driver.press(f"project:{plant.id}")
    driver.press(f"fund_project:{plant.id}.instrument")
    driver.key(pygame.K_LEFT)
    for _ in range(5):
        driver.key(pygame.K_RIGHT)
    order = {"kind": "fund_project", "project": plant.id, "instrument": "grant", "public_share": 0.75}
    name = play.client.teller.within("projects", plant.id)
    assert play.client.teller.refusal(play.client.choice(order)) == f"There is no deposit to explore for {name}"
    assert not driver.control(f"fund_project:{plant.id}/fund").enabled
    assert play.client.view.draft == ()


def test_every_kind_of_order_can_be_given(driver: Driver, package: Package) -> None:
    """By mouse, in one turn; what is refused then is refused with a reason on the screen."""
    opening.start(driver.app, package, 3, {package.default_seat: ""})
    driver.pump()
    play = driver.screen
    assert isinstance(play, Play)
    view = play.client.view
    fundable = next(p for p in view.projects if p.choice.allowed)
    offer = next(a for a in view.agreements if a.choice.allowed and a.status == "none")
    driver.press("tab:projects")
    driver.press(f"project:{fundable.id}")
    driver.press(f"fund_project:{fundable.id}/fund")
    standards = driver.control("set_standard.standard").rect
    driver.click((standards.right - 10, standards.centery))
    driver.press("set_standard/standard")
    driver.press("tab:stockpile")
    driver.press("set_stockpile/stockpile")
    driver.press("tab:research")
    slider = driver.control(f"fund_research:{view.research[0].id}.rate")
    driver.click((slider.rect.x + slider.rect.width // 4, slider.rect.centery))
    driver.press(f"fund_research:{view.research[0].id}/research")
    driver.press("tab:diplomacy")
    driver.press(f"partner:{offer.partner}")
    driver.press(f"propose_agreement:{offer.kind}:{offer.partner}/propose")
    driver.press("set_posture.posture")
    driver.key(pygame.K_HOME)
    posture = driver.control("set_posture.posture").rect
    driver.click((posture.right - 10, posture.centery))
    driver.press("set_posture/posture")
    driver.press("tab:trade")
    tariff = driver.control("set_trade_policy.import_tariff").rect
    driver.click((tariff.x + tariff.width // 5, tariff.centery))
    driver.press("set_trade_policy/tariff")
    kinds = {order.kind for order in play.client.match.drafts(play.client.seat)}
    assert kinds >= {"fund_project", "fund_research", "propose_agreement", "set_posture", "set_standard"}
    assert "set_trade_policy" in kinds
    given = len(play.client.view.draft)
    driver.key(pygame.K_u)
    assert len(play.client.view.draft) == given - 1
    driver.press("tab:orders")
    driver.press("clear")
    assert isinstance(driver.screen, Ask)
    driver.press("yes")
    assert play.client.view.draft == ()


def test_a_turn_does_not_end_by_one_key_too_many(driver: Driver, package: Package) -> None:
    opening.start(driver.app, package, 3, {package.default_seat: ""})
    driver.pump()
    driver.key(pygame.K_e)
    driver.key(pygame.K_e)
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, Play)
    assert match_of(driver.screen).turn == 0


def test_ctrl_enter_ends_the_turn_whatever_has_the_focus(driver: Driver, package: Package) -> None:
    opening.start(driver.app, package, 3, {package.default_seat: ""})
    driver.pump()
    driver.key(pygame.K_e)
    driver.key(pygame.K_RETURN, pygame.KMOD_CTRL)
    assert isinstance(driver.screen, Since)
    assert driver.screen.client.match.turn == 1


@pytest.mark.slow
@pytest.mark.parametrize("won", [True, False])
def test_won_and_lost(driver: Driver, package: Package, won: bool) -> None:
    set_to = replace(package, goals=(), win_scores=dict.fromkeys(package.win_scores, 0.0 if won else 101.0))
    opening.start(driver.app, set_to, 5, {package.default_seat: ""})
    driver.pump()
    while not isinstance(driver.screen, Ending):
        if isinstance(driver.screen, Since):
            driver.key(pygame.K_ESCAPE)
        driver.key(pygame.K_e)
        driver.enter("seal")
    floors = any(part.lose_below > 0 for part in package.world.score)
    assert driver.screen.result.won is won or (won and floors)
    words = " ".join(words for _, words in driver.app.picture.inks)
    assert ("Won" if driver.screen.result.won else "Lost") in words
    teller = Teller(match_of(driver.screen).lexicon, driver.screen.seat)
    assert teller.sentence(driver.screen.result.verdict) in words


def test_two_people_and_a_curtain(driver: Driver, package: Package) -> None:
    first, second = package.world.names.nations[:2]
    opening.start(driver.app, package, 9, {first: "Aki", second: "Ben"})
    driver.pump()
    assert isinstance(driver.screen, Curtain)
    shown = " ".join(words for _, words in driver.app.picture.inks)
    assert "Aki" in shown
    assert "US$" not in shown
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, Curtain)
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, Play)
    assert driver.screen.client.seat == first
    driver.key(pygame.K_6)
    driver.press("set_posture.posture")
    driver.key(pygame.K_e)
    driver.enter("seal")
    assert isinstance(driver.screen, Curtain)
    assert driver.screen.seat == second
    assert driver.app.notice is None
    driver.press("alone")
    assert isinstance(driver.screen, Play)
    assert driver.screen.client.seat == second
    assert driver.screen.table.match.turn == 0
    driver.key(pygame.K_e)
    driver.enter("seal")
    assert isinstance(driver.screen, Curtain)
    assert driver.screen.seat == first
    assert driver.screen.table.match.turn == 1
    driver.press("alone")
    assert isinstance(driver.screen, Since)


@pytest.mark.slow
def test_settings_act_at_once_and_are_kept(driver: Driver) -> None:
    driver.enter("settings")
    assert isinstance(driver.screen, Settings)
    driver.tab_to("text")
    before = driver.app.theme.text_size()
    for _ in range(4):
        driver.key(pygame.K_RIGHT)
    assert driver.app.theme.text_size() > before
    driver.tab_to("theme")
    driver.key(pygame.K_RIGHT)
    assert driver.app.theme.palette.name == "light"
    driver.enter("motion")
    kept, notice = load()
    assert notice == ""
    assert kept == Prefs(text_scale=1.4, theme="light", sound=False, reduced_motion=True)


@pytest.mark.slow
def test_why_of_every_key_figure(driver: Driver, package: Package) -> None:
    opening.start(driver.app, package, 4, {package.default_seat: ""})
    driver.pump()
    play = driver.screen
    assert isinstance(play, Play)
    for key in [control.key for control in driver.app.picture.controls if control.key.startswith("top:")]:
        driver.press(key)
        assert driver.screen.name == "why"
        driver.key(pygame.K_ESCAPE)
    for indicator in play.client.view.indicators:
        driver.press(f"figure:{indicator.key}")
        assert driver.screen.name == "why"
        driver.key(pygame.K_ESCAPE)


def test_the_map_by_keyboard(driver: Driver, package: Package) -> None:
    opening.start(driver.app, package, 4, {package.default_seat: ""})
    driver.pump()
    play = driver.screen
    assert isinstance(play, Play)
    driver.tab_to("map")
    layer = play.map.layer
    driver.key(pygame.K_m)
    assert play.map.layer != layer
    partners = {agreement.partner for agreement in play.client.view.agreements}
    for _ in range(200):
        driver.key(pygame.K_RIGHT)
        if play.map.selected and play.map.selected[0] == "nation" and play.map.selected[1] in partners:
            break
    driver.key(pygame.K_RETURN)
    assert play.open == "diplomacy"


@pytest.mark.slow
def test_the_debrief_is_written_at_the_end(driver: Driver, package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    opening.start(driver.app, package, 5, {package.default_seat: "Aki"})
    driver.pump()
    while not isinstance(driver.screen, Ending):
        if isinstance(driver.screen, Since):
            driver.key(pygame.K_ESCAPE)
        driver.key(pygame.K_e)
        driver.enter("seal")
    opened: list[str] = []

    def browse(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    driver.enter("debrief")
    assert isinstance(driver.screen, Ask)
    driver.enter("yes")
    assert len(opened) == 1
    assert Path(opened[0].removeprefix("file://").replace("%20", " ")).read_text(encoding="utf-8").startswith("<!")


def test_names_and_seed_survive_going_back(driver: Driver, package: Package) -> None:
    driver.enter("new")
    driver.tab_to("part")
    driver.key(pygame.K_RIGHT)
    driver.tab_to(f"name:{package.default_seat}")
    driver.type("mia")
    driver.tab_to("seed")
    driver.key(pygame.K_DELETE)
    driver.type("42")
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, Title)
    driver.enter("new")
    driver.enter("start")
    assert isinstance(driver.screen, Play)
    match = match_of(driver.screen)
    assert match.control.seed == 42
    assert match.people == {package.default_seat: "mia"}


@pytest.mark.slow
def test_a_seat_changes_hands_behind_the_curtain(driver: Driver, package: Package) -> None:
    first, second = package.world.names.nations[:2]
    opening.start(driver.app, package, 9, {first: "Aki", second: "Ben"})
    driver.pump()
    driver.key(pygame.K_RETURN)
    driver.key(pygame.K_ESCAPE)
    driver.enter("menu:hand")
    driver.tab_to("name")
    driver.type("cleo")
    driver.enter("hand")
    assert isinstance(driver.screen, Curtain)
    assert driver.screen.seat == first
    assert "cleo" in " ".join(words for _, words in driver.app.picture.inks)
    driver.press("alone")
    assert isinstance(driver.screen, Play)
    match = driver.screen.client.match
    assert match.people == {first: "cleo", second: "Ben"}
    driver.key(pygame.K_ESCAPE)
    driver.press("menu:hand")
    driver.tab_to("seat")
    driver.key(pygame.K_RIGHT)
    driver.tab_to("holder")
    driver.key(pygame.K_RIGHT)
    driver.press("hand")
    assert isinstance(driver.screen, Play)
    assert match.people == {first: "cleo"}
    driver.key(pygame.K_ESCAPE)
    driver.press("menu:hand")
    driver.tab_to("holder")
    driver.key(pygame.K_RIGHT)
    driver.press("hand")
    assert "must stay with a person" in " ".join(words for _, words in driver.app.picture.inks)

"""Whole matches through the real window: by keyboard alone, by mouse alone, and for two people with a curtain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.content.package import Package
from game.desktop.kit.ask import Ask
from game.desktop.kit.prefs import Prefs, load
from game.desktop.screens import opening, resuming
from game.desktop.screens.confirm import Confirm
from game.desktop.screens.curtain import Curtain
from game.desktop.screens.ending import Ending
from game.desktop.screens.play import Play
from game.desktop.screens.saves import Saves
from game.desktop.screens.scenarios import Scenarios
from game.desktop.screens.settings import Settings
from game.desktop.screens.since import Since
from game.desktop.screens.title import Title
from game.doctrines import load_match, open_match
from game.lab.runs.seeds import Draws
from game.session import saves
from game.session.saves.models import SEEDS
from game.telling import Teller
from tests.desktop.driver import Driver, make_app


@pytest.fixture
def driver() -> Driver:
    app = make_app()
    app.reset(Title(app))
    return Driver(app)


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
    assert turns == driver.screen.table.match.control.package.world.calendar.turns
    assert driver.screen.result.total >= 0.0
    driver.enter("title")
    assert isinstance(driver.screen, Title)


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
    assert driver.screen.table.match.finished
    driver.press("again")
    assert isinstance(driver.screen, Play)
    assert driver.screen.table.match.control.seed == play.table.match.control.seed


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
    assert driver.screen.table.match.turn == 0


def test_ctrl_enter_ends_the_turn_whatever_has_the_focus(driver: Driver, package: Package) -> None:
    opening.start(driver.app, package, 3, {package.default_seat: ""})
    driver.pump()
    driver.key(pygame.K_e)
    driver.key(pygame.K_RETURN, pygame.KMOD_CTRL)
    assert isinstance(driver.screen, Since)
    assert driver.screen.client.match.turn == 1


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
    teller = Teller(driver.screen.table.match.lexicon, driver.screen.seat)
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


def test_save_and_load(driver: Driver, package: Package) -> None:
    opening.start(driver.app, package, 4, {package.default_seat: "Aki"})
    driver.pump()
    driver.key(pygame.K_e)
    driver.enter("seal")
    driver.key(pygame.K_ESCAPE)
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
    opening.start(driver.app, package, 4, {package.default_seat: "Aki"})
    driver.pump()
    for _ in range(3):
        driver.key(pygame.K_e)
        driver.enter("seal")
        driver.key(pygame.K_ESCAPE)
    path = saves.list_saves()[0].path
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
    match = driver.screen.table.match
    assert match.control.seed == 42
    assert match.people == {package.default_seat: "mia"}


@pytest.mark.parametrize(
    ("typed", "seed"),
    [("0", 0), ("9223372036854775807", SEEDS - 1), ("9223372036854775808", None), ("", None), ("\u0664\u0662", 42)],
)
def test_one_range_of_seeds(driver: Driver, typed: str, seed: int | None) -> None:
    driver.press("new")
    driver.tab_to("part")
    driver.key(pygame.K_RIGHT)
    driver.tab_to("seed")
    driver.key(pygame.K_DELETE)
    driver.act(pygame.Event(pygame.TEXTINPUT, text=typed))
    if seed is None:
        assert any("0 to 9223372036854775807" in words for _, words in driver.app.picture.inks)
        driver.press("start")
        assert isinstance(driver.screen, Scenarios)
        return
    driver.press("start")
    assert isinstance(driver.screen, Play)
    match = driver.screen.table.match
    assert match.control.seed == seed
    assert match.log_path is not None
    assert load_match(match.log_path).control.seed == seed


def test_what_is_no_digit_is_refused_aloud(driver: Driver) -> None:
    driver.press("new")
    driver.tab_to("part")
    driver.key(pygame.K_RIGHT)
    driver.tab_to("seed")
    driver.act(pygame.Event(pygame.TEXTINPUT, text="\u00b2"))
    assert any("Only digits are taken" in words for _, words in driver.app.picture.inks)
    driver.press("start")
    assert isinstance(driver.screen, Play)


@pytest.mark.parametrize("seed", [-1, SEEDS, 2**64])
def test_a_seed_that_no_save_could_hold_starts_no_match(package: Package, seed: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 9223372036854775807"):
        open_match(package, seed=seed)
    with pytest.raises(ValueError, match="from 0 to 9223372036854775807"):
        Draws(seed, 4)

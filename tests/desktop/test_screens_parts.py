"""The pieces under the screens: settings, focus order, layout, briefing text, what the panels say, the window."""

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
from game.desktop import present
from game.desktop.advice import advice, warnings
from game.desktop.kit import markdown, prefs, window
from game.desktop.kit.app import App
from game.desktop.kit.controls import Control, following, toward
from game.desktop.kit.layout import columns, cut_bottom, cut_right, rows
from game.desktop.kit.prefs import Prefs
from game.desktop.kit.sound import Sounds
from game.desktop.kit.window import NoDisplay, layout_scale, open_window
from game.desktop.panels.panel import charges
from game.desktop.screens import saves
from game.desktop.screens.table import Table
from game.desktop.screens.title import Title
from game.desktop.shortcuts import EVERYWHERE, PLAY, play_action
from game.engine.messages import Message
from game.session.saves import SaveInfo
from game.session.views import Choice, DraftOrder, View
from game.telling.numbers import BLANK
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


# --- keys, focus, layout ------------------------------------------------------------------------------------------


def _control(key: str, x: int, y: int, *, stops: bool = True) -> Control:
    return Control(key, pygame.Rect(x, y, 50, 20), pygame.Rect(0, 0, 999, 999), key, stops=stops)


def test_tab_goes_round_and_skips_what_does_not_stop() -> None:
    controls = [_control("a", 0, 0), _control("b", 60, 0, stops=False), _control("c", 120, 0)]
    assert [getattr(following(controls, at, 1), "key", None) for at in ("a", "c", "gone")] == ["c", "a", "a"]
    assert getattr(following(controls, "a", -1), "key", None) == "c"
    assert following([], "a", 1) is None


def test_arrows_go_to_the_nearest_in_their_direction() -> None:
    controls = [
        _control("here", 100, 100),
        _control("right", 200, 104),
        _control("far", 400, 100),
        _control("up", 90, 20),
    ]
    assert getattr(toward(controls, "here", pygame.K_RIGHT), "key", None) == "right"
    assert getattr(toward(controls, "here", pygame.K_UP), "key", None) == "up"
    assert toward(controls, "here", pygame.K_LEFT) is None
    assert toward(controls, "here", pygame.K_DOWN) is None


def test_rectangles_are_cut_without_losing_a_pixel() -> None:
    whole = pygame.Rect(7, 11, 1001, 503)
    for parts, end in ((columns(whole, (1, 2, 3.5), 8), "right"), (rows(whole, (3, 1), 8), "bottom")):
        assert getattr(parts[-1], end) == getattr(whole, end)
        assert all(whole.contains(part) for part in parts)
    left, right = cut_right(whole, 300, 10)
    assert (left.width, right.width, right.right) == (691, 300, whole.right)
    above, below = cut_bottom(whole, 9999, 10)
    assert (above.height, below.height) == (0, whole.height)


def test_shortcuts_are_all_different_and_leave_ctrl_alone() -> None:
    keys = [entry.key for entry in PLAY]
    assert len(set(keys)) == len(keys)
    assert len({entry.action for entry in (*PLAY, *EVERYWHERE)}) == len(PLAY) + len(EVERYWHERE)
    assert play_action(pygame.Event(pygame.KEYDOWN, key=pygame.K_e, mod=0)) == "end"
    assert play_action(pygame.Event(pygame.KEYDOWN, key=pygame.K_8, mod=0)) == "panel:7"
    assert play_action(pygame.Event(pygame.KEYDOWN, key=pygame.K_e, mod=pygame.KMOD_CTRL)) == ""


# --- words --------------------------------------------------------------------------------------------------------


def test_a_briefing_becomes_blocks() -> None:
    source = (
        "# Title\n\nOne *line*\ngoes __on__.\n\n- first [link](http://x)\n- second\n  goes on\n  1. inner\n\n"
        "3. third\n4. fourth, in ***both***\n\n## Part *two*\n`end` <b>\n\n> said\n\n---\n\n    code *is* code\n"
    )
    found = [(block.kind, block.text, block.mark, block.depth) for block in markdown.blocks(source)]
    assert found == [
        ("title", "Title", "", 0),
        ("text", "One **line** goes **on**.", "", 0),
        ("item", "first link", "•", 1),
        ("item", "second goes on", "•", 1),
        ("item", "inner", "1.", 2),
        ("item", "third", "3.", 1),
        ("item", "fourth, in **both**", "4.", 1),
        ("heading", "Part two", "", 0),
        ("text", "end <b>", "", 0),
        ("quote", "said", "", 0),
        ("rule", "", "", 0),
        ("code", "code *is* code", "", 0),
    ]


@pytest.mark.slow
def test_markdown_is_not_read_before_there_is_some() -> None:
    program = "import sys, game.desktop.screens.scenarios; print('markdown_it' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_adviser_names_offers_shortages_and_low_stocks(view: View) -> None:
    short = replace(
        view,
        chain=tuple(replace(link, unmet=0.3 * link.use) for link in view.chain),
        stockpiles=tuple(replace(pile, days=5.0, commercial_days=20.0) for pile in view.stockpiles),
    )
    remarks = advice(short)
    assert any("offers" in remark.text and remark.panel == "diplomacy" for remark in remarks)
    assert any("unmet" in remark.text and remark.tone == "bad" for remark in remarks)
    assert any("25" in remark.text and remark.panel == "stockpile" for remark in remarks)
    calm = replace(view, agreements=(), chain=(), stockpiles=(), research=(), projects=())
    assert [remark.panel for remark in advice(calm)] == ["projects"]


def test_the_end_of_a_turn_warns_of_an_empty_draft(view: View) -> None:
    assert any("no orders" in remark.text for remark in warnings(replace(view, draft=())))
    order = DraftOrder(Message("order.said", {"text": "Protest"}), 0.0, 0.0)
    assert not any("no orders" in remark.text for remark in warnings(replace(view, draft=(order,))))
    spent = replace(view, forecast=replace(view.forecast, costs=20.0, left=-5.0), draft=(order,))
    assert any("US$ 5 m more than there is" in remark.text.replace(BLANK, " ") for remark in warnings(spent))


def test_what_research_will_spend_is_not_called_unspent(view: View) -> None:
    idle = replace(view, budget=100.0, forecast=replace(view.forecast, costs=0.0, left=100.0))
    assert any("stay unspent" in remark.text for remark in warnings(idle))
    busy = replace(idle, forecast=replace(view.forecast, costs=70.0, left=30.0))
    assert not any("stay unspent" in remark.text for remark in warnings(busy))


def test_chart_pages_hold_one_unit_and_only_what_there_is(view: View) -> None:
    units = {series.key: series.unit for series in view.series}
    pages = present.chart_pages(view)
    assert pages
    for page in pages:
        assert len({units[key] for key in page.keys}) == 1
    assert present.chart_pages(replace(view, series=())) == ()


def test_ones_own_projects_come_first(view: View) -> None:
    shown = present.projects_of(view, "")
    assert {p.id for p in shown} == {p.id for p in view.projects}
    assert shown[0].sponsor == view.seat
    assert all(p.stage == "mine" for p in present.projects_of(view, "mine"))


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(0, 0, "at once"), (8, 20, "8 - 20 months"), (24, 60, "2 - 5 years"), (18, 30, "1.5 - 2.5 years")],
)
def test_spans_of_time(low: float, high: float, shown: str) -> None:
    assert present.months_text(low, high) == shown.replace("-", present.DASH)


def test_changes_too_small_to_see_are_not_shown(view: View) -> None:
    figure = view.indicators[0]
    assert present.change_text(replace(figure, change=0.00001)) == ""
    assert present.tone_of_change(replace(figure, change=0.2, good=1)) == "good"
    assert present.tone_of_change(replace(figure, change=0.2, good=-1)) == "bad"
    assert present.tone_of_change(replace(figure, change=0.2, good=0)) == "plain"


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


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ((("japan", "Japan"), ("usa", "Ben")), "Japan, Ben (USA)"),
        ((("japan", ""),), "Japan"),
    ],
)
def test_a_save_names_a_seat_once(people: tuple[tuple[str, str], ...], told: str) -> None:
    save = SaveInfo(Path("a"), "A scenario", "a", people, 2, 14, "2011-01", False, "2026-01-01 10:00", "")
    assert f"{told} · turn 3 of 14" in saves._line(save)


def test_what_an_order_takes_or_saves_each_turn_is_said_without_a_sign() -> None:
    dear = Choice(0.0, 0.0, allowed=True, running=12.0, keeping=0.5)
    assert [text.replace(BLANK, " ") for text in charges(dear)] == [
        "US$ 12 m more a turn",
        "0.5 more political capital a turn",
    ]
    cheap = replace(dear, running=-5.0, keeping=-1.5)
    assert [text.replace(BLANK, " ") for text in charges(cheap)] == [
        "US$ 5 m less a turn",
        "1.5 less political capital a turn",
    ]

"""What stands under the screens and needs no window: focus order, layout, shortcuts, and the words of panels."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.desktop import present
from game.desktop.advice import advice, warnings
from game.desktop.kit import markdown
from game.desktop.kit.controls import Control, following, toward
from game.desktop.kit.layout import columns, cut_bottom, cut_right, rows
from game.desktop.panels.panel import charges
from game.desktop.screens import saves
from game.desktop.shortcuts import EVERYWHERE, PLAY, play_action
from game.engine.messages import Message
from game.session.saves import SaveInfo
from game.session.views import Choice, DraftOrder, View
from game.telling.numbers import BLANK

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

"""Tips belong to what lies under the pointer and cover neither controls nor, as far as can be, words."""

from __future__ import annotations

import pygame
import pytest

from game.content.package import Package
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.controls import Control, covered
from game.desktop.kit.notices import NOTICE_MS, Notice, draw_notice
from game.desktop.kit.prefs import Prefs
from game.desktop.kit.tooltips import DELAY, draw_tip, neighbours, obstacles
from game.desktop.screens import opening
from game.desktop.screens.title import Title
from tests.desktop.driver import Driver, make_app


@pytest.fixture(
    params=[
        ((1280, 720), 1.0),
        pytest.param(((1920, 1080), 1.3), marks=pytest.mark.slow),
        pytest.param(((1008, 692), 1.0), marks=pytest.mark.slow),
    ]
)
def driver(package: Package, request: pytest.FixtureRequest) -> Driver:
    size, scale = request.param
    app = make_app(size, Prefs(sound=False, text_scale=scale))
    app.reset(Title(app))
    opening.start(app, package, 3, {package.default_seat: ""})
    return Driver(app)


def _rest(driver: Driver, position: tuple[int, int]) -> str:
    """Words of the tip that shows after the pointer rested there."""
    driver.point(position)
    app = driver.app
    app.hands.await_tip(pygame.time.get_ticks() + DELAY + 1)
    control = app.picture.named(app.hands.tip.shows)
    return control.tip_at(app.hands.tip.at)[1] if control is not None else ""


def test_a_tip_belongs_to_the_option_under_the_pointer(driver: Driver) -> None:
    driver.key(pygame.K_4)
    for _ in range(20):
        release = driver.control("set_stockpile.release")
        if release.seen.height == release.rect.height:
            break
        driver.wheel(release.clip.center, -1)
    told = [_rest(driver, rect.center) for rect, _ in release.parts]
    assert told == [words for _, words in release.parts]
    assert len(set(told)) == len(told) == 3


def test_a_tip_covers_no_control_and_not_what_it_belongs_to(driver: Driver) -> None:
    app = driver.app
    driver.app.hands.ring = False
    for panel in range(8):
        driver.key(pygame.K_1 + panel)
        for control in app.picture.controls:
            if control.seen.height > 8 and control.tip_at(None)[1]:
                canvas = Canvas(app.surface.copy(), app.theme, {})
                box = draw_tip(canvas, app.picture, control)
                found = obstacles(app.picture, app.surface.get_rect())
                near = neighbours(found, control.tip_at(None)[0], 64)
                assert covered(box, [*near, control.seen]) == 0, control.key
                assert app.surface.get_rect().contains(box)


def test_a_tip_leaves_the_line_of_the_order_alone(driver: Driver) -> None:
    driver.key(pygame.K_4)
    app = driver.app
    order = driver.control("set_stockpile/stockpile")
    box = draw_tip(Canvas(app.surface.copy(), app.theme, {}), app.picture, order)
    line = [rect for rect, _ in app.picture.inks if abs(rect.centery - order.rect.centery) < 4]
    assert covered(box, line) == 0


def test_a_notice_stands_where_it_covers_no_button() -> None:
    surface = pygame.Surface((1280, 720))
    canvas = Canvas(surface, make_app().theme, {})
    canvas.control(Control("close", pygame.Rect(560, 660, 160, 40), canvas.clip, "Close", lambda: None))
    box = draw_notice(canvas, canvas.picture, Notice("This match goes on in a branch.", "warn", NOTICE_MS))
    assert not box.colliderect(pygame.Rect(560, 660, 160, 40))
    assert surface.get_rect().contains(box)

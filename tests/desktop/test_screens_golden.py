"""Each screen as a picture. Look at a picture before it is committed."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.kit.app import App
from game.desktop.kit.ask import Ask
from game.desktop.kit.prefs import Prefs
from game.desktop.panels.diplomacy import Diplomacy
from game.desktop.panels.projects import Projects
from game.desktop.screens import opening, scenarios
from game.desktop.screens.confirm import Confirm
from game.desktop.screens.curtain import Curtain
from game.desktop.screens.ending import Ending
from game.desktop.screens.help import Help
from game.desktop.screens.menu import Menu
from game.desktop.screens.play import Play
from game.desktop.screens.saves import Saves
from game.desktop.screens.settings import Settings
from game.desktop.screens.table import Table
from game.desktop.screens.title import Title
from tests.desktop.conftest import CompareGolden
from tests.desktop.driver import complaints, draw, make_app
from tests.desktop.standin import SEAT, StandIn, scenario_infos, scenario_package, table

PANELS = ("overview", "chain", "projects", "stockpile", "research", "diplomacy", "trade", "orders")
LOOKS = {
    "dark": ((1280, 720), "dark"),
    "light": ((1280, 720), "light"),
    "large": ((1920, 1080), "dark"),
    "large-light": ((1920, 1080), "light"),
}


def at_play(look: str = "dark") -> tuple[App, Table, Play]:
    """A play screen over the stand-in, two orders in its draft."""
    size, theme = LOOKS[look]
    app = make_app(size, Prefs(sound=False, theme=theme))
    match = StandIn()
    match.add(SEAT, {"kind": "set_posture", "posture": "protest"})
    match.add(SEAT, {"kind": "fund_research", "line": "recycling", "rate": 20.0})
    place = table(app, match)
    place.show(SEAT)
    app.pop()
    play = app.top
    assert isinstance(play, Play)
    return app, place, play


def picture(app: App) -> pygame.Surface:
    draw(app)
    assert complaints(app.picture, app.surface.get_rect()) == []
    return app.surface


@pytest.mark.parametrize("look", LOOKS)
def test_title(golden: CompareGolden, look: str) -> None:
    size, theme = LOOKS[look]
    app = make_app(size, Prefs(sound=False, theme=theme))
    app.reset(Title(app))
    golden(picture(app), f"screen-title-{look}")


@pytest.mark.parametrize("panel", PANELS)
def test_play(golden: CompareGolden, panel: str) -> None:
    app, _, play = at_play()
    play.go(panel)
    golden(picture(app), f"screen-play-{panel}-dark")


@pytest.mark.parametrize(
    ("look", "panel"), [("light", "overview"), ("light", "chain"), ("large", "chain"), ("large-light", "projects")]
)
def test_play_in_other_looks(golden: CompareGolden, look: str, panel: str) -> None:
    app, _, play = at_play(look)
    play.go(panel)
    golden(picture(app), f"screen-play-{panel}-{look}")


def test_a_project_opened(golden: CompareGolden) -> None:
    app, _, play = at_play()
    play.go("projects")
    panel = play.panels[2]
    assert isinstance(panel, Projects)
    panel.open = "dong_pao_1"
    draw(app)
    play.offsets["panel:projects"] = 130
    golden(picture(app), "screen-play-project-open-dark")


def test_a_partner_opened(golden: CompareGolden) -> None:
    app, _, play = at_play()
    play.go("diplomacy")
    panel = play.panels[5]
    assert isinstance(panel, Diplomacy)
    panel.partner = play.client.view.agreements[0].partner
    golden(picture(app), "screen-play-partner-open-dark")


def test_focus_ring_and_tip(golden: CompareGolden) -> None:
    app, _, play = at_play()
    app.draw()
    app.hands.ring, play.focus, app.hands.tip = True, "end", "end"
    golden(picture(app), "screen-play-focus-dark")


@pytest.mark.parametrize("card", ["help", "settings", "menu", "confirm", "why", "since", "ask", "saves", "curtain"])
def test_cards(golden: CompareGolden, card: str) -> None:
    app, place, play = at_play()
    if card == "why":
        figure = play.client.view.indicators[0]
        play.explain(figure.key, figure.label, figure.text)
    elif card == "since":
        play.key(pygame.Event(pygame.KEYDOWN, key=pygame.K_n, mod=0))
    elif card == "ask":
        app.push(Ask(app, "Quit?", "The two orders in your draft will be lost.", "Quit", app.stop))
    elif card == "saves":
        app.push(Saves(app))
    elif card == "curtain":
        app.reset(Curtain(app, place, SEAT))
    else:
        made = {
            "help": Help(app),
            "settings": Settings(app),
            "menu": Menu(app, play.save_copy),
            "confirm": Confirm(app, place, play.client),
        }
        app.push(made[card])
    golden(picture(app), f"screen-{card}-dark")


@pytest.mark.parametrize("won", [True, False])
def test_ending(golden: CompareGolden, won: bool) -> None:
    app = make_app()
    app.reset(Ending(app, table(app, StandIn(won=won))))
    golden(picture(app), f"screen-ending-{'won' if won else 'lost'}-dark")


@pytest.mark.parametrize("part", ["briefing", "seats"])
def test_scenario_choice(golden: CompareGolden, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenarios, "list_scenarios", scenario_infos)
    monkeypatch.setattr(scenarios, "load", lambda name: scenario_package())
    monkeypatch.setattr(opening, "new_seed", lambda: 4711)
    app = make_app()
    screen = scenarios.Scenarios(app)
    screen.part = part
    app.reset(screen)
    golden(picture(app), f"screen-scenarios-{part}-dark")


def test_text_at_twice_the_size(golden: CompareGolden) -> None:
    app = make_app(settings=Prefs(sound=False, text_scale=2.0))
    place = table(app)
    place.show(SEAT)
    app.pop()
    golden(picture(app), "screen-play-overview-text200")


def test_a_notice(golden: CompareGolden) -> None:
    app, _, _ = at_play()
    app.tell("In your draft: protest against the rival", "good")
    golden(picture(app), "screen-play-notice-dark")

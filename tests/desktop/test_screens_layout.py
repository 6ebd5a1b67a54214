"""Nothing is cut, overlaps or leaves the window: every screen at every size and text scale, on the shipped scenario."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.content.package import Package
from game.desktop.kit.app import App
from game.desktop.kit.ask import Ask
from game.desktop.kit.layout import roomy
from game.desktop.kit.prefs import Prefs
from game.desktop.panels.diplomacy import Diplomacy
from game.desktop.panels.projects import Projects
from game.desktop.screens.confirm import Confirm
from game.desktop.screens.curtain import Curtain
from game.desktop.screens.ending import Ending
from game.desktop.screens.help import Help
from game.desktop.screens.menu import Menu
from game.desktop.screens.play import Play
from game.desktop.screens.saves import Saves
from game.desktop.screens.scenarios import Scenarios
from game.desktop.screens.settings import Settings
from game.desktop.screens.table import Table
from game.desktop.screens.title import Title
from game.doctrines import open_match
from game.session import saves
from game.session.match import Match
from game.telling import _
from game.telling.numbers import write
from tests.desktop.driver import complaints, draw, make_app
from tests.examples import sparing

CASES = [
    ((1280, 720), 0.8),
    ((1280, 720), 1.0),
    ((1280, 720), 1.3),
    ((1280, 720), 1.5),
    ((1280, 720), 2.0),
    ((1920, 1080), 1.0),
    ((1920, 1080), 2.0),
    ((2560, 1440), 1.0),
    ((3840, 2160), 1.4),
]


PEOPLE = ("Aki", "Bernadette")


def play_both(package: Package, log: Path | None = None) -> tuple[Match, Match]:
    """A match of two people in its fourth turn, an order in a draft, and one that is over, which `log` keeps."""
    people = dict(zip(package.world.names.nations[:2], PEOPLE, strict=True))
    going = open_match(package, seed=11, people=people)
    over = open_match(package, seed=11, people=people, log=log)
    for match, turns in ((going, 3), (over, package.world.calendar.turns)):
        for _turn in range(turns):
            for seat in people:
                match.seal(seat)
            match.resolve()
    going.add(package.default_seat, {"kind": "set_posture", "posture": "protest"})
    return going, over


@pytest.fixture(scope="module")
def played(package: Package) -> tuple[Match, Match]:
    return play_both(package)


def walk(app: App, played: tuple[Match, Match]) -> Iterator[str]:
    """Open every screen and panel in turn; yields the name of each."""
    yield from _before(app)
    table, over = (Table(app, match) for match in played)
    seat = table.seats[0]
    table.show(seat)
    yield "since"
    app.pop()
    play = app.top
    assert isinstance(play, Play)
    keys = [panel.key for panel in play.panels]
    if not roomy(app.surface.get_size(), app.theme.text_size()):
        keys += ["map", "news"]
    for key in keys:
        play.go(key)
        yield key
        yield from _opened(play, key)
        for region in app.picture.regions:
            play.offsets[region.key] = region.limit
        yield f"{key}, scrolled"
    figure = play.client.view.indicators[1]
    play.explain(figure.key, play.client.teller.label(figure.key), write(figure.value, figure.unit))
    yield "why"
    app.pop()
    for card in (
        Confirm(app, table, play.client),
        Menu(app, table.save_copy),
        Ask(app, _("Leave the match?"), app.leaving(), _("Leave"), app.stop),
    ):
        app.push(card)
        yield card.name
        app.pop()
    app.reset(Curtain(app, table, seat))
    yield "curtain"
    app.reset(Ending(app, over))
    yield "ending"
    for section in ("rules", "turns"):
        app.top.section = section  # type: ignore[attr-defined]
        yield f"ending, {section}"


def _before(app: App) -> Iterator[str]:
    app.reset(Title(app))
    yield "title"
    for card in (Help(app), Settings(app), Saves(app)):
        app.push(card)
        yield card.name
        app.pop()
    choosing = Scenarios(app)
    app.push(choosing)
    yield "briefing"
    choosing.part = "seats"
    yield "seats"


def _opened(play: Play, key: str) -> Iterator[str]:
    """The panel with an entry unfolded."""
    panel = next((panel for panel in play.panels if panel.key == key), None)
    if isinstance(panel, Projects):
        panel.open = next(c.key for c in play.app.picture.controls if c.key.startswith("project:")).partition(":")[2]
        yield "a project opened"
    elif isinstance(panel, Diplomacy):
        panel.partner = play.client.view.agreements[0].partner
        yield "a partner opened"


@sparing(("size", "scale"), CASES, 4)
def test_nothing_is_cut_or_overlaps(size: tuple[int, int], scale: float, played: tuple[Match, Match]) -> None:
    match = played[0]
    match.save_as(saves.new_path(match.control.package.scenario, tuple(match.people)))
    saves.folder().joinpath("damaged.chokepoint").write_text("{not a log\n")
    app = make_app(size, Prefs(sound=False, text_scale=scale))
    found: list[str] = []
    for name in walk(app, played):
        draw(app)
        found += [f"{name}: {words}" for words in complaints(app.picture, app.surface.get_rect())]
    assert found == []


def test_nothing_is_shortened_in_the_smallest_window(played: tuple[Match, Match]) -> None:
    app = make_app()
    found: list[str] = []
    for name in walk(app, played):
        draw(app)
        found += [f"{name}: {words}" for words in app.picture.shortened]
    assert found == []

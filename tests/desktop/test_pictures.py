"""Parts of the window as pictures, from a real match. Look at a picture before it is committed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pygame
import pytest

import game
from game.content import list_scenarios
from game.content.package import Package
from game.desktop.chart.charts import LineChart
from game.desktop.chart.model import ChartModel, Line, present_series
from game.desktop.client import Client
from game.desktop.flow.columns import present_chain
from game.desktop.flow.flow import ChainFlow
from game.desktop.kit import badges, markdown, text
from game.desktop.kit.app import App
from game.desktop.kit.buttons import ButtonSpec, button_row
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.field import field
from game.desktop.kit.inputs import Option, choice, cycle, slider, switch
from game.desktop.kit.notices import Notice, draw_notice
from game.desktop.kit.theme import LIGHT, Theme
from game.desktop.kit.tooltips import draw_tip
from game.desktop.kit.typed import Typed
from game.desktop.map.worldmap import WorldMap, home_region, present_map
from game.desktop.panels.diplomacy import Diplomacy
from game.desktop.panels.news import draw_headlines
from game.desktop.panels.panel import Panel
from game.desktop.panels.projects import Projects
from game.desktop.screens import opening, topbar
from game.desktop.screens.ending import Ending
from game.desktop.screens.play import PANELS, Play
from game.desktop.screens.saves import Saves
from game.desktop.screens.scenarios import Scenarios
from game.desktop.screens.table import Table
from game.desktop.screens.tabs import draw_tabs, tab_of
from game.session.saves import SaveInfo
from game.session.views import View
from game.telling import Teller
from game.telling.numbers import write
from tests.desktop.conftest import CompareGolden
from tests.desktop.driver import make_app
from tests.desktop.parts import card, in_box, in_column
from tests.played import at_turn

TURN = 5
BRIEFING = """# A squeeze

**January 2010.** One nation separates nearly all of what the magnet makers of the world need, and it *knows* it.

## What you may do

- finance mines and plants;
- keep a stockpile, pay for research, and read [what others did](https://example.org) before you decide how much of it
  you need;
- sign agreements.

> The customer who cannot do without you is the one whose parliament listens.

3. Mines are slow. Act before the shock:
   - dig early;
   - buy early.
4. A mine is not a magnet. Watch every stage.
"""


@pytest.fixture
def app() -> App:
    return make_app()


@pytest.fixture
def table(app: App, package: Package) -> Table:
    """A match in its sixth turn, two orders in the draft."""
    match = at_turn(package, TURN)
    seat = package.default_seat
    assert match.add(seat, {"kind": "set_posture", "posture": "protest"}) is None
    line = match.view(seat).research[0]
    assert match.add(seat, {"kind": "fund_research", "line": line.id, "rate": 20.0}) is None
    return Table(app, match)


@pytest.fixture
def client(table: Table) -> Client:
    return table.clients[table.seats[0]]


@pytest.fixture
def panels(app: App, table: Table, client: Client) -> dict[str, Panel]:
    """The panels of the play screen by their keys."""
    play = app.make("play", table, client)
    assert isinstance(play, Play)
    return {panel.key: panel for panel in play.panels}


# --- kit ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [Theme(), Theme(LIGHT)], ids=["dark", "light"])
def test_marks(theme: Theme, golden: CompareGolden) -> None:
    surface = pygame.Surface((440, 200))
    surface.fill(theme.palette.panel)
    for row, shape in enumerate(badges.SHAPES):
        for column, status in enumerate(badges.STATUSES):
            badges.stage_mark(surface, (24 + 30 * column, 20 + 30 * row), shape, 16, theme, status, own=column == 0)
    for number, flag in enumerate(("jp", "us", "eu", "kr", "cn", "au", "zz")):
        badges.flag_badge(surface, (190 + 36 * number, 24), flag, 24, theme)
    badges.meter(surface, pygame.Rect(176, 52, 240, 12), 0.62, theme, "own")
    badges.change(surface, (176, 78), 3.0, "+3 days", 1, theme)
    badges.change(surface, (262, 78), 3.0, "+3 %", -1, theme)
    badges.change(surface, (332, 78), 0.0, "0", 1, theme)
    golden(surface, f"marks-{theme.palette.name}")


@pytest.mark.parametrize("theme", [Theme(), Theme(LIGHT, text_scale=1.5)], ids=["dark", "light-150"])
def test_letters(theme: Theme, golden: CompareGolden, request: pytest.FixtureRequest) -> None:
    surface = pygame.Surface((420, 190))
    surface.fill(theme.palette.panel)
    text.write(surface, "Embargo 2010", (12, 8), theme, "title", "bold")
    words = "Separation plants outside the rival take years to build, and the rival knows it."
    marked = f"**Adviser:** {{bad:stocks}} last 52 days. {words} __Confidence: medium.__"
    text.paragraph(surface, pygame.Rect(12, 44, 396, 140), marked, theme)
    golden(surface, f"letters-{request.node.callspec.id}")


@pytest.mark.parametrize("theme", [Theme(), Theme(LIGHT)], ids=["dark", "light"])
def test_controls(theme: Theme, golden: CompareGolden) -> None:
    def draw(canvas: Canvas, rect: pygame.Rect) -> None:
        canvas.ring, canvas.focus, canvas.hover = True, "loan", "primary"
        column = Column(canvas, rect.x + 12, rect.y + 12, rect.width - 24)
        kinds = ("plain", "primary", "quiet", "danger", "chosen")
        button_row(column, [ButtonSpec(kind, kind.title(), None, kind) for kind in kinds])  # type: ignore[arg-type]
        column.skip(10)
        off = ButtonSpec("off", "Not now", None, icon="send", tip="Costs more than is left", enabled=False)
        button_row(column, (off, ButtonSpec("loan", "Focused", None, icon="check")))
        column.skip(10)
        options = [Option("equity", "Equity"), Option("loan", "Loan"), Option("grant", "Grant")]
        choice(column, "choice", "Public money as", options, "loan", print)
        column.skip(10)
        slider(column, "slider", "Public share", 0.4, (0.0, 1.0, 0.05), "40 %", print)
        column.skip(10)
        cycle(column, "cycle", "Doctrine", options, "grant", print)
        column.skip(10)
        switch(column, "switch", "Sound", on=True, change=print)
        switch(column, "motion", "Reduced motion", on=False, change=print)
        column.skip(10)
        field(column, "field", "Name", "", print, empty="Name of the player")
        column.skip(10)
        canvas.focus = "number"
        canvas.typing["number"] = Typed("47110815", 6, 2, refused="x")
        field(column, "number", "Seed", "47110815", print, digits=True, width=160)
        draw_tip(canvas, canvas.picture, canvas.picture.named("off") or canvas.picture.controls[0])
        draw_notice(canvas, canvas.picture, Notice("In your draft: protest against the rival", "good", 0))

    surface = pygame.Surface((420, 540))
    surface.fill(theme.palette.panel)
    canvas = Canvas(surface, theme, {})
    draw(canvas, surface.get_rect())
    golden(surface, f"controls-{theme.palette.name}")


def test_a_briefing(golden: CompareGolden) -> None:
    golden(in_column(lambda column: markdown.draw(column, BRIEFING), width=520), "briefing")


# --- map, charts, flow --------------------------------------------------------------------------------------------


def test_the_world_map(view: View, golden: CompareGolden) -> None:
    surface = pygame.Surface((858, 470))
    drawn = WorldMap(surface.get_size(), Theme())
    drawn.draw(surface, surface.get_rect(), present_map(view), card=("nation", "usa"))
    golden(surface, "map-world")


def test_the_map_of_the_home_region(view: View, golden: CompareGolden) -> None:
    surface = pygame.Surface((858, 470))
    model = present_map(view, "separation")
    site = next(site for site in view.sites if site.stage == "separation" and site.status == "planned")
    WorldMap(surface.get_size(), Theme(LIGHT, text_scale=1.5)).draw(
        surface, surface.get_rect(), model, selected=("site", site.id), region=home_region(model)
    )
    golden(surface, "map-home")


def test_a_chart_with_its_read_out(view: View, golden: CompareGolden) -> None:
    surface = pygame.Surface((414, 190))
    surface.fill(Theme().palette.ground)
    model = present_series(view, ["price ndpr", "price_inside ndpr"])
    LineChart(Theme()).draw(surface, surface.get_rect(), model, pointer=(90, 90))
    golden(surface, "chart")


def test_a_chart_of_gains_and_losses(golden: CompareGolden) -> None:
    theme = Theme(LIGHT, text_scale=1.5)
    surface = pygame.Surface((560, 300))
    surface.fill(theme.palette.ground)
    months = tuple(range(19))
    swing = (0, 40, 90, 120, 110, 60, -20, -140, -300, -420, -380, -300, -240, -150, -90, -60, -40, -20, -10)
    lines = (Line("Balance", months, swing, 0), Line("Reserve", months, tuple(-8.0 * n for n in months), 1))
    model = ChartModel("US$ million", lines, "2010-01", 30, now=18)
    LineChart(theme).draw(surface, surface.get_rect(), model)
    golden(surface, "chart-losses")


@pytest.mark.parametrize(
    ("name", "theme", "size", "number"),
    [
        ("flow", Theme(), (398, 320), 0),
        ("flow-short", Theme(LIGHT), (860, 330), 2),
        ("flow-200", Theme(LIGHT, text_scale=2.0), (430, 440), 1),
    ],
    ids=["flow", "flow-short", "flow-200"],
)
def test_a_supply_chain(
    name: str, theme: Theme, size: tuple[int, int], number: int, view: View, golden: CompareGolden
) -> None:
    surface = pygame.Surface(size)
    surface.fill(theme.palette.ground)
    ChainFlow(theme).draw(surface, surface.get_rect(), present_chain(view, view.materials[number][0]))
    golden(surface, name)


# --- panels and parts of the play screen --------------------------------------------------------------------------


@pytest.mark.parametrize("name", [panel.key for panel in PANELS])
def test_a_panel(name: str, panels: dict[str, Panel], golden: CompareGolden) -> None:
    panel = panels[name]
    if isinstance(panel, Projects):
        panel.stage = "separation"
        panel.open = next(p.id for p in panel.client.view.projects if p.stage == "separation" and p.phase == "idle")
    elif isinstance(panel, Diplomacy):
        panel.partner = next(a.partner for a in panel.client.view.agreements if a.status == "offered")
    golden(in_column(panel.draw), f"panel-{name}")


def test_a_panel_at_twice_the_text(panels: dict[str, Panel], golden: CompareGolden) -> None:
    golden(in_column(panels["stockpile"].draw, Theme(LIGHT, text_scale=2.0), width=800), "panel-stockpile-200")


def test_the_top_bar(client: Client, golden: CompareGolden) -> None:
    actions = topbar.Actions(print, print, print)

    def draw(canvas: Canvas, rect: pygame.Rect) -> None:
        topbar.draw(canvas, rect, client.view, "jp", actions)

    golden(in_box(draw, (1280, 60)), "topbar")


def test_the_tabs(panels: dict[str, Panel], golden: CompareGolden) -> None:
    tabs = [tab_of(panel, number) for number, panel in enumerate(panels.values(), 1)]
    golden(
        in_box(lambda canvas, rect: draw_tabs(canvas, rect, tabs, "projects", print), (414, 35 * -(-len(tabs) // 4))),
        "tabs",
    )


def test_headlines(view: View, golden: CompareGolden) -> None:
    golden(in_column(lambda column: draw_headlines(column, Teller.of(view), view.headlines[:9])), "headlines")


# --- cards and screens --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["help", "settings", "confirm", "since", "why", "curtain"])
def test_a_card(name: str, app: App, table: Table, client: Client, golden: CompareGolden) -> None:
    figure = client.view.indicators[0]
    given = {
        "confirm": (table, client),
        "since": (client,),
        "why": (
            client.teller.label(figure.key),
            write(figure.value, figure.unit),
            client.teller,
            client.why(figure.key),
        ),
        "curtain": (table, client.seat),
    }
    golden(card(app.make(name, *given.get(name, ()))), f"card-{name}")


def test_the_title(app: App, golden: CompareGolden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(game, "__version__", "1.0")
    app.hasty = True  # without the map behind it
    golden(card(app.make("title")), "title")


@pytest.fixture
def scenarios(app: App, monkeypatch: pytest.MonkeyPatch) -> Scenarios:
    monkeypatch.setattr(opening, "new_seed", lambda: 4711)
    return Scenarios(app)


def test_the_list_of_scenarios(scenarios: Scenarios, golden: CompareGolden) -> None:
    assert len(scenarios.infos) == len(list_scenarios())
    golden(in_column(scenarios._list, width=340), "scenarios-list")


def test_the_seats_of_a_scenario(scenarios: Scenarios, package: Package, golden: CompareGolden) -> None:
    golden(in_column(lambda column: scenarios._seats(column, package), width=680), "scenarios-seats")


def test_saves(app: App, golden: CompareGolden) -> None:
    good = SaveInfo(Path("a"), "A squeeze", "a", (("japan", "Aki"),), 2, 14, "2011-01", False, "2026-01-01 10:00", "")
    bad = dataclasses.replace(good, path=Path("b"), problem="Line 3 was damaged; turns 1 to 2 are whole.")
    screen = Saves(app)

    def draw(column: Column) -> None:
        for number, save in enumerate((good, bad)):
            screen._entry(column, number, save)
            column.skip(8)

    golden(in_column(draw, width=640), "saves")


@pytest.fixture(scope="module")
def ending(package: Package) -> Ending:
    app = make_app()
    return Ending(app, Table(app, at_turn(package, package.world.calendar.turns)))


def test_the_verdict_and_the_score(ending: Ending, golden: CompareGolden) -> None:
    def draw(column: Column) -> None:
        ending._verdict(column)
        ending._parts(column)

    golden(in_column(draw, width=520), "ending-score")


@pytest.mark.parametrize("section", ["points", "rules"])
def test_what_decided_the_match(section: str, ending: Ending, golden: CompareGolden) -> None:
    ending.section = section
    golden(in_column(ending._points, width=600), f"ending-{section}")

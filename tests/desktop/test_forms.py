"""Every kind of order has its controls in the window, drawn from its form, and gives what they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.content.package import Package
from game.desktop.client import Client
from game.desktop.kit.app import App
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.panels import stockpile
from game.desktop.panels.diplomacy import Diplomacy
from game.desktop.panels.forms import Filling
from game.desktop.panels.panel import Panel
from game.desktop.panels.projects import Projects
from game.desktop.panels.research import Research
from game.desktop.screens import opening
from game.desktop.screens.play import Play
from game.desktop.screens.table import Table
from game.desktop.screens.title import Title
from game.engine.state import DONE, OPERATING, PROPOSED
from game.orders import parse
from game.orders.form import Flag, OneOf, Scale
from game.orders.registry import KINDS
from game.session.match import Match
from tests.desktop.driver import Driver, draw, make_app
from tests.desktop.parts import match_of
from tests.played import at_turn


@pytest.fixture
def play(package: Package) -> Play:
    app, match = make_app((1920, 1080)), at_turn(package, 5)
    _own_a_mine(match)
    Table(app, match).show(package.default_seat)
    app.pop()
    assert isinstance(app.top, Play)
    return app.top


def _own_a_mine(match: Match) -> None:
    """Let the first seat have a stake in a mine or plant that runs and earns."""
    world, state = match.control.world, match.control.state
    project = next(project for project in range(len(world.names.projects)) if state.project_phase[project, 0] == DONE)
    site = int(world.projects.site[project])
    state.project_part[0, project], state.project_form[0, project], state.stake[0, site] = 0.5, 0, 0.5
    state.site_status[site], state.held("year_margin", "S")[site] = OPERATING, 2.0


def _fixed(client: Client, kind: str) -> Mapping[str, str]:
    """What an order of `kind` stands under in the window, so that it is offered: a project, a line, an agreement."""
    view = client.view
    if kind == "fund_project":
        return {"project": next(one.id for one in view.projects if one.choice.allowed)}
    if kind in ("ease_terms", "sell_stake", "let_go"):
        wanted = "stake" if kind == "sell_stake" else "interest"
        return {"site": next(one.site for one in view.holdings if getattr(one, wanted))}
    if kind == "fund_research":
        return {"line": view.research[0].id}
    statuses = {
        "propose_agreement": "none",
        "answer_agreement": "offered",
        "leave_agreement": "in force",
        "renew_agreement": "in force",
    }
    if kind in statuses:
        found = next(one for one in view.agreements if one.status == statuses[kind])
        return {"agreement": found.kind, "partner": found.partner}
    return {}


def _unfold(panel: Panel, kind: str, fixed: Mapping[str, str]) -> None:
    """Open what the order stands under."""
    if isinstance(panel, Projects):
        panel.open, panel.portfolio.open = fixed.get("project", ""), fixed.get("site", "")
    elif isinstance(panel, Diplomacy):
        panel.partner = fixed.get("partner", "")
        if kind == "propose_agreement":
            panel.bargain(fixed["agreement"], fixed["partner"])


def _change(filling: Filling) -> None:
    """Fill in something else than it is now, so that the way to order it shows."""
    for field in filling.form.fields:
        given = filling.given
        if field.name in filling.fixed:
            continue
        if isinstance(field, OneOf):
            filling.say(field, next(one.key for one in filling.options(field, given) if one.key != given[field.name]))
        elif isinstance(field, Scale):
            filling.say(field, field.low(filling.client.view, given) + 2 * field.step(filling.client.view, given))


def _filling(panel: Panel, kind: str, fixed: Mapping[str, str]) -> Filling:
    """The one that the panel itself keeps, or a new one where nothing is to be filled in."""
    if isinstance(panel, Research):
        return panel._filling(fixed["line"])
    if isinstance(panel, Projects) and "site" in fixed:
        return panel.portfolio.filling(kind, fixed["site"])
    if isinstance(panel, Projects) and kind == "fund_project":
        return panel._finances.setdefault(fixed["project"], Filling(panel.client, kind, **fixed))
    kept = [one for one in vars(panel).values() if isinstance(one, Filling) and one.kind == kind]
    return kept[0] if kept else Filling(panel.client, kind, **fixed)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_and_every_way_has_its_control(kind: str, play: Play) -> None:
    form = KINDS[kind].form
    play.go(form.panel)
    panel = next(panel for panel in play.panels if panel.key == form.panel)
    if kind == "renew_agreement":  # what stands is about to end
        match_of(play).control.state.agreement_left[...] = np.minimum(match_of(play).control.state.agreement_left, 6.0)
        play.client.renew()
    fixed = _fixed(play.client, kind)
    _unfold(panel, kind, fixed)
    filling = _filling(panel, kind, fixed)
    _change(filling)
    shown = {control.key for control in draw(_app(play)).controls}
    asked = form.asked(play.client.view, filling.given)
    fields = {f"{filling.key}.{f.name}" for f in asked if f.name not in fixed and not isinstance(f, Flag)}
    assert fields <= shown
    buttons = {way.button: f"{filling.key}/{way.word}" for way in reversed(form.ways)}
    assert set(buttons.values()) <= shown


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_filled_in_makes_an_order(kind: str, play: Play) -> None:
    fixed = _fixed(play.client, kind)
    filling = Filling(play.client, kind, **fixed)
    _change(filling)
    for way in filling.form.ways:
        order = parse(filling.order(way))
        assert order.model_dump() == {**filling.order(way)}


def test_a_slider_and_a_choice_are_what_the_order_says(play: Play) -> None:
    hands = Driver(_app(play))
    hands.key(pygame.K_4)
    hands.tab_to("set_stockpile.target_days")
    hands.key(pygame.K_END)
    hands.tab_to("set_stockpile.release")
    hands.key(pygame.K_LEFT)
    hands.enter("set_stockpile/stockpile")
    order = play.client.match.drafts(play.client.seat)[-1].model_dump()
    assert (order["target_days"], order["release"], order["good"]) == (365.0, "hold", "all")


def test_what_followed_a_choice_is_forgotten_with_it(play: Play) -> None:
    filling = Filling(play.client, "set_stockpile")
    good, target, *_rest = filling.form.fields
    before = filling.given["target_days"]
    filling.say(target, 300.0)
    assert filling.given["target_days"] == 300.0
    assert filling.changed()
    filling.say(good, play.client.view.stockpiles[0].good)
    assert filling.given["target_days"] == pytest.approx(before, abs=60.0)
    filling.forget()
    assert filling.given["good"] == "all"


def _app(play: Play) -> App:
    assert isinstance(play.app, App)
    return play.app


def test_a_stockpile_costs_something_for_who_holds_none(package: Package) -> None:
    view = at_turn(package, 2).view(package.default_seat)
    pile = view.stockpiles[0]
    assert pile.day_use > 0.0
    empty = replace(pile, tonnes=0.0, days=0.0, target_days=0.0, cost_to_target=0.0)
    assert stockpile._cost(empty, 30.0) == pytest.approx(30.0 * pile.day_use * pile.price / 1000.0)
    assert stockpile._cost(pile, pile.target_days) == pytest.approx(pile.cost_to_target)


def test_what_was_just_ordered_is_not_told_as_a_mistake(package: Package) -> None:
    app = make_app((1920, 1080))
    app.reset(Title(app))
    opening.start(app, package, 3, {package.default_seat: ""})
    hands = Driver(app)
    play = hands.screen
    assert isinstance(play, Play)
    plant = next(p for p in play.client.view.projects if p.choice.allowed)
    partner = next(a for a in play.client.view.agreements if a.choice.allowed and a.status == "none")
    order = {"kind": "fund_project", "project": plant.id, "instrument": "loan", "public_share": 0.5}
    proposal = {"kind": "propose_agreement", "agreement": partner.kind, "partner": partner.partner}
    panel = play.panels[0]
    for given in (order, proposal):
        assert panel.hindrance(given) == ("", False)
        panel.give(given)
        words, done = panel.hindrance(given)
        assert done
        assert words.startswith("In your draft")
    projects = play.panels[2]
    assert isinstance(projects, Projects)
    projects.open = plant.id
    canvas = Canvas(pygame.Surface((500, 4000)), app.theme, {})
    projects.draw(Column(canvas, 8, 8, 398))
    shown = " ".join(words for _, words in canvas.picture.inks)
    assert "In your draft" in shown
    assert "already" not in shown


def test_a_counter_offer_is_made_in_the_window(play: Play) -> None:
    match, seat = match_of(play), play.client.seat
    state = match.control.state
    kind = match.control.package.world.names.index("agreements", "joint_stockpile")
    state.agreement[kind, match.seats.index("usa"), match.seats.index(seat)] = PROPOSED
    state.agreement_left[kind, match.seats.index("usa"), match.seats.index(seat)] = 12.0
    play.client.renew()
    hands = Driver(_app(play))
    hands.press("tab:diplomacy")
    hands.press("partner:usa")
    hands.press("terms:joint_stockpile:usa")
    hands.tab_to("propose_agreement:joint_stockpile:usa.days")
    hands.key(pygame.K_HOME)
    hands.press("propose_agreement:joint_stockpile:usa.note")
    hands.type("for a start")
    hands.press("propose_agreement:joint_stockpile:usa/propose")
    order = match.drafts(seat)[-1].model_dump()
    assert (order["days"], order["note"]) == (10.0, "for a start")
    shown = " ".join(words for _, words in draw(_app(play)).inks)
    assert "Let the ministry answer all" in shown

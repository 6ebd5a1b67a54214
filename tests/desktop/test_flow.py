"""The flow of a chain holds the view's figures on one scale and points at the bottleneck."""

from __future__ import annotations

import dataclasses
from typing import Any

import pygame
import pytest

from game.desktop.flow.flow import ChainFlow, present_chain
from game.desktop.flow.model import chain_of, tables
from game.desktop.kit.theme import Theme
from game.session.views import View

RECT = pygame.Rect(10, 10, 396, 310)


@pytest.fixture
def material(view: View) -> str:
    """The first material."""
    return view.materials[0][0]


def good_of(view: View, material: str, stage: str) -> str:
    return next(good.id for good in view.goods if (good.material, good.stage) == (material, stage))


def _with(view: View, material: str, stage: str, **figures: Any) -> View:
    """The view with other figures at one stage of one chain."""
    chain = tuple(
        dataclasses.replace(link, **figures) if link.good == good_of(view, material, stage) else link
        for link in view.chain
    )
    return dataclasses.replace(view, chain=chain)


def test_sources_add_up_to_the_use_or_to_what_is_stored(view: View) -> None:
    for material, _ in view.materials:
        for stage in present_chain(view, material).stages:
            arrived = sum(tonnes for _, tonnes in stage.supply)
            assert arrived == pytest.approx(stage.use + stage.stored, rel=0.01, abs=3.0)


def test_what_stocks_gave_is_told(view: View, material: str) -> None:
    figures = {"production": 55.0, "from_rival": 3_900.0, "from_others": 480.0, "recycled": 310.0, "use": 5_150.0}
    drawn = _with(view, material, "separation", **figures)
    drawn = _with(drawn, material, "magnet", production=4_300.0)
    separation = present_chain(drawn, material).stages[1]
    assert dict(separation.supply)["stock"] == pytest.approx(405.0)
    assert (separation.onward, separation.direct) == (4_300.0, 850.0)


def test_what_goes_into_stocks_is_told(view: View, material: str) -> None:
    figures = {"production": 0.0, "from_rival": 300.0, "from_others": 58.0, "recycled": 0.0, "use": 179.0}
    model = present_chain(_with(view, material, "separation", **figures), material)
    assert model.stages[1].stored == pytest.approx(179.0)
    assert "179\N{NO-BREAK SPACE}t stored" in [word for _, word, _ in dict(tables(model))["separation"]]


def test_the_bottleneck_is_where_it_presses_most(view: View, material: str) -> None:
    calm = tuple(dataclasses.replace(link, unmet=0.0, dependence=0.1) for link in view.chain)
    quiet = dataclasses.replace(view, chain=calm)
    assert present_chain(quiet, material).bottleneck == ""
    assert present_chain(_with(quiet, material, "magnet", dependence=0.8), material).bottleneck == "magnet"
    short = _with(quiet, material, "separation", use=100.0, unmet=50.0)
    assert present_chain(short, material).bottleneck == "separation"


def test_an_unknown_material_is_an_error(view: View) -> None:
    with pytest.raises(KeyError):
        present_chain(view, "unobtainium")


def test_stages_are_found_under_the_pointer(view: View, material: str) -> None:
    surface = pygame.Surface((420, 330))
    flow = ChainFlow(Theme())
    flow.draw(surface, RECT, present_chain(view, material))
    found = [flow.hit((RECT.x + 40 + 95 * number, RECT.centery)) for number in range(4)]
    assert found == ["mine", "separation", "magnet", "industry"]
    assert flow.hit((2, 2)) is None


def test_heights_are_tonnes_on_one_scale(view: View, material: str) -> None:
    flow = ChainFlow(Theme())
    flow.draw(pygame.Surface((420, 330)), RECT, present_chain(view, material))
    nodes = {node.id: node for node in flow._nodes}
    links = dict(chain_of(view, material))
    top, bottom = nodes["separation"].arrive["rival"]
    upper, lower = nodes["magnet"].arrive["own"]
    wanted = links["separation"].from_rival / links["magnet"].production
    assert (bottom - top) / (lower - upper) == pytest.approx(wanted, rel=1e-6)
    assert max(end for node in flow._nodes for _, end in node.arrive.values()) <= RECT.h


def test_a_chain_without_anything_says_so(view: View, material: str) -> None:
    nothing = tuple(
        dataclasses.replace(link, production=0.0, from_rival=0.0, from_others=0.0, recycled=0.0, use=0.0, unmet=0.0)
        for link in view.chain
    )
    model = present_chain(dataclasses.replace(view, chain=nothing), material)
    surface = pygame.Surface((420, 330))
    ChainFlow(Theme()).draw(surface, RECT, model)
    assert all(stage.total == 0.0 for stage in model.stages)

"""The flow of a chain holds the view's figures on one scale and points at the bottleneck."""

from __future__ import annotations

import dataclasses

import pygame
import pytest

from game.desktop.flow.flow import ChainFlow, present_chain
from game.desktop.flow.model import tables
from game.desktop.kit.theme import LIGHT, Theme
from game.session.views import View
from tests.desktop.conftest import CompareGolden

RECT = pygame.Rect(10, 10, 396, 310)


def test_sources_add_up_to_the_use(view: View) -> None:
    for material, _ in view.materials:
        for stage in present_chain(view, material).stages:
            assert sum(tonnes for _, tonnes in stage.supply) == pytest.approx(stage.use, rel=0.01)


def test_what_stocks_gave_is_told(view: View) -> None:
    separation = present_chain(view, "ndpr").stages[1]
    assert dict(separation.supply)["stock"] == pytest.approx(405.0)
    assert (separation.onward, separation.direct) == (4_300.0, 850.0)


def test_what_goes_into_stocks_is_told(view: View) -> None:
    chain = tuple(dataclasses.replace(link, use=0.5 * link.use) for link in view.chain)
    model = present_chain(dataclasses.replace(view, chain=chain), "dytb")
    separation = model.stages[1]
    assert separation.stored == pytest.approx(358.0 / 2)
    assert "179 stored" in [word for _, word, _ in dict(tables(model))["separation"]]


def test_the_bottleneck_is_where_it_presses_most(view: View) -> None:
    assert present_chain(view, "ndpr").bottleneck == "separation"
    calm = tuple(dataclasses.replace(link, unmet=0.0, dependence=0.1) for link in view.chain)
    assert present_chain(dataclasses.replace(view, chain=calm), "ndpr").bottleneck == ""


def test_an_unknown_material_is_an_error(view: View) -> None:
    with pytest.raises(KeyError):
        present_chain(view, "unobtainium")


def test_stages_are_found_under_the_pointer(view: View) -> None:
    surface = pygame.Surface((420, 330))
    flow = ChainFlow(Theme())
    flow.draw(surface, RECT, present_chain(view, "ndpr"))
    found = [flow.hit((RECT.x + 40 + 95 * number, RECT.centery)) for number in range(4)]
    assert found == ["mine", "separation", "magnet", "industry"]
    assert flow.hit((2, 2)) is None


def test_heights_are_tonnes_on_one_scale(view: View) -> None:
    flow = ChainFlow(Theme())
    flow.draw(pygame.Surface((420, 330)), RECT, present_chain(view, "ndpr"))
    nodes = {node.id: node for node in flow._nodes}
    top, bottom = nodes["separation"].arrive["rival"]
    upper, lower = nodes["magnet"].arrive["own"]
    assert (bottom - top) / (lower - upper) == pytest.approx(3_900 / 4_300, rel=1e-6)
    assert max(end for node in flow._nodes for _, end in node.arrive.values()) <= RECT.h


def test_a_chain_without_anything_says_so(view: View) -> None:
    nothing = tuple(
        dataclasses.replace(link, production=0.0, from_rival=0.0, from_others=0.0, recycled=0.0, use=0.0, unmet=0.0)
        for link in view.chain
    )
    model = present_chain(dataclasses.replace(view, chain=nothing), "ndpr")
    surface = pygame.Surface((420, 330))
    ChainFlow(Theme()).draw(surface, RECT, model)
    assert all(stage.total == 0.0 for stage in model.stages)


@pytest.mark.parametrize(
    ("name", "theme", "size", "material"),
    [
        ("dark", Theme(), (396, 320), "ndpr"),
        ("direct", Theme(), (396, 320), "lace"),
        ("light", Theme(LIGHT), (860, 330), "ndpr"),
        ("dark-150", Theme(text_scale=1.5), (560, 420), "dytb"),
        ("light-200", Theme(LIGHT, text_scale=2.0), (430, 440), "ndpr"),
    ],
    ids=["dark", "direct", "light", "dark-150", "light-200"],
)
def test_flows_look_as_agreed(
    name: str, theme: Theme, size: tuple[int, int], material: str, view: View, golden: CompareGolden
) -> None:
    surface = pygame.Surface(size)
    surface.fill(theme.palette.ground)
    model = present_chain(view, material)
    flow = ChainFlow(theme)
    assert flow.least_height(model, size[0]) <= size[1]
    flow.draw(surface, surface.get_rect(), model)
    golden(surface, f"flow-{name}")

"""The flow of a chain holds the view's figures on one scale, whatever its stages, and points at the bottleneck."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import pygame
import pytest

from game.content.package import Package
from game.desktop.flow.columns import chain_of, offered, present_chain
from game.desktop.flow.flow import ChainFlow
from game.desktop.flow.model import INDUSTRY, ChainModel, StageFlow, tables
from game.desktop.flow.words import goods_card
from game.desktop.kit.theme import Theme
from game.session.views import ChainView, GoodView, View
from tests.desktop.conftest import CompareGolden

RECT = pygame.Rect(10, 10, 396, 310)
STAGES = (
    ("pit", "Pits"),
    ("host", "Hosts"),
    ("salt", "Salts"),
    ("metal", "Metals"),
    ("cell", "Cells"),
    ("back", "Returns"),
)


def _good(good: str, stage: str, holds: float, feeds: tuple[str, ...] = ()) -> GoodView:
    """A good that holds `holds` of the one material."""
    known = {"counted": stage not in ("pit", "back"), "comes_back": stage == "back"}
    return GoodView(good, good.title(), stage, holds=(("x", holds),), feeds=feeds, **known)


GOODS = (
    _good("ore", "pit", 0.1, ("brine", "stone")),
    _good("clay", "pit", 0.2, ("brine",)),
    dataclasses.replace(_good("stone", "host", 0.5), holds=(("y", 1.0),)),
    _good("brine", "salt", 1.0, ("bar", "cube")),
    _good("bar", "metal", 1.0),
    _good("cube", "metal", 1.0, ("cell",)),
    _good("cell", "cell", 0.25),
    _good("scrap", "back", 0.5, ("cube",)),
)
NOTHING = dict.fromkeys(
    (
        "production",
        "from_rival",
        "from_others",
        "recycled",
        "use",
        "industry",
        "exports",
        "unmet",
        "cover_days",
        "dependence",
    ),
    0.0,
)
FIGURES = {
    "ore": {"from_others": 1000.0, "use": 1000.0},
    "clay": {"from_rival": 500.0, "use": 500.0},
    "brine": {"production": 190.0, "from_rival": 110.0, "use": 290.0, "cover_days": 40.0, "dependence": 0.4},
    "bar": {"production": 80.0, "use": 80.0, "industry": 80.0, "cover_days": 90.0},
    "cube": {"production": 200.0, "recycled": 20.0, "use": 240.0, "cover_days": 10.0, "dependence": 0.1},
    "cell": {"production": 900.0, "use": 600.0, "industry": 600.0, "exports": 280.0, "unmet": 40.0},
    "scrap": {"use": 40.0},
}  # fmt: skip


def _invented(view: View, figures: Mapping[str, Mapping[str, float]] = FIGURES) -> View:
    """The view of a rule set with six stages, two goods in some of them, ores and products of no one material."""
    chain = tuple(ChainView(good=good.id, **{**NOTHING, **figures.get(good.id, {})}) for good in GOODS)
    return dataclasses.replace(
        view, stages=STAGES, goods=GOODS, chain=chain, materials=(("x", "Xenon"), ("y", "Ytterbium"))
    )


@pytest.fixture
def six(view: View) -> ChainModel:
    return present_chain(_invented(view), "x")


def _stage(model: ChainModel, stage: str) -> StageFlow:
    return next(one for one in model.stages if one.id == stage)


# --- columns ------------------------------------------------------------------------------------------------------


def test_goods_of_no_material_stand_in_the_column_of_what_the_recipes_make_of_them(six: ChainModel) -> None:
    pit = _stage(six, "pit")
    assert dict(pit.supply) == pytest.approx({"others": 100.0, "rival": 100.0})
    assert [(part.name, part.tonnes) for part in pit.parts] == [("Ore", 1000.0), ("Clay", 500.0)]


def test_a_stage_without_such_goods_has_no_column(six: ChainModel) -> None:
    assert [stage.id if stage else INDUSTRY for stage in six.columns] == [
        "pit", "salt", "metal", "cell", INDUSTRY, "back"
    ]  # fmt: skip


def test_goods_of_a_stage_are_summed_and_their_cover_weighed_by_use(six: ChainModel) -> None:
    metal = _stage(six, "metal")
    assert (metal.use, metal.industry) == pytest.approx((320.0, 80.0))
    assert metal.cover_days == pytest.approx((90.0 * 80.0 + 10.0 * 240.0) / 320.0)
    assert metal.dependence == pytest.approx(0.1 * 240.0 / 320.0)
    assert dict(metal.supply) == pytest.approx({"own": 280.0, "recycled": 20.0, "stock": 20.0})


def test_what_leaves_and_what_is_stored_is_told(six: ChainModel) -> None:
    cell = _stage(six, "cell")
    assert (cell.exports, cell.stored) == pytest.approx((70.0, 5.0))
    rows = {kind: tonnes for kind, _word, tonnes in dict(tables(six))["cell"]}
    assert rows == pytest.approx({"own": 225.0, "unmet": 10.0, "abroad": 70.0, "stored": 5.0})


def test_what_comes_back_is_recycled_and_is_left_out_while_nothing_does(view: View, six: ChainModel) -> None:
    assert dict(_stage(six, "back").supply) == pytest.approx({"recycled": 20.0})
    none = {good: figures for good, figures in FIGURES.items() if good != "scrap"}
    assert "back" not in [stage.id for stage in present_chain(_invented(view, none), "x").stages]


def test_empty_columns_give_way_where_there_are_many(view: View) -> None:
    none = {good: figures for good, figures in FIGURES.items() if good not in ("ore", "clay")}
    assert [stage.id for stage in present_chain(_invented(view, none), "x").stages] == ["salt", "metal", "cell", "back"]


def test_links_follow_the_recipes(six: ChainModel) -> None:
    assert {(link.origin, link.target): round(link.tonnes) for link in six.links} == {
        ("pit", "salt"): 200, ("salt", "metal"): 290, ("metal", "cell"): 240,
        ("metal", INDUSTRY): 80, ("cell", INDUSTRY): 150,
    }  # fmt: skip
    assert {(link.origin, link.target): round(link.made) for link in six.links}["pit", "salt"] == 190
    assert (six.lacking, six.received) == pytest.approx((10.0, 240.0))


def test_materials_of_which_nothing_counts_or_moves_are_not_offered(view: View) -> None:
    still = dataclasses.replace(GOODS[2], counted=False)
    invented = dataclasses.replace(_invented(view), goods=(*GOODS[:2], still, *GOODS[3:]))
    assert [material for material, _name in offered(invented)] == ["x"]


def test_the_bottleneck_is_where_it_presses_most(view: View) -> None:
    def model(**changes: dict[str, float]) -> ChainModel:
        calm = {good: {**figures, "unmet": 0.0, "dependence": 0.1} for good, figures in FIGURES.items()}
        return present_chain(
            _invented(view, {**calm, **{good: {**calm[good], **c} for good, c in changes.items()}}), "x"
        )

    assert model().bottleneck == ""
    assert model(cell={"dependence": 0.8}).bottleneck == "cell"
    assert model(brine={"unmet": 200.0}).bottleneck == "salt"
    assert model(ore={"dependence": 1.0}, clay={"dependence": 1.0}).bottleneck == ""


def test_an_unknown_material_is_an_error(view: View) -> None:
    with pytest.raises(KeyError):
        present_chain(view, "unobtainium")


# --- the shipped rule set -----------------------------------------------------------------------------------------


def test_sources_add_up_to_what_becomes_of_them(view: View) -> None:
    for material, _ in offered(view):
        for stage in present_chain(view, material).stages:
            arrived = sum(tonnes for _, tonnes in stage.supply)
            assert arrived == pytest.approx(stage.use + stage.exports + stage.stored, rel=0.01, abs=3.0)


def test_a_stage_hands_on_about_what_the_next_one_makes_of_it(view: View) -> None:
    for material, _ in offered(view):
        for link in present_chain(view, material).links:
            assert link.made == pytest.approx(link.tonnes, rel=0.25, abs=5.0), (material, link)


def test_every_good_of_the_chain_is_of_its_material_or_linked_to_it(view: View, package: Package) -> None:
    names, of = package.world.names, package.world.goods.material.tolist()
    materials = {good: names.materials[one] if one >= 0 else "" for good, one in zip(names.goods, of, strict=True)}
    for material, _ in view.materials:
        for _stage_id, held in chain_of(view, material):
            for one in held:
                assert materials[one.good.id] in (material, "")
                assert 0.0 < one.holds <= 1.0


# --- the picture --------------------------------------------------------------------------------------------------


def _drawn(model: ChainModel, rect: pygame.Rect = RECT) -> ChainFlow:
    flow = ChainFlow(Theme())
    flow.draw(pygame.Surface((rect.right + 10, rect.bottom + 10)), rect, model)
    return flow


def test_stages_are_found_under_the_pointer(six: ChainModel) -> None:
    flow = _drawn(six)
    found = [flow.hit((RECT.x + 40 + 64 * number, RECT.centery)) for number in range(6)]
    assert found == ["pit", "salt", "metal", "cell", INDUSTRY, "back"]
    assert flow.hit((2, 2)) is None


def test_heights_are_tonnes_on_one_scale(six: ChainModel) -> None:
    nodes = {node.id: node for node in _drawn(six)._nodes}
    top, bottom = nodes["salt"].arrive["rival"]
    upper, lower = nodes["metal"].arrive["own"]
    assert (bottom - top) / (lower - upper) == pytest.approx(110.0 / 280.0, rel=1e-6)
    assert max(end for node in nodes.values() for _, end in node.arrive.values()) <= RECT.h


@pytest.mark.parametrize(("name", "size"), [("flow-many", (398, 380)), ("flow-many-large", (1044, 400))])
def test_a_chain_of_many_columns(name: str, size: tuple[int, int], six: ChainModel, golden: CompareGolden) -> None:
    surface = pygame.Surface(size)
    surface.fill(Theme().palette.ground)
    pointer = (40, size[1] // 2) if size[0] > 1000 else None
    ChainFlow(Theme()).draw(surface, surface.get_rect(), six, pointer=pointer)
    golden(surface, name)


def test_what_passes_a_column_has_room_below_it(six: ChainModel) -> None:
    nodes = {node.id: node for node in _drawn(six)._nodes}
    floor = max(bottom for _, bottom in nodes["cell"].arrive.values())
    top, bottom = nodes["metal"].leave[INDUSTRY]
    assert floor + bottom - top <= nodes["cell"].bar.bottom


def test_the_goods_of_a_column_are_told_under_the_pointer(six: ChainModel) -> None:
    flow, surface = ChainFlow(Theme()), pygame.Surface((420, 330))
    flow.draw(surface, RECT, six)
    plain = pygame.image.tobytes(surface, "RGB")
    flow.draw(surface, RECT, six, pointer=(RECT.x + 40, RECT.centery))
    assert pygame.image.tobytes(surface, "RGB") != plain
    two, one = goods_card(_stage(six, "pit"), Theme()), goods_card(_stage(six, "salt"), Theme())
    assert two.get_height() > one.get_height()


def test_a_chain_without_anything_says_so(view: View) -> None:
    model = present_chain(_invented(view, {}), "x")
    _drawn(model)
    assert all(stage.total == 0.0 for stage in model.stages)
    assert {row[0] for _id, rows in tables(model) for row in rows} == {"none"}


def test_figures_of_the_real_view_can_be_replaced(view: View) -> None:
    material, _name = view.materials[0]
    changed: dict[str, Any] = {"from_rival": 0.0, "from_others": 0.0, "production": 0.0, "recycled": 0.0, "use": 100.0}
    chain = tuple(dataclasses.replace(link, **changed) for link in view.chain)
    for stage in present_chain(dataclasses.replace(view, chain=chain), material).stages:
        assert dict(stage.supply).keys() <= {"stock", "recycled"}

"""The map shows what the view says, and finds what is under the pointer."""

from __future__ import annotations

import dataclasses

import numpy as np
import pygame
import pytest

from game.atlas import CENTRE, WORLD, Frame, outlines
from game.desktop.kit.theme import Theme
from game.desktop.map.marks import broken, flag_size
from game.desktop.map.worldmap import MapModel, WorldMap, home_region, layers, present_map
from game.session.views import FlowView, View

SIZE = (858, 470)
RECT = pygame.Rect(10, 20, *SIZE)


@pytest.fixture(scope="module")
def drawn() -> WorldMap:
    return WorldMap(SIZE, Theme())


@pytest.fixture
def screen() -> pygame.Surface:
    return pygame.Surface((890, 510))


def _at(lon: float, lat: float, rows: int = 2) -> tuple[int, int]:
    """Where a place stands in `RECT` on the whole world, the key taking `rows` lines."""
    x, y = Frame(*SIZE, bottom=rows * 16 + 8).at(lon, lat)
    return RECT.x + round(x), RECT.y + round(y)


# --- what is shown ------------------------------------------------------------------------------------------------


def test_each_layer_takes_its_own_figure(view: View) -> None:
    usa = next(nation for nation in view.nations if nation.id == "usa")
    shares = {stage: share for stage, share in usa.output_shares if any(site.stage == stage for site in view.sites)}
    figures = {"dependence": usa.import_share, **shares, "tension": usa.tension}
    assert [*figures] == [*layers(view)]
    for layer in layers(view):
        mark = next(nation for nation in present_map(view, layer).nations if nation.id == "usa")
        assert mark.value == figures[layer]


def test_the_rival_has_no_dependence_on_itself(view: View) -> None:
    rival = next(nation for nation in present_map(view).nations if nation.role == "rival")
    assert rival.value is None
    assert rival.text == ""
    assert next(n for n in present_map(view, "mine").nations if n.role == "rival").value is not None


def test_who_makes_much_of_a_stage_has_its_share_written(view: View) -> None:
    stage = view.sites[0].stage
    nations = tuple(
        dataclasses.replace(nation, output_shares=((stage, share),))
        for nation, share in zip([n for n in view.nations if n.role == "other"][:2], (0.4, 0.01), strict=True)
    )
    drawn = present_map(
        dataclasses.replace(view, nations=nations, stages=((stage, stage),), sites=view.sites[:1]), stage
    )
    assert [bool(nation.text) for nation in drawn.nations] == [True, False]


def test_the_greatest_trade_of_others_is_drawn_beside_the_seats_own(view: View) -> None:
    others = [nation.id for nation in view.nations if nation.role != "self"]
    good = view.goods[0].id
    own = [FlowView(nation, view.seat, good, tonnes=10.0, cut=0.0) for nation in others]
    away = [FlowView(view.seat, nation, good, tonnes=10.0, cut=0.0) for nation in others]
    far = FlowView(others[1], others[0], good, tonnes=1e6, cut=0.0)
    arcs = present_map(dataclasses.replace(view, flows=(*own, *away, far))).arcs
    assert (others[1], others[0]) in [(arc.origin, arc.importer) for arc in arcs]


def test_trade_in_what_leads_nowhere_is_not_drawn(view: View) -> None:
    flow = view.flows[0]
    host = dataclasses.replace(view.goods[0], id="host", counted=False, feeds=())
    feed = dataclasses.replace(host, id="feed", feeds=(next(good.id for good in view.goods if good.counted),))
    for good, arcs in ((host, 0), (feed, 1)):
        flows = (dataclasses.replace(flow, good=good.id, tonnes=1e6),)
        drawn = present_map(dataclasses.replace(view, goods=(*view.goods, good), flows=flows))
        assert len(drawn.arcs) == arcs


def test_what_is_no_nation_has_figures_but_no_colour(view: View) -> None:
    rest = dataclasses.replace(view.nations[-1], id="rest", flag="world")
    mark = present_map(dataclasses.replace(view, nations=(*view.nations, rest))).nations[-1]
    assert mark.value is None
    assert mark.lines


def test_the_rival_is_called_by_its_name(view: View) -> None:
    model = present_map(view)
    assert (model.title, model.rival) == ("Imports from China", "China")
    nameless = dataclasses.replace(view, nations=tuple(n for n in view.nations if n.role != "rival"))
    assert present_map(nameless).title == "Imports from the rival"


def test_trade_is_summed_over_materials_and_keeps_what_was_cut(view: View) -> None:
    cuts = (0.4, 0.1, 0.0, 0.8)
    flows = tuple(
        dataclasses.replace(flow, cut=cuts[number % 4]) if flow.origin == "china" else flow
        for number, flow in enumerate(view.flows)
    )
    cut = dataclasses.replace(view, flows=flows)
    arc = next(arc for arc in present_map(cut).arcs if (arc.origin, arc.importer) == ("china", view.seat))
    own = [flow for flow in flows if (flow.origin, flow.importer) == ("china", view.seat)]
    assert arc.tonnes == pytest.approx(sum(flow.tonnes for flow in own))
    assert arc.cut == pytest.approx(1.0 - arc.tonnes / sum(flow.tonnes / (1.0 - flow.cut) for flow in own))
    assert (arc.tone, arc.faint) == ("rival", False)


def test_a_cut_leaves_gaps_of_its_share() -> None:
    assert broken(0.0) == ()
    drawn_part, gap = broken(0.5)
    assert gap / (gap + drawn_part) == pytest.approx(0.5)


def test_the_seats_own_sites_are_marked(view: View) -> None:
    sites = {site.id: site for site in view.sites}
    own = [sites[site.id] for site in present_map(view).sites if site.own]
    assert own
    assert all(site.nation == view.seat or dict(site.offtake).get(view.seat) for site in own)


def test_only_nations_that_play_have_a_large_flag(view: View) -> None:
    sizes = {nation.role: flag_size(nation, Theme()) for nation in present_map(view).nations}
    assert sizes["self"] > sizes["seat"] == sizes["rival"] > sizes["other"]


# --- geography ----------------------------------------------------------------------------------------------------


def test_no_outline_runs_across_the_whole_map() -> None:
    for _, ring in outlines().rings:
        assert np.abs(np.diff(ring[:, 0])).max(initial=0.0) < 1.0


def test_every_nation_has_land(view: View) -> None:
    known = set(outlines().areas)
    assert all(set(nation.iso) <= known for nation in view.nations)


def test_places_lie_as_on_earth() -> None:
    frame = Frame(*SIZE)
    tokyo, berlin, lima = frame.at(139.7, 35.7), frame.at(13.4, 52.5), frame.at(-77.0, -12.0)
    assert lima[0] < berlin[0] < tokyo[0]
    assert berlin[1] < tokyo[1] < lima[1]
    assert frame.at(CENTRE, 0.0)[0] == pytest.approx(SIZE[0] / 2.0, abs=SIZE[0] * 0.02)


# --- what is under the pointer ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((143.0, -24.0), ("nation", "australia")),
        ((-90.0, 40.0), ("nation", "usa")),
        ((90.0, 40.0), ("nation", "china")),
        ((16.0, 62.0), ("nation", "eu")),
        ((-150.0, 62.0), ("nation", "usa")),
        ((-30.0, -20.0), None),
        ((25.0, 5.0), None),
    ],
)
def test_land_is_found(
    drawn: WorldMap, screen: pygame.Surface, view: View, place: tuple[float, float], expected: object
) -> None:
    drawn.draw(screen, RECT, present_map(view))
    assert drawn.hit(_at(*place)) == expected


def test_every_mark_is_found_where_it_stands(drawn: WorldMap, screen: pygame.Surface, view: View) -> None:
    drawn.draw(screen, RECT, present_map(view))
    targets = dict(drawn.targets())
    assert len(targets) == len(view.nations) + len(view.sites)
    for target, place in targets.items():
        assert drawn.hit(place) == target


def test_nothing_is_found_outside(drawn: WorldMap, screen: pygame.Surface, view: View) -> None:
    drawn.draw(screen, RECT, present_map(view))
    assert drawn.hit((RECT.x - 5, RECT.y - 5)) is None
    assert drawn.hit((10_000, 10_000)) is None


def test_pointer_and_selection_change_only_what_they_mark(drawn: WorldMap, screen: pygame.Surface, view: View) -> None:
    model = present_map(view)
    drawn.draw(screen, RECT, model)
    plain = pygame.surfarray.array3d(screen)
    drawn.draw(screen, RECT, model, pointer=_at(143.0, -24.0), selected=("nation", "india"))
    assert (pygame.surfarray.array3d(screen) != plain).any()
    drawn.draw(screen, RECT, model)
    assert np.array_equal(pygame.surfarray.array3d(screen), plain)


def test_an_equal_model_is_not_drawn_anew(drawn: WorldMap, screen: pygame.Surface, view: View) -> None:
    drawn.draw(screen, RECT, present_map(view))
    kept = drawn._picture
    drawn.draw(screen, RECT, present_map(view))
    assert drawn._picture is kept
    drawn.draw(screen, RECT, present_map(view, "tension"))
    assert drawn._picture is not kept


def test_a_map_without_nations_or_trade_is_still_a_map(screen: pygame.Surface, view: View) -> None:
    empty = MapModel(
        "mine", "Empty", ("0", "1"), 1.0, more_is_worse=False,
        rival="", stages=(), statuses=(), nations=(), sites=(), arcs=(),
    )  # fmt: skip
    world = WorldMap(SIZE, Theme())
    world.draw(screen, RECT, empty, pointer=RECT.center)
    assert world.hit(RECT.center) is None
    assert home_region(empty) == WORLD
    assert world.targets() == ()


def test_home_region_holds_seat_and_rival(view: View) -> None:
    west, south, east, north = home_region(present_map(view))
    for nation in view.nations:
        if nation.role in ("self", "rival"):
            assert west < nation.lon < east
            assert south < nation.lat < north
    far = dataclasses.replace(
        view, nations=tuple(dataclasses.replace(n, lon=-98.0) if n.role == "self" else n for n in view.nations)
    )
    assert home_region(present_map(far)) == WORLD

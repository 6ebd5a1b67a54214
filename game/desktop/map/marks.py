"""What stands on the land of the map: trade arcs, sites, flags, the legend and the key."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.atlas import Frame
from game.desktop.kit import badges, text
from game.desktop.kit.raster import Point, Sketch, stamp
from game.desktop.kit.theme import Colour, Theme
from game.desktop.map.model import LEAD_ROLES, Arc, MapModel, NationMark, SiteMark

_STEPS = 36
_THICKEST = 8.0
_THINNEST = 1.3
_DASH = 15.0


@dataclass(frozen=True)
class Places:
    """Where marks stand, in pixels of the map, after they have made room for each other."""

    nations: Mapping[str, Point]
    sites: Mapping[str, Point]
    reach: Mapping[str, float]
    """Radius of each nation's flag."""
    extent: Mapping[str, float]
    """Radius of each site's mark."""


def arrange(model: MapModel, frame: Frame, theme: Theme) -> Places:
    """Places for flags and sites: flags stay where they belong, sites give way."""
    reach = {nation.id: flag_size(nation, theme) / 2.0 + 2.0 for nation in model.nations}
    room = {nation.id: max(reach[nation.id], _value_width(nation, theme) / 2.0) for nation in model.nations}
    nations = _apart({nation.id: frame.at(nation.lon, nation.lat) for nation in model.nations}, room, [])
    sites = {site.id: frame.at(site.lon, site.lat) for site in model.sites}
    extent = {site.id: site_size(site, theme) / 2.0 + 1.0 for site in model.sites}
    fixed = [(nations[n.id], reach[n.id]) for n in model.nations]
    step = text.line_height(theme, "tiny") / 2.0
    for nation in model.nations:
        x, y = nations[nation.id]
        wide = _value_width(nation, theme) / 2.0
        if wide > 0.0:
            fixed += [((x + part * wide * 0.6, y + reach[nation.id] + step), step) for part in (-1.0, 0.0, 1.0)]
    return Places(nations, _apart(sites, extent, fixed), reach, extent)


def _value_width(nation: NationMark, theme: Theme) -> int:
    """Pixels of the value under a flag; 0 where none is written."""
    return text.width(nation.text, theme, "tiny", "semibold") + theme.px(8) if nation.text else 0


def _apart(
    start: Mapping[str, Point], extent: Mapping[str, float], fixed: Sequence[tuple[Point, float]]
) -> dict[str, Point]:
    """Sites pushed off the flags and off each other, in a fixed order, so that a picture is always the same."""
    places = dict(start)
    for _ in range(24):
        for name in places:
            others = [(places[other], extent[other]) for other in places if other != name]
            for (x, y), radius in [*fixed, *others]:
                dx, dy = places[name][0] - x, places[name][1] - y
                distance = math.hypot(dx, dy)
                overlap = extent[name] + radius + 1.0 - distance
                if overlap > 0.0:
                    ux, uy = (dx / distance, dy / distance) if distance > 1e-3 else (0.6, 0.8)
                    places[name] = (places[name][0] + ux * overlap * 0.6, places[name][1] + uy * overlap * 0.6)
    return places


def flag_size(nation: NationMark, theme: Theme) -> int:
    """Pixels of a nation's flag: greater for those that play."""
    return theme.px(26 if nation.role == "self" else 22 if nation.role in LEAD_ROLES else 15)


def site_size(site: SiteMark, theme: Theme) -> int:
    """Pixels of a site's mark."""
    return theme.px(8.0 + 5.0 * site.size)


# --- arcs ---------------------------------------------------------------------------------------------------------


def draw_arcs(surface: pygame.Surface, model: MapModel, places: Places, theme: Theme) -> None:
    """Trade: width is tonnes, the gaps of a broken line are the share cut off."""
    most = max((arc.tonnes for arc in model.arcs), default=0.0)
    for faint in (True, False):
        sketch = Sketch(surface.get_size())
        for arc in reversed(model.arcs):
            if arc.faint is faint and arc.origin in places.nations and arc.importer in places.nations:
                _draw_arc(sketch, arc, places, most, theme)
        drawing = sketch.finish()
        if faint:
            drawing.fill((130,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
        stamp(surface, drawing)


def arc_colour(arc: Arc, theme: Theme) -> Colour:
    """The colour of where trade comes from."""
    return theme.palette.tone(arc.tone)


def _draw_arc(sketch: Sketch, arc: Arc, places: Places, most: float, theme: Theme) -> None:
    palette, scale = theme.palette, theme.layout_scale
    thick = max(_THINNEST, _THICKEST * arc.tonnes / most if most > 0 else 0.0) * scale
    if arc.faint:
        thick *= 0.7
    head = max(7.0 * scale, thick * 1.5)
    path = curve(places.nations[arc.origin], places.nations[arc.importer], scale)
    path = _trim(path, places.reach[arc.origin] + 1.0, places.reach[arc.importer] + 2.0)
    if len(path) < 3:
        return
    shaft = _trim(path, 0.0, head * 0.8)
    pattern = broken(arc.cut, max(scale, thick / 6.0))
    casing = 2.0 * scale
    colour = arc_colour(arc, theme)
    sketch.dashes(shaft, palette.sea, thick + casing, pattern)
    _head(sketch, path, head + casing, palette.sea, casing / 2.0)
    sketch.dashes(shaft, colour, thick, pattern)
    _head(sketch, path, head, colour, 0.0)


def broken(cut: float, scale: float = 1.0) -> tuple[float, ...]:
    """Dashes whose gaps are the share that is cut, within what the eye can tell; whole where nothing is."""
    if cut <= 0.0:
        return ()
    gap = min(max(cut, 0.2), 0.8) * _DASH * scale
    return (_DASH * scale - gap, gap)


def curve(start: Point, end: Point, scale: float = 1.0) -> list[Point]:
    """A bow from `start` to `end`, bent to the north."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if length < 1.0:
        return []
    side = 1.0 if dx >= 0 else -1.0
    bend = min(max(0.26 * length, 44.0 * scale), 96.0 * scale, length)
    cx, cy = (
        (start[0] + end[0]) / 2.0 + side * dy / length * bend,
        (start[1] + end[1]) / 2.0 - side * dx / length * bend,
    )
    points = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        a, b, c = (1 - t) * (1 - t), 2 * t * (1 - t), t * t
        points.append((a * start[0] + b * cx + c * end[0], a * start[1] + b * cy + c * end[1]))
    return points


def _trim(path: Sequence[Point], head: float, tail: float) -> list[Point]:
    """`path` without its first `head` and last `tail` pixels as the crow flies."""
    if not path:
        return []
    start, end = path[0], path[-1]
    return [p for p in path if math.dist(p, start) >= head and math.dist(p, end) >= tail]


def _head(sketch: Sketch, path: Sequence[Point], length: float, colour: Colour, ahead: float) -> None:
    """An arrow head whose tip is the end of `path`, `ahead` pixels further."""
    tip, before = path[-1], path[-3]
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    norm = math.hypot(dx, dy) or 1.0
    ux, uy = dx / norm, dy / norm
    x, y = tip[0] + ux * ahead * 2, tip[1] + uy * ahead * 2
    bx, by, half = x - ux * length, y - uy * length, length * 0.55
    sketch.polygon([(x, y), (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half)], colour)


# --- flags and sites ----------------------------------------------------------------------------------------------


def draw_sites(surface: pygame.Surface, model: MapModel, places: Places, theme: Theme) -> None:
    """The mark of each site, by stage and status."""
    for site in sorted(model.sites, key=lambda s: (s.own, s.id)):
        x, y = places.sites[site.id]
        badges.stage_mark(
            surface, (round(x), round(y)), site.shape, site_size(site, theme), theme, site.status, own=site.own
        )


def draw_nations(surface: pygame.Surface, model: MapModel, places: Places, theme: Theme) -> None:
    """Flags, and under them the value of the layer where it is written."""
    palette = theme.palette
    for nation in sorted(model.nations, key=lambda n: (n.role in LEAD_ROLES, n.role == "self", n.id)):
        x, y = (round(part) for part in places.nations[nation.id])
        ring = {"self": palette.own, "rival": palette.rival}.get(nation.role)
        badges.flag_badge(surface, (x, y), nation.flag, flag_size(nation, theme), theme, ring)
        if nation.text:
            _value(surface, (x, y + round(places.reach[nation.id])), nation.text, theme)


def _value(surface: pygame.Surface, at: tuple[int, int], words: str, theme: Theme) -> None:
    drawn = text.label(words, theme, "tiny", "semibold", theme.palette.text)
    rect = pygame.Rect(0, 0, drawn.get_width() + theme.px(8), text.line_height(theme, "tiny") - 1)
    rect.midtop = (at[0], at[1] + 1)
    badges.box(surface, rect, theme.palette.panel, theme.palette.line, rect.h // 2)
    surface.blit(drawn, drawn.get_rect(center=rect.center))

"""The land of the map: an index picture that a palette colours, coasts and borders above it, outlines of a choice.

All of it depends on size, theme and which areas belong together, and is drawn once for these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pygame

from game.atlas import Frame, Points, outlines, project, thinned
from game.desktop.kit.raster import smoothness
from game.desktop.kit.theme import Colour, Theme

INDEX_SCALE = 2
"""The index picture is larger than the map by this factor, so that edges of areas come out smooth."""
_MOST_AREAS = 255
_GRATICULE = 255
"""Index of the net of meridians, below the land."""


class Ground:
    """Sea, land and borders on `frame` in `theme`; `groups` puts areas (ISO codes) into nations by number."""

    def __init__(self, frame: Frame, theme: Theme, groups: Mapping[str, int]) -> None:
        self.frame, self.theme = frame, theme
        world = outlines()
        self._group = [groups.get(code, -1) if code else -1 for code in world.areas]
        self._index = self._paint_index()
        self._lines = self._paint_lines()
        self._outlines: dict[tuple[int, Colour, int], tuple[pygame.Surface, tuple[int, int]]] = {}

    @property
    def size(self) -> tuple[int, int]:
        """Pixels of the map."""
        return self.frame.width, self.frame.height

    def picture(self, colours: Mapping[int, Colour]) -> pygame.Surface:
        """The map with nations in `colours` by group number; land without one in the palette's plain colour."""
        palette = self.theme.palette
        shades = [palette.sea] + [colours.get(group, palette.land) for group in self._group[: _MOST_AREAS - 1]]
        self._index.set_palette(shades)
        self._index.set_palette_at(_GRATICULE, palette.graticule)
        large = pygame.Surface(self._index.get_size())
        large.blit(self._index, (0, 0))
        picture = pygame.transform.smoothscale(large, self.size)
        picture.blit(self._lines, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        return picture

    def group_at(self, x: int, y: int) -> int:
        """Group number of the land at a pixel, -1 for sea and land outside the rule set."""
        if not (0 <= x < self.frame.width and 0 <= y < self.frame.height):
            return -1
        index = self._index.get_at_mapped((x * INDEX_SCALE, y * INDEX_SCALE))
        return self._group[index - 1] if 0 < index < _GRATICULE else -1

    def outline(self, group: int, colour: Colour, thick: int) -> tuple[pygame.Surface, tuple[int, int]]:
        """The outer line of a nation and where its top left lies (kept; do not draw on it)."""
        key = (group, colour, thick)
        if key not in self._outlines:
            self._outlines[key] = self._paint_outline(group, colour, thick)
        return self._outlines[key]

    def _paint_index(self) -> pygame.Surface:
        index = pygame.Surface((self.frame.width * INDEX_SCALE, self.frame.height * INDEX_SCALE), depth=8)
        index.set_palette([(0, 0, 0)] * 256)
        for line in thinned(self.frame, _graticule(), INDEX_SCALE, 1.5):
            _path(index, line, _GRATICULE, round(INDEX_SCALE * self.theme.layout_scale))
        areas, rings = zip(*outlines().rings, strict=True)
        for area, points in zip(areas, thinned(self.frame, rings, INDEX_SCALE, 1.0), strict=True):
            if len(points) > 2 and area < _MOST_AREAS - 1:
                pygame.draw.polygon(index, area + 1, points.tolist())
        return index

    def _paint_lines(self) -> pygame.Surface:
        """Coasts and borders; borders inside a nation are left faint."""
        palette = self.theme.palette
        smooth = smoothness(self.size)
        large = _large(self.size, smooth)
        weight = max(1.0, self.theme.layout_scale) * smooth / 3.0
        world = outlines()
        for line, sides in zip(thinned(self.frame, world.arcs, smooth, 1.5), world.sides, strict=True):
            groups = {self._group[area] for area in sides}
            inside = len(sides) > 1 and len(groups) == 1 and groups != {-1}
            colour, thick = (palette.border, 2.4) if len(sides) > 1 else (palette.coast, 2.0)
            _path(large, line, colour, 1 if inside else round(weight * thick))
        return pygame.transform.smoothscale(large, self.size)

    def _paint_outline(self, group: int, colour: Colour, thick: int) -> tuple[pygame.Surface, tuple[int, int]]:
        world = outlines()
        members = {area for area, number in enumerate(self._group) if number == group}
        border = [line for line, sides in zip(world.arcs, world.sides, strict=True) if len(sides & members) == 1]
        if not border:
            return pygame.Surface((1, 1), pygame.SRCALPHA), (0, 0)
        lines = thinned(self.frame, border, 1, 0.5)
        box = _around(lines, margin=thick + 2).clip(pygame.Rect(0, 0, *self.size))
        smooth = smoothness(box.size)
        large = _large(box.size, smooth)
        for line in lines:
            moved = ((line - box.topleft) * smooth).tolist()
            pygame.draw.lines(large, colour, closed=False, points=moved, width=thick * smooth)
            for point in moved:
                pygame.draw.circle(large, colour, point, thick * smooth / 2.0)
        return pygame.transform.smoothscale(large, box.size), box.topleft


def _large(size: tuple[int, int], smooth: int) -> pygame.Surface:
    return pygame.Surface((max(1, size[0]) * smooth, max(1, size[1]) * smooth), pygame.SRCALPHA)


def _path(surface: pygame.Surface, points: Points, colour: Colour | int, width: int) -> None:
    if len(points) > 1:
        pygame.draw.lines(surface, colour, closed=False, points=points.tolist(), width=width)


def _around(lines: Iterable[Points], margin: int) -> pygame.Rect:
    points = np.concatenate(list(lines))
    low, high = points.min(axis=0).astype(int) - margin, points.max(axis=0).astype(int) + margin
    return pygame.Rect(int(low[0]), int(low[1]), int(high[0] - low[0]) + 1, int(high[1] - low[1]) + 1)


def _graticule() -> list[Points]:
    meridians = [np.array([[lon, lat] for lat in range(-75, 86, 3)], dtype=float) for lon in range(-169, 192, 30)]
    parallels = [np.array([[lon, lat] for lon in range(-169, 192, 4)], dtype=float) for lat in range(-60, 90, 30)]
    return [project(line[:, 0], line[:, 1]) for line in [*meridians, *parallels]]

"""Outlines of the world on a plane: the Equal Earth projection, so that areas compare fairly.

The cut runs through the Bering Strait, so that no land that matters is torn apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game import places

CENTRE = 11.0
"""Longitude in the middle of the map, degrees."""
CUT = CENTRE - 180.0
Region = tuple[float, float, float, float]
"""West, south, east, north in degrees; east may pass 180."""
WORLD: Region = (-166.0, -55.5, 189.0, 79.0)
_A = (1.340264, -0.081106, 0.000893, 0.003796)
Points = NDArray[np.float64]
Number = TypeVar("Number", bound=np.generic)


def project(lon: Points, lat: Points) -> Points:
    """Equal Earth coordinates, (n, 2), y upwards, of degrees `lon` (already unwrapped) and `lat`, (n,)."""
    root = np.sqrt(3.0)
    t = np.arcsin(root / 2.0 * np.sin(np.radians(lat)))
    t2 = t * t
    t6 = t2 * t2 * t2
    slope = _A[0] + 3.0 * _A[1] * t2 + t6 * (7.0 * _A[2] + 9.0 * _A[3] * t2)
    x = 2.0 * root * np.radians(lon - CENTRE) * np.cos(t) / (3.0 * slope)
    y = t * (_A[0] + _A[1] * t2 + t6 * (_A[2] + _A[3] * t2))
    return np.stack([x, y], axis=-1)


@dataclass(frozen=True)
class Outlines:
    """The world in projected coordinates."""

    areas: tuple[str, ...]
    """ISO 3166-1 alpha-3 codes, empty where there is none; largest first."""
    rings: tuple[tuple[int, Points], ...]
    """Area number and closed outline, in drawing order."""
    arcs: tuple[Points, ...]
    """Lines without doubles: coasts and borders."""
    sides: tuple[frozenset[int], ...]
    """Areas on the sides of each arc: one for a coast, two for a border."""


@cache
def outlines() -> Outlines:
    """The outlines among the assets, loaded and projected once."""
    with np.load(places.data("assets") / "map" / "outlines.npz") as stored:
        lonlat = stored["points"].astype(np.float64) / 100.0
        arc_ends, ring_arcs, ring_ends = stored["arc_ends"], stored["ring_arcs"], stored["ring_ends"]
        ring_area = stored["ring_area"].tolist()
        areas = tuple(stored["areas"].tolist())
    degrees = _cut(lonlat, arc_ends)
    sides: list[set[int]] = [set() for _ in degrees]
    outline: list[Points] = []
    for area, numbers in zip(ring_area, _cut(ring_arcs, ring_ends), strict=True):
        outline.append(np.concatenate([degrees[n] if n >= 0 else degrees[~n][::-1] for n in numbers.tolist()]))
        for number in numbers.tolist():
            sides[number if number >= 0 else ~number].add(area)
    used = [number for number, side in enumerate(sides) if side]
    rings = zip(ring_area, _plane(outline), strict=True)
    arcs = _plane([degrees[number] for number in used])
    return Outlines(areas, tuple(rings), tuple(arcs), tuple(frozenset(sides[number]) for number in used))


def _cut(whole: NDArray[Number], ends: NDArray[np.int64]) -> list[NDArray[Number]]:
    """The pieces of `whole` up to each of `ends`; much faster than `np.split` for thousands of them."""
    stops = ends.tolist()
    return [whole[start:stop] for start, stop in zip([0, *stops], stops, strict=False)]


def _plane(lines: list[Points]) -> list[Points]:
    """Lines in degrees, projected; one that crosses the 180th meridian goes on beyond it, east of the cut."""
    ends = np.cumsum([len(line) for line in lines])
    starts = np.concatenate([[0], ends[:-1]])
    lonlat = np.concatenate(lines)
    jumps = np.diff(lonlat[:, 0], prepend=lonlat[0, 0])
    turns = np.where(np.abs(jumps) > 180.0, -np.sign(jumps), 0.0)
    turns[starts] = 0.0
    whole = np.cumsum(turns)
    lon = lonlat[:, 0] + 360.0 * (whole - np.repeat(whole[starts], np.diff(ends, prepend=0)))
    middle = np.add.reduceat(lon, starts) / np.diff(ends, prepend=0)
    back = np.where(middle < CUT, 360.0, np.where(middle > CUT + 360.0, -360.0, 0.0))
    lon += np.repeat(back, np.diff(ends, prepend=0))
    return _cut(project(lon, lonlat[:, 1]), ends)


@dataclass(frozen=True)
class Frame:
    """How the plane lies on `width` by `height` pixels: the shown part as large as fits, in the middle."""

    width: int
    height: int
    bottom: int = 0
    """Pixels at the bottom that the land should leave free where there is room."""
    region: Region = WORLD

    def _fit(self) -> tuple[float, float, float]:
        """Pixels per unit, and where the origin lies."""
        west, south, east, north = self.region
        middle = (south + north) / 2.0 if self.region != WORLD else 0.0
        left, right = (float(project(np.array([lon]), np.array([middle]))[0, 0]) for lon in (west, east))
        low, high = (float(project(np.array([CENTRE]), np.array([lat]))[0, 1]) for lat in (south, north))
        room = self.height - self.bottom
        scale = min(self.width / (right - left), room / (high - low))
        return scale, (self.width - scale * (left + right)) / 2.0, (room + scale * (low + high)) / 2.0

    def place(self, plane: Points) -> Points:
        """Pixels, y downwards, of projected points (n, 2)."""
        scale, x, y = _fitted(self)
        placed: Points = plane * (scale, -scale) + (x, y)
        return placed

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """The pixel of a place on earth."""
        unwrapped = lon + 360.0 if lon < CUT else lon
        x, y = self.place(project(np.array([unwrapped]), np.array([lat])))[0]
        return float(x), float(y)


@lru_cache(maxsize=64)
def _fitted(frame: Frame) -> tuple[float, float, float]:
    return frame._fit()  # noqa: SLF001  # kept beside the class, which is frozen


def thinned(frame: Frame, lines: Sequence[Points], scale: int, least: float) -> list[Points]:
    """`lines` of the plane in pixels of `frame` times `scale`, without points in the same square of `least` as the one
    before; both ends stay. There are thousands of lines, and numpy is asked once for all.
    """
    ends = np.cumsum([len(line) for line in lines])
    points = frame.place(np.concatenate(lines)) * scale
    x, y = np.floor(points / least).T
    keep = np.ones(len(points), dtype=np.bool_)
    keep[1:] = (x[1:] != x[:-1]) | (y[1:] != y[:-1])
    keep[ends - 1] = keep[ends[:-1]] = True
    return _cut(points[keep], np.cumsum(keep)[ends - 1])

"""The world map: nations by value, flags, sites, trade as arcs; what is under the pointer.

`present_map` turns a seat's view into a `MapModel`; `WorldMap` draws it and keeps each layer until what it shows
changes, so that a frame is a few copies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pygame

from game.desktop.theme import Theme
from game.session.views import View

Layer = Literal["dependence", "mine", "separation", "tension"]
LAYERS: dict[Layer, str] = {
    "dependence": "Imports from the rival",
    "mine": "Share of mine output",
    "separation": "Share of separation",
    "tension": "Tension with the rival",
}
"""Layers and their titles."""
Target = tuple[Literal["nation", "site"], str]


@dataclass(frozen=True)
class NationMark:
    """A nation on the map: `value` (0-1, None without data) colours its areas, `lines` fill its card."""

    id: str
    name: str
    iso: tuple[str, ...]
    flag: str
    role: str
    lon: float
    lat: float
    value: float | None
    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class SiteMark:
    """A site on the map; `lines` fill its card."""

    id: str
    name: str
    stage: str
    status: str
    lon: float
    lat: float
    size: float
    """0-1, by capacity."""
    own: bool
    """The seat holds offtake or it lies in the seat's nation."""
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Arc:
    """Trade from one nation to another, oxide equivalent."""

    origin: str
    importer: str
    tonnes: float
    cut: float
    tone: Literal["rival", "own", "others"]
    """``own`` is bought by the seat from others than the rival."""
    faint: bool
    """Neither end is the seat."""


@dataclass(frozen=True)
class MapModel:
    """All that the map shows. Two equal models draw alike."""

    layer: Layer
    title: str
    low: str
    high: str
    """Labels of the legend's ends."""
    nations: tuple[NationMark, ...]
    sites: tuple[SiteMark, ...]
    arcs: tuple[Arc, ...]


def present_map(view: View, layer: Layer = "dependence", *, material: str = "", stage: str = "") -> MapModel:
    """What to draw for `view`: trade of one material or stage, or of all together where none is named."""
    raise NotImplementedError


class WorldMap:
    """Draws a `MapModel` into any rectangle; layers are kept for one size and theme."""

    def __init__(self, size: tuple[int, int], theme: Theme) -> None:
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        raise NotImplementedError

    def draw(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        model: MapModel,
        *,
        pointer: tuple[int, int] | None = None,
        selected: Target | None = None,
    ) -> None:
        """Draw `model` in `rect`, the outline of `selected`, and a card on what is under `pointer` (on `surface`)."""
        raise NotImplementedError

    def hit(self, position: tuple[int, int]) -> Target | None:
        """What the last `draw` put at `position` (surface coordinates): a site before a nation, None at sea."""
        raise NotImplementedError

    def targets(self) -> tuple[tuple[Target, tuple[int, int]], ...]:
        """Everything that can be chosen and where it stands, in reading order, for the keyboard."""
        raise NotImplementedError

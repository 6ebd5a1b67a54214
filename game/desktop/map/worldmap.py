"""The world map: nations by value, flags, sites, trade as arcs; what is under the pointer.

`present_map` turns a seat's view into a `MapModel`; `WorldMap` draws it and keeps each layer until what it shows
changes, so that a frame is a few copies.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

import pygame

from game.atlas import WORLD, Frame, Region
from game.desktop.kit import badges
from game.desktop.kit.raster import stamp
from game.desktop.kit.theme import Colour, Palette, Theme, mix, ramp
from game.desktop.map import key as mapkey
from game.desktop.map import marks as mapmarks
from game.desktop.map.ground import Ground
from game.desktop.map.model import Arc, MapModel, NationMark, SiteMark, layers, present_map
from game.desktop.map.notes import describe, home_region

__all__ = [
    "WORLD",
    "Arc",
    "MapModel",
    "NationMark",
    "SiteMark",
    "Target",
    "WorldMap",
    "home_region",
    "layers",
    "present_map",
]
Target = tuple[Literal["nation", "site"], str]
_MARGIN = 8
_MOST_KEY = 0.2
"""Part of the map's height that the key may take."""
_KEPT_GROUNDS = 2
"""Whole world and seat's own region."""


class WorldMap:
    """Draws a `MapModel` into any rectangle; layers are kept for one size and theme."""

    def __init__(self, size: tuple[int, int], theme: Theme) -> None:
        self._theme = theme
        self._shape: tuple[tuple[int, int], Region] = (size, WORLD)
        self._origin = (0, 0)
        self._model: MapModel | None = None
        self._ground: Ground | None = None
        self._picture = pygame.Surface((1, 1))
        self._places = mapmarks.Places({}, {}, {}, {})
        self._cards: dict[Target, pygame.Surface] = {}

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        if theme != self._theme:
            self._theme, self._model = theme, None

    def draw(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        model: MapModel,
        *,
        pointer: tuple[int, int] | None = None,
        selected: Target | None = None,
        card: Target | None = None,
        region: Region = WORLD,
    ) -> None:
        """Draw `model` in `rect`, the outline of `selected`, and a card on what is under `pointer` (on `surface`).

        Without anything under the pointer the card is that of `card`, which is how the keyboard asks for one. `region`
        is the part of the world to show; `home_region` gives one around the seat.
        """
        shape = (rect.size, region)
        if shape != self._shape or (model is not self._model and model != self._model):
            self._shape = shape
            self._compose(model)
        self._origin = rect.topleft
        surface.blit(self._picture, rect)
        under = self.hit(pointer) if pointer is not None and rect.collidepoint(pointer) else None
        clip = surface.get_clip()
        surface.set_clip(rect.clip(clip))
        if selected is not None:
            self._mark(surface, selected, self._theme.palette.focus, 2.0)
        if under is not None and under != selected:
            self._mark(surface, under, self._theme.palette.text, 1.0)
        shown = under or card
        if shown is not None:
            self._show_card(surface, rect, shown, pointer if under is not None else None)
        surface.set_clip(clip)

    def hit(self, position: tuple[int, int]) -> Target | None:
        """What the last `draw` put at `position` (surface coordinates): a site before a nation, None at sea."""
        if self._model is None or self._ground is None:
            return None
        x, y = position[0] - self._origin[0], position[1] - self._origin[1]
        for site, place in self._places.sites.items():
            if math.dist(place, (x, y)) <= self._places.extent[site] + 2.0:
                return "site", site
        for nation, place in self._places.nations.items():
            if math.dist(place, (x, y)) <= self._places.reach[nation] + 1.0:
                return "nation", nation
        group = self._ground.group_at(x, y)
        return ("nation", self._model.nations[group].id) if group >= 0 else None

    def targets(self) -> tuple[tuple[Target, tuple[int, int]], ...]:
        """Everything that can be chosen and where it stands on the surface, from west to east, for the keyboard."""
        found: list[tuple[Target, tuple[int, int]]] = []
        left, top = self._origin
        for name, (x, y) in self._places.nations.items():
            found.append((("nation", name), (round(x) + left, round(y) + top)))
        for name, (x, y) in self._places.sites.items():
            found.append((("site", name), (round(x) + left, round(y) + top)))
        return tuple(sorted(found, key=lambda item: (item[1], item[0])))

    # --- layers ---------------------------------------------------------------------------------------------------

    def _compose(self, model: MapModel) -> None:
        """Draw everything that stays until the model changes."""
        theme, self._model = self._theme, model
        size, region = self._shape
        rows = mapkey.key_rows(model, theme, size[0] - 2 * _MARGIN, round(size[1] * _MOST_KEY))
        frame = Frame(size[0], size[1], mapkey.key_height(rows, theme), region)
        nations = tuple(nation.iso for nation in model.nations)
        ground = self._ground = _ground(frame, theme.palette, theme.layout_scale, nations)
        self._cards = {}
        self._places = mapmarks.arrange(model, frame, theme)
        picture = ground.picture({number: self._shade(nation) for number, nation in enumerate(model.nations)})
        own = next((number for number, nation in enumerate(model.nations) if nation.role == "self"), -1)
        if own >= 0:
            outline, at = ground.outline(own, theme.palette.own, theme.px(1))
            picture.blit(outline, at, special_flags=pygame.BLEND_PREMULTIPLIED)
        mapmarks.draw_arcs(picture, model, self._places, theme)
        mapmarks.draw_sites(picture, model, self._places, theme)
        mapmarks.draw_nations(picture, model, self._places, theme)
        card = mapkey.legend(model, theme)
        low = size[1] - mapkey.key_height(rows, theme) - card.get_height() - theme.px(2)
        stamp(picture, card, (theme.px(_MARGIN), low))
        mapkey.draw_key(picture, rows, theme)
        badges.box(picture, picture.get_rect(), None, theme.palette.line, theme.radius)
        self._picture = picture

    def _shade(self, nation: NationMark) -> Colour:
        palette = self._theme.palette
        if nation.role == "rival" and nation.value is None:
            return mix(palette.land, palette.rival, 0.42 if palette.name == "dark" else 0.5)
        if nation.value is None:
            return mix(palette.land, palette.coast, 0.3)
        assert self._model is not None  # noqa: S101  # only asked while composing
        stops = palette.burden if self._model.more_is_worse else palette.output
        return ramp(stops, nation.value / self._model.top)

    # --- what is chosen -------------------------------------------------------------------------------------------

    def _mark(self, surface: pygame.Surface, target: Target, colour: Colour, thick: float) -> None:
        left, top = self._origin
        assert self._model is not None and self._ground is not None  # noqa: S101, PT018  # draw has composed
        if target[0] == "nation":
            group = next((n for n, nation in enumerate(self._model.nations) if nation.id == target[1]), -1)
            if group >= 0:
                outline, at = self._ground.outline(group, colour, self._theme.px(thick))
                surface.blit(outline, (left + at[0], top + at[1]), special_flags=pygame.BLEND_PREMULTIPLIED)
        elif target[1] in self._places.sites:
            x, y = self._places.sites[target[1]]
            side = round(2 * self._places.extent[target[1]]) + self._theme.px(6)
            rect = pygame.Rect(0, 0, side, side)
            rect.center = (left + round(x), top + round(y))
            badges.box(surface, rect, None, colour, side // 2, self._theme.px(2))

    def _show_card(
        self, surface: pygame.Surface, rect: pygame.Rect, target: Target, pointer: tuple[int, int] | None
    ) -> None:
        if target not in self._cards:
            self._cards[target] = self._card(target)
        card = self._cards[target]
        left, top = self._origin
        places = self._places.nations if target[0] == "nation" else self._places.sites
        anchor = places.get(target[1], (0.0, 0.0))
        x, y = pointer if pointer is not None else (left + round(anchor[0]), top + round(anchor[1]))
        gap = self._theme.px(16)
        x = x + gap if x + gap + card.get_width() <= rect.right - 4 else x - gap - card.get_width()
        y = y + gap if y + gap + card.get_height() <= rect.bottom - 4 else y - gap - card.get_height()
        stamp(surface, card, (max(x, rect.left + 4), max(y, rect.top + 4)))

    def _card(self, target: Target) -> pygame.Surface:
        """The card of a nation or a site: its name, and a line for each figure."""
        assert self._model is not None  # noqa: S101  # draw has composed
        things: tuple[NationMark | SiteMark, ...] = self._model.nations if target[0] == "nation" else self._model.sites
        thing = next(thing for thing in things if thing.id == target[1])
        return describe(thing, self._theme)


@lru_cache(maxsize=_KEPT_GROUNDS)
def _ground(frame: Frame, palette: Palette, layout_scale: float, nations: tuple[tuple[str, ...], ...]) -> Ground:
    """The land with the areas (ISO codes) of each nation, kept from one match to the next."""
    groups = {code: number for number, codes in enumerate(nations) for code in codes}
    return Ground(frame, Theme(palette, layout_scale=layout_scale), groups)

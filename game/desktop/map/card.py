"""The world map of the play screen with its layer switch; the keyboard walks over nations and sites."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame

from game.desktop.kit.buttons import button
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.controls import Control, Point
from game.desktop.kit.inputs import Option, choice
from game.desktop.kit.theme import Theme
from game.desktop.map.model import DEPENDENCE
from game.desktop.map.worldmap import WORLD, MapModel, Target, WorldMap, home_region, layers, present_map
from game.desktop.present import rival_name
from game.desktop.shortcuts import hint
from game.session.views import View
from game.telling import _


class MapCard:
    """Map, layer and what is selected on it. `opened` is called with what was pressed."""

    def __init__(self, opened: Callable[[Target], None]) -> None:
        self.layer = DEPENDENCE
        self.near = False
        """Shows the part of the world around seat and rival only."""
        self.selected: Target | None = None
        self.opened = opened
        self._map: WorldMap | None = None
        self._model: tuple[View, MapModel] | None = None
        self._theme: Theme | None = None

    @property
    def state(self) -> Hashable:
        """All that decides what is drawn, the view apart."""
        return self.layer, self.near, self.selected

    def next_layer(self, view: View) -> None:
        """Show the next layer."""
        order = [*layers(view)]
        self.layer = order[(order.index(self.layer) + 1) % len(order)]

    def _zoom(self) -> None:
        self.near = not self.near

    def _set_layer(self, name: str) -> None:
        self.layer = name

    def draw(self, canvas: Canvas, rect: pygame.Rect, view: View) -> None:
        """Layer switch and map in `rect`."""
        theme = canvas.theme
        canvas.card(rect)
        side = canvas.row
        head = Column(canvas, rect.x + theme.px(8), rect.y + theme.px(8), rect.width - theme.px(22) - side)
        zoom = pygame.Rect(rect.right - theme.px(8) - side, head.y, side, side)
        options = [Option(layer, title) for layer, title in layers(view).items()]
        choice(head, "layer", "", options, self.layer, self._set_layer, tip=hint(_("Map layer"), "layer"))
        tip = _("The whole world") if self.near else _("Nearer: your nation and {rival}").format(rival=rival_name(view))
        button(canvas, zoom, "zoom", "", self._zoom, icon="globe" if self.near else "search", tip=tip)
        place = pygame.Rect(rect.x + 1, head.y + theme.px(6), rect.width - 2, rect.bottom - head.y - theme.px(6) - 1)
        if min(place.size) < theme.px(60):
            return
        world = self._drawer(place, theme)
        card = self.selected if canvas.focus == "map" and canvas.ring else None
        model = self._present(view)
        region = home_region(model) if self.near else WORLD
        pointer = canvas.pointer
        world.draw(canvas.surface, place, model, pointer=pointer, selected=self.selected, card=card, region=region)
        canvas.image(place, "map")
        self._control(canvas, place, world)

    def _present(self, view: View) -> MapModel:
        """The model of `view` and layer, made once."""
        if self._model is None or self._model[0] is not view or self._model[1].layer != self.layer:
            self._model = view, present_map(view, self.layer)
        return self._model[1]

    def _drawer(self, place: pygame.Rect, theme: Theme) -> WorldMap:
        if self._map is None:
            self._map = WorldMap(place.size, theme)
        elif self._theme != theme:
            self._map.set_theme(theme)
        self._theme = theme
        return self._map

    def _control(self, canvas: Canvas, place: pygame.Rect, world: WorldMap) -> None:
        def point(at: Point) -> None:
            self.selected = world.hit(at)

        def press() -> None:
            if self.selected is not None:
                self.opened(self.selected)

        def keys(event: pygame.Event) -> bool:
            step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_UP: -1, pygame.K_DOWN: 1}.get(event.key, 0)
            targets = [target for target, _ in world.targets()]
            if not step or not targets:
                return False
            at = targets.index(self.selected) if self.selected in targets else -step
            self.selected = targets[(at + step) % len(targets)]
            return True

        inner = place.inflate(-6, -6)
        canvas.control(
            Control("map", inner, canvas.clip.copy(), _("World map"), press, "", point=point, keys=keys, drags=False)
        )

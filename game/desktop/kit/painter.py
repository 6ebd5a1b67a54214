"""Draws what the window shows: the topmost screen, what lies under a card dimmed behind it, notices and tips."""

from __future__ import annotations

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.focus import Hands
from game.desktop.kit.notices import Notice, draw_notice
from game.desktop.kit.plates import veil
from game.desktop.kit.screen import Screen, Shell
from game.desktop.kit.tooltips import draw_tip

_ATTEMPTS = 4
"""A card learns its height by being drawn; more often than this it is not drawn again."""


class Painter:
    """Draws the screens of `app`, as `hands` are at them."""

    def __init__(self, app: Shell, hands: Hands) -> None:
        self._app = app
        self._hands = hands
        self._backdrop: pygame.Surface | None = None

    def forget(self) -> None:
        """What lies under a card changed."""
        self._backdrop = None

    def draw(self, notice: Notice | None) -> None:
        """Draw the topmost screen with all that lies over and under it, and what is told."""
        app = self._app
        for _attempt in range(_ATTEMPTS):
            self._attempt()
            moved = self._hands.settle()
            if not (moved or app.top.unsettled):
                break
            app.top.unsettled = False
        self._hands.listen()
        self._over(self._canvas(app.top), notice)

    def _attempt(self) -> None:
        app = self._app
        canvas = self._canvas(app.top)
        app.surface.set_clip(None)
        if app.top.modal:
            app.surface.blit(self._behind(), (0, 0))
        else:
            canvas.ground()
        app.top.build(canvas)
        app.picture = canvas.picture

    def _canvas(self, screen: Screen) -> Canvas:
        app = self._app
        top = screen is app.top
        return Canvas(
            app.surface,
            app.theme,
            screen.offsets,
            screen.panes,
            screen.typing,
            focus=screen.focus if top else "",
            hover=self._hands.hover if top else "",
            pointer=self._hands.pointer if top else None,
            ring=self._hands.ring and top,
        )

    def _behind(self) -> pygame.Surface:
        """Everything under the topmost card, dimmed; kept until something there changes."""
        if self._backdrop is None:
            app = self._app
            first = max((i for i, screen in enumerate(app.screens) if not screen.modal), default=0)
            if app.screens[first].modal:
                app.surface.fill(app.theme.palette.ground)
            for screen in app.screens[first:-1]:
                self._settle(screen)
                canvas = self._canvas(screen)
                if not screen.modal:
                    canvas.ground()
                screen.build(canvas)
                veil(app.surface, app.theme.palette.ground, 170)
            self._backdrop = app.surface.copy()
        return self._backdrop

    def _settle(self, screen: Screen) -> None:
        """Let a card that was covered before it was ever seen find its height."""
        surface = self._app.surface.copy()
        for _attempt in range(_ATTEMPTS if screen.modal and not screen.seen else 0):
            screen.unsettled = False
            screen.build(self._canvas(screen))
            if not screen.unsettled:
                break
        self._app.surface.blit(surface, (0, 0))

    def _over(self, canvas: Canvas, notice: Notice | None) -> None:
        """Notices and tips, which lie over everything."""
        app, tip = self._app, self._hands.tip
        if notice is not None:
            draw_notice(canvas, app.picture, notice)
        control = app.picture.named(tip.shows) if tip.shows else None
        if control is not None and control.seen.height > 0 and control.tip_at(tip.at)[1]:
            draw_tip(canvas, app.picture, control, tip.at)

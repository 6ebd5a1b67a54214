"""A fault in one screen ends that screen alone: it is told and written down, and the window goes on."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.kit.screen import Shell
from game.desktop.kit.window import NoDisplay
from game.telling import _
from game.telling.grammar import capital

_MOST = 4
"""Faults without a single picture between them after which the window gives up."""


class Rescue:
    """Runs what a screen does, and leads back to a screen that works where it fails."""

    def __init__(self, app: Shell) -> None:
        self._app = app
        self._failed = 0

    def well(self) -> None:
        """A picture was drawn: what is on the window works."""
        self._failed = 0

    def run(self, act: Callable[[], object]) -> None:
        """Do `act`; whatever fails in it is told on a card.

        Raises:
            NoDisplay: when there is no window any more.
        """
        try:
            act()
        except NoDisplay:
            raise
        except Exception as fault:  # whatever it is, it must not take the match with it
            if not pygame.display.get_init() or pygame.display.get_surface() is None:
                raise NoDisplay(_("The screen is gone. What was played is kept.")) from fault
            self._failed += 1
            if self._failed > _MOST:
                raise
            from game.telling.crash import report_crash

            self._lead_back(capital(f"{report_crash(fault)}."))

    def _lead_back(self, told: str) -> None:
        """The card over the screen below, or, where that cannot be drawn either, the card alone."""
        from game.desktop.kit.trouble import Trouble  # the first picture need not wait for the card of a fault

        app = self._app
        below = [screen for screen in app.screens if not isinstance(screen, Trouble)]
        while below and below[-1].modal:
            below.pop()
        for screen in below:
            screen.panes.clear()
        card = Trouble(app, told, below, alone=self._failed > 1 or not below)
        app.reset(*([] if card.alone else below), card)

"""The window, opened and run: the command behind ``chokepoint`` and ``chokepoint play``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.desktop import routes
from game.desktop.kit import prefs
from game.desktop.kit.app import App
from game.desktop.kit.window import NoDisplay, open_window

if TYPE_CHECKING:
    from game.content.package import Package
    from game.desktop.remote.seat import HostedSeat

__all__ = ["NoDisplay", "run"]


def run(
    *,
    scenario: str | Package | None = None,
    seed: int | None = None,
    save: Path | None = None,
    seats: Mapping[str, str] | None = None,
    red_cell: str = "",
    joined: HostedSeat | None = None,
) -> int:
    """Open the window and play; returns the exit code.

    Without arguments the title screen opens. `scenario` (a name, a folder, or a package already read) starts a match at
    once, with `seats` (seat to player name) held by people and the rival led by `red_cell`; `save`
    goes on with one; `joined` is a seat of a match that another machine hosts.

    Raises:
        NoDisplay: when no window can be opened.
        ContentError, SaveError: when the scenario or the save cannot be read.
    """
    settings, problem = prefs.load()
    surface = open_window(settings)
    try:
        app = App(surface, settings, routes.find, routes.OPENS)
        app.hasty = True
        from game.desktop.screens.first import first_screens

        app.reset(
            *first_screens(
                app, scenario=scenario, seed=seed, save=save, seats=seats or {}, red_cell=red_cell, joined=joined
            )
        )
        app.tell(problem, "warn")
        app.loop()
    finally:
        pygame.quit()
    return 0

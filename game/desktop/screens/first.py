"""The screens that the window begins with, by what the command line asked for."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.kit.screen import Screen, Shell

if TYPE_CHECKING:
    from game.content.package import Package
    from game.desktop.remote.seat import HostedSeat


def first_screens(
    app: Shell,
    *,
    scenario: str | Package | None,
    seed: int | None,
    save: Path | None,
    seats: Mapping[str, str],
    red_cell: str = "",
    joined: HostedSeat | None = None,
) -> tuple[Screen, ...]:
    """The screens to begin with.

    Raises:
        ContentError: when the scenario cannot be read.
        SaveError: when the save cannot be read.
    """
    with _all_kept():
        if joined is not None:
            from game.desktop.screens.joined import Joined

            table = Joined(app, joined)
            app.occupy(table)
            table.begin()
            return tuple(app.screens)
        if save is not None:
            from game.desktop.screens.resuming import open_first

            open_first(app, save)
            return tuple(app.screens)
        if scenario is not None:
            package = _package(scenario)
            from game.desktop.screens.opening import new_seed, start

            people = dict(seats) or {package.default_seat: ""}
            app.reset(app.make("title"))
            start(app, package, new_seed() if seed is None else seed, people, red_cell=red_cell)
            return tuple(app.screens)
        return (app.make("title"),)


@contextmanager
def _all_kept() -> Iterator[None]:
    """Modules, rules and the match stay for good: to look them through for what is not needed would take a twentieth of
    the start, and some of every later search.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _package(scenario: str | Package) -> Package:
    """The package itself, or the one that the name or folder means."""
    if not isinstance(scenario, str):
        return scenario
    from game.content import load

    return load(scenario)

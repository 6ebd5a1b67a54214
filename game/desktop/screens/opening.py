"""Ways into a match: a new one, one from a save, and what the command line asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.kit.screen import Shell
from game.telling import _, told

if TYPE_CHECKING:
    from game.content.package import Package
    from game.session.match import Match


def new_seed() -> int:
    """A seed short enough to be read out and typed again."""
    import secrets

    return secrets.randbelow(1_000_000)


def start(
    app: Shell,
    package: Package,
    seed: int,
    people: Mapping[str, str],
    doctrines: Mapping[str, str] | None = None,
    red_cell: str = "",
) -> None:
    """Begin a new match with its log among the user's saves; without a place for the log it is only played."""
    from game.doctrines import open_match
    from game.session import saves

    def opened(log: Path | None) -> Match:
        return open_match(package, seed=seed, people=people, doctrines=doctrines, log=log, red_cell=red_cell)

    _keep(app, opened, saves.new_path(package.scenario, tuple(people)))


def again(app: Shell, match: Match) -> None:
    """Begin the same match anew, with the same chances."""
    from game.session import saves

    people = tuple(match.people)
    _keep(app, match.anew, saves.new_path(match.briefing(people[0]).scenario, people))


def _keep(app: Shell, opened: Callable[[Path | None], Match], path: Path) -> None:
    """Show the match that `opened` makes with its log at `path`, or without one where that cannot be written."""
    from game.session.faults import SaveError

    notice = ""
    try:
        match = opened(path)
    except SaveError as problem:
        match = opened(None)
        notice = f"{told(problem)} {_('The match goes on without being saved.')}"
    begin(app, match, notice or told(match.save_problem))


def begin(app: Shell, match: Match, warning: str = "") -> None:
    """Show a match and leave the one that was played before. `warning` is told to each of its people.

    One that no person takes part in cannot be shown, which is told.
    """
    from game.desktop.screens.table import Table

    if not match.people:
        app.tell(_("In this match the program leads every seat. Make a debrief of it with: chokepoint report"), "warn")
        match.close()
        return
    words = " ".join(filter(None, (warning, told(match.notice))))
    table = Table(app, match, words)
    app.occupy(table)
    table.begin()
    if words and app.top.name == "curtain":
        app.tell(words, "warn")

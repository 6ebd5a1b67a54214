"""Ways into a match: a new one, one from a save, and what the command line asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.kit.screen import Screen, Shell
from game.telling import _, told

if TYPE_CHECKING:
    from game.content.package import Package
    from game.session.match import Match


def new_seed() -> int:
    """A seed short enough to be read out and typed again."""
    import secrets

    return secrets.randbelow(1_000_000)


def start(
    app: Shell, package: Package, seed: int, people: Mapping[str, str], doctrines: Mapping[str, str] | None = None
) -> None:
    """Begin a new match with its log among the user's saves; without a place for the log it is only played."""
    from game.doctrines import open_match
    from game.session import saves

    def opened(log: Path | None) -> Match:
        return open_match(package, seed=seed, people=people, doctrines=doctrines, log=log)

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
    begin(app, match)
    app.tell(notice or told(match.save_problem), "warn")


def begin(app: Shell, match: Match) -> None:
    """Show a match; one that no person takes part in cannot be shown, which is told."""
    from game.desktop.screens.table import Table

    if not match.people:
        app.tell(_("In this match the program leads every seat. Make a debrief of it with: chokepoint report"), "warn")
        return
    Table(app, match).begin()
    app.tell(told(match.notice), "warn")


def resume(app: Shell, path: Path, turn: int | None = None) -> bool:
    """Go on with a save, from the start of `turn` where given. Tells what is wrong with it and returns False if so."""
    from game.content import ContentError
    from game.doctrines import load_match
    from game.session.faults import SaveBroken, SaveError

    try:
        match = load_match(path, turn=turn)
    except SaveBroken as problem:
        _offer(app, path, problem)
        return False
    except (SaveError, ContentError) as problem:
        app.tell(told(problem), "bad")
        return False
    begin(app, match)
    return bool(match.people)


def _offer(app: Shell, path: Path, problem: Exception) -> None:
    """Ask whether to go on from the last good turn of a damaged save."""
    last = getattr(problem, "last_good_turn", None)
    if last is None:
        app.tell(told(problem), "bad")
        return
    from game.desktop.kit.ask import Ask

    app.push(
        Ask(
            app,
            _("This save is damaged"),
            f"{told(problem)} {_('The damaged file is left as it is.')}",
            _("Go on from turn {turn}").format(turn=last + 1),
            lambda: _resume_from(app, path, last),
            risky=False,
        )
    )


def _resume_from(app: Shell, path: Path, turn: int) -> None:
    resume(app, path, turn)


def first_screens(
    app: Shell, *, scenario: str | Package | None, seed: int | None, save: Path | None, seats: Mapping[str, str]
) -> tuple[Screen, ...]:
    """The screens to begin with.

    Raises:
        ContentError: when the scenario cannot be read.
        SaveError: when the save cannot be read.
    """
    if save is not None:
        from game.doctrines import load_match

        match = load_match(save)
        app.reset(app.make("title"))
        begin(app, match)
        return tuple(app.screens)
    if scenario is not None:
        package = _package(scenario)
        people = dict(seats) or {package.default_seat: ""}
        app.reset(app.make("title"))
        start(app, package, new_seed() if seed is None else seed, people)
        return tuple(app.screens)
    return (app.make("title"),)


def _package(scenario: str | Package) -> Package:
    """The package itself, or the one that the name or folder means."""
    if not isinstance(scenario, str):
        return scenario
    from game.content import load

    return load(scenario)

"""Ways back into a match from its save: straight, or after a question where something stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.kit.ask import Ask
from game.desktop.kit.screen import Shell
from game.desktop.screens.opening import begin
from game.telling import _, told

if TYPE_CHECKING:
    from game.session.match import Match


def resume(app: Shell, path: Path) -> bool:
    """Go on with a save. Tells what is wrong with it, or asks how to go on, and returns False if so."""
    from game.doctrines import load_match

    return _enter(app, path, lambda: load_match(path))


def open_first(app: Shell, path: Path) -> None:
    """The title screen with the match of a save upon it, or the question how to go on with it.

    Raises:
        SaveError: when there is nothing to ask.
        ContentError: when the scenario cannot be read.
    """
    from game.doctrines import load_match
    from game.session.faults import SaveDiffers, SaveInUse

    app.reset(app.make("title"))
    try:
        _begin(app, path, load_match(path))
    except (SaveDiffers, SaveInUse) as problem:
        _offer(app, path, problem)


def _enter(app: Shell, path: Path, opened: Callable[[], Match]) -> bool:
    from game.content import ContentError
    from game.session.faults import SaveError

    try:
        match = opened()
    except (SaveError, ContentError) as problem:
        _offer(app, path, problem)
        return False
    _begin(app, path, match)
    return bool(match.people)


def _begin(app: Shell, path: Path, match: Match) -> None:
    begin(app, match)
    if match.changed and match.people:
        from game.doctrines import load_anew

        app.push(
            Ask(
                app,
                _("The scenario has changed"),
                told(match.changed),
                _("Play the orders again with the new figures"),
                lambda: _enter(app, path, lambda: load_anew(path)),
                no=_("Go on as it began"),
                risky=False,
            )
        )


def _offer(app: Shell, path: Path, problem: Exception) -> None:
    """Ask how to go on where there is a way; else tell what is wrong."""
    from game.doctrines import load_anew, load_match
    from game.session.faults import SaveBroken, SaveDiffers, SaveInUse
    from game.session.saves.loading import Way

    text = told(problem)
    if isinstance(problem, SaveInUse):
        title, yes = _("This save is open"), _("Go on in a save of its own")
        opened = partial(load_match, path, way=Way.BRANCH)
    elif isinstance(problem, SaveDiffers):
        title, yes = _("The scenario has changed"), _("Play its orders again")
        opened = partial(load_anew, path)
    elif isinstance(problem, SaveBroken) and problem.last_good_turn is not None:
        text = f"{text} {_('The damaged file is left as it is.')}"
        title, yes = _("This save is damaged"), _("Go on from turn {turn}").format(turn=problem.last_good_turn + 1)
        opened = partial(load_match, path, turn=problem.last_good_turn)
    else:
        app.tell(text, "bad")
        return
    look = (_("Only look at it"), lambda: _look(app, path)) if isinstance(problem, SaveInUse) else None
    app.push(Ask(app, title, text, yes, lambda: _enter(app, path, opened), risky=False, other=look))


def _look(app: Shell, path: Path) -> None:
    """Show the match of a save that another program writes; nothing is saved."""
    from game.doctrines import load_match
    from game.session.faults import SaveError
    from game.session.saves.loading import Way

    try:
        match = load_match(path, way=Way.READ)
    except SaveError as problem:
        app.tell(told(problem), "bad")
        return
    begin(app, match, _("You only look at this match: nothing that you do in it is saved."))

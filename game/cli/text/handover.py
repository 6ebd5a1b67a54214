"""A seat changes hands at the terminal: to another person, or to a doctrine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.cli.text import words
from game.cli.text.grammar import Unclear, pick
from game.session.faults import HandOverError
from game.telling import _, told

if TYPE_CHECKING:
    from game.cli.text.look import Viewer


def hand_over(viewer: Viewer, rest: Sequence[str]) -> None:
    """``hand SEAT WHO``: `WHO` leads the seat from this turn on, a person by name or a doctrine by its identifier.

    Raises:
        Unclear: where it says neither, or the seat is theirs already.
    """
    match, lexicon, terminal = viewer.match, viewer.view.lexicon, viewer.terminal
    doctrines = lexicon.ids("doctrines")
    if len(rest) < 2:
        text = _("{usage}; the doctrines are {doctrines}")
        raise Unclear(text.format(usage=words.usage("hand"), doctrines=", ".join(doctrines)))
    seat = pick(_("SEAT"), rest[0], [(one, _(lexicon.name("nations", one))) for one in match.seats])
    to = " ".join(rest[1:])
    led, nation = to in doctrines, viewer.teller.name("nations", seat)
    if led and not _sure(viewer, seat):
        return
    try:
        match.hand_over(seat, to)
    except HandOverError as error:
        raise Unclear(told(error)) from error
    if led:
        text = _("{nation} is led by “{doctrine}” from now on; what was drafted for it is dropped.")
        terminal.say(text.format(nation=nation, doctrine=_(lexicon.name("doctrines", to))), "green")
    else:
        terminal.say(_("{nation} is led by {name} from now on.").format(nation=nation, name=to), "green")


def _sure(viewer: Viewer, seat: str) -> bool:
    """Whether a person who leads the last seat that anybody leads means to let the program play on alone."""
    if [*viewer.match.people] != [seat]:
        return True
    return viewer.terminal.confirm(_("Nobody is left then, and the program plays to the end. Hand it over?"))

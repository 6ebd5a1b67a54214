"""A whole match in the terminal: briefing, turns of everybody in front of it, and the end."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.failures import INTERRUPTED
from game.cli.text import screens
from game.cli.text.grammar import Unclear
from game.cli.text.look import Viewer, briefing
from game.cli.text.paths import typed_path
from game.cli.text.redcell import lead
from game.cli.text.terminal import Gone, Terminal
from game.cli.text.turn import Quit, SeatTurn
from game.marks import N_
from game.session.faults import SaveError
from game.telling import Teller, _, told
from game.telling.brief import standing

if TYPE_CHECKING:
    from game.session.match import Match


_STAYS = N_("This terminal cannot be cleared: what one person sees and types stays in it.")


def play(match: Match, terminal: Terminal) -> int:
    """Play `match` until it ends or the people leave; the exit code.

    However it is left, every turn that was played is in the log, and the person is told how to go on.
    """
    try:
        _open(match, terminal)
        while not match.finished:
            _turn(match, terminal)
        _close(match, terminal)
    except (Quit, Gone):
        _leave(match, terminal)
    except KeyboardInterrupt:
        _leave(match, terminal)
        return INTERRUPTED
    finally:
        match.close()
    return 0


def _open(match: Match, terminal: Terminal) -> None:
    terminal.say(_(match.briefing(match.seats[0]).title), "bold")
    if match.changed:
        terminal.say(told(match.changed), "yellow")
        terminal.say(_("'--installed' plays its orders again with the new figures."), "yellow")
    if _shared(match) and not terminal.forgets:
        terminal.say(f"{_(_STAYS)} {_('Whoever comes next can read it.')}", "yellow")
        if not terminal.confirm(_("Play all the same?")):
            raise Quit
    if match.turn == 0:
        if _shared(match):  # all look on: each reads the part of its own seat behind the curtain
            terminal.markdown(_(match.briefing(match.seats[0]).text))
        else:
            briefing(Viewer(match, next(iter(match.people)), terminal))
        terminal.ask(_("Press Enter to begin."))


def _turn(match: Match, terminal: Terminal) -> None:
    while (seat := _open_seat(match)) is not None:
        if _shared(match):
            _curtain(match, seat, match.people[seat], terminal)
            if match.turn == 0:
                terminal.markdown(standing(match.view(seat)))
        warn(match, terminal)
        SeatTurn(match, seat, terminal).play()
    if match.red_cell:
        lead(match, terminal)
    if _shared(match):
        terminal.forget()
    match.resolve()


def _open_seat(match: Match) -> str | None:
    """The next seat of a person who has not ended the turn; seats may change hands meanwhile."""
    return next((seat for seat in match.people if not match.sealed(seat)), None)


def warn(match: Match, terminal: Terminal) -> None:
    """Say what there is to tell of the save, to each person who sits down: above all that it is not on disk."""
    if match.notice:
        terminal.say(told(match.notice), "yellow")
    if match.save_problem:
        text = _("The match is not on disk: {problem} 'save FILE' writes it elsewhere.")
        terminal.say(text.format(problem=told(match.save_problem)), "red")


def _curtain(match: Match, seat: str, name: str, terminal: Terminal) -> None:
    """Take away what the last seat saw and typed before the next person sits alone at the terminal."""
    nation = Teller(match.lexicon).name("nations", seat)
    terminal.forget()
    if not terminal.forgets:
        terminal.say(_(_STAYS), "yellow")
    terminal.say(_("{nation}: the keyboard goes to {name}.").format(nation=nation, name=name), "bold")
    terminal.ask(_("Press Enter when {name} alone can see the screen.").format(name=name))
    terminal.forget()


def _shared(match: Match) -> bool:
    """Whether several people sit down at the terminal one after the other."""
    return len(match.people) + bool(match.red_cell) > 1


def _close(match: Match, terminal: Terminal) -> None:
    from game.reports.aims import aims_of

    title = _(match.briefing(match.seats[0]).title)
    terminal.say(_("The match is over: {title}.").format(title=title), "bold")
    for seat, name in match.people.items():
        final = match.result(seat)
        teller = Teller.of(match.view(seat))
        nation = teller.name("nations", seat)
        own = name == match.lexicon.name("nations", seat)  # who gave no name is called like the seat
        terminal.say(nation if own else f"{nation} ({name})", "bold")
        terminal.show(screens.result(teller, final))
        if final.turning_points:
            terminal.show(screens.news(teller, final.turning_points, _("Turning points")))
    points = aims_of(match).expected
    if points:
        terminal.show(screens.expected(points))
    _keep_elsewhere(match, terminal)
    if match.log_path is not None and not match.save_problem:
        terminal.say(_("The match is kept. Its debrief:"))
        terminal.command(f"chokepoint report {_quoted(match.log_path)} --out debrief")


def _keep_elsewhere(match: Match, terminal: Terminal) -> None:
    """Ask for another place while a match that is over is not on disk; an empty answer lets it go."""
    match.keep()
    while match.save_problem or match.log_path is None:
        warn(match, terminal)
        typed = terminal.ask(_("Another file to write the match to (nothing: it is lost):"))
        if not typed:
            return
        try:
            match.save_as(typed_path(typed))
        except SaveError as error:
            terminal.say(told(error), "red")
        except Unclear as answer:
            terminal.say(str(answer), "red")


def _leave(match: Match, terminal: Terminal) -> None:
    """Say what is on disk of a match that is left before its end: that, and not what should be."""
    match.close()
    terminal.say("")
    if match.log_path is None or match.save_problem:
        terminal.say(f"{_('The match is not on disk.')} {told(match.save_problem)}".strip(), "red")
        return
    if match.finished and match.kept == match.turn:
        terminal.say(_("The match is kept to its end."))
        return
    text = _("The match is kept up to turn {turn}, with the orders that were given in it. Go on with:")
    terminal.say(text.format(turn=match.kept + 1))
    terminal.command(f"chokepoint play --text --load {_quoted(match.log_path)}")


def _quoted(path: Path) -> str:
    """`path` as a shell takes it."""
    return f'"{path}"' if os.name == "nt" else shlex.quote(str(path))

"""A whole match in the terminal: briefing, turns of everybody in front of it, and the end."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.failures import INTERRUPTED
from game.cli.text import screens
from game.cli.text.look import Viewer, briefing
from game.cli.text.terminal import Gone, Terminal
from game.cli.text.turn import Quit, SeatTurn
from game.telling import Teller

if TYPE_CHECKING:
    from game.session.match import Match


_STAYS = "This terminal cannot be cleared: what one person sees and types stays in it."


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
        terminal.say("")
        _leave(match, terminal)
        return INTERRUPTED
    return 0


def _open(match: Match, terminal: Terminal) -> None:
    terminal.say(match.briefing(match.seats[0]).title, "bold")
    if match.notice:
        terminal.say(match.notice, "yellow")
    if _shared(match) and not terminal.forgets:
        terminal.say(f"{_STAYS} Whoever comes next can read it.", "yellow")
        if not terminal.confirm("Play all the same?"):
            raise Quit
    if match.turn == 0:
        briefing(Viewer(match, next(iter(match.people)), terminal))
        terminal.ask("Press Enter to begin.")


def _turn(match: Match, terminal: Terminal) -> None:
    for seat, name in match.people.items():
        if match.sealed(seat):
            continue
        if _shared(match):
            _curtain(match, seat, name, terminal)
        SeatTurn(match, seat, terminal).play()
    if _shared(match):
        terminal.forget()
    match.resolve()
    if match.save_problem:
        terminal.say(f"The match is not on disk: {match.save_problem} 'save FILE' writes it elsewhere.", "red")


def _curtain(match: Match, seat: str, name: str, terminal: Terminal) -> None:
    """Take away what the last seat saw and typed before the next person sits alone at the terminal."""
    nation = match.lexicon.name("nations", seat)
    terminal.forget()
    if not terminal.forgets:
        terminal.say(_STAYS, "yellow")
    terminal.say(f"{nation}: the keyboard goes to {name}.", "bold")
    terminal.ask(f"Press Enter when {name} alone can see the screen.")
    terminal.forget()


def _shared(match: Match) -> bool:
    """Whether several people sit down at the terminal one after the other."""
    return len(match.people) > 1


def _close(match: Match, terminal: Terminal) -> None:
    terminal.say(f"The match is over: {match.briefing(match.seats[0]).title}.", "bold")
    for seat, name in match.people.items():
        final = match.result(seat)
        nation = match.lexicon.name("nations", seat)
        terminal.say(nation if name == nation else f"{nation} ({name})", "bold")
        teller = Teller.of(match.view(seat))
        terminal.show(screens.result(teller, final))
        if final.turning_points:
            terminal.show(screens.news(teller, final.turning_points, "Turning points"))
    if match.log_path is not None and not match.save_problem:
        terminal.say("The match is kept. Its debrief:")
        terminal.command(f"chokepoint report {_quoted(match.log_path)} --out debrief")


def _leave(match: Match, terminal: Terminal) -> None:
    if match.finished:
        return
    lost = sum(len(match.drafts(seat)) for seat in match.people)
    if _shared(match):  # how many, and whose, is nobody else's affair
        terminal.say("Orders of this turn, sealed or not, must be given again.")
    elif lost:
        terminal.say(f"{lost} order{'s' * (lost != 1)} of this turn had not been sent and must be given again.")
    if match.log_path is None or match.save_problem:
        terminal.say(f"The match is not on disk. {match.save_problem}".strip(), "red")
        return
    terminal.say(f"The match is kept up to the start of turn {match.turn + 1}. Go on with:")
    terminal.command(f"chokepoint play --text --load {_quoted(match.log_path)}")


def _quoted(path: Path) -> str:
    """`path` as a shell takes it."""
    return f'"{path}"' if os.name == "nt" else shlex.quote(str(path))

"""The turn of who leads the rival: what it may do, what its script would, and the numbers of what it shall do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.cli.text.terminal import Terminal
from game.session.rival_moves import Move, RivalView
from game.telling import Teller, _
from game.telling.redcell import doing, standing
from game.telling.sheet import Sheet

if TYPE_CHECKING:
    from game.session.match import Match


def lead(match: Match, terminal: Terminal) -> None:
    """Let the person who leads the rival choose for this turn; Enter alone lets the script play it."""
    view = match.rival_view()
    rival = Teller(view.lexicon).name("nations", view.lexicon.rival)
    terminal.forget()
    terminal.say(_("{nation}: the keyboard goes to {name}.").format(nation=rival, name=match.red_cell), "bold")
    terminal.ask(_("Press Enter when {name} alone can see the screen.").format(name=match.red_cell))
    offered = {str(number): move for number, move in enumerate(view.moves, start=1)}
    terminal.show(_listed(view, offered, rival))
    while True:
        chosen = _chosen(view, offered, terminal)
        told = ", ".join(_(move.name) for move in chosen or ()) or _("nothing of its own")
        asked = (
            _("As the script does?") if chosen is None else _("{rival} does: {moves}?").format(rival=rival, moves=told)
        )
        if terminal.confirm(asked):
            match.lead_rival(None if chosen is None else [move.rule for move in chosen])
            terminal.forget()
            return


def _listed(view: RivalView, offered: Mapping[str, Move], rival: str) -> Sheet:
    rows = tuple((number, _(move.name), doing(view, move), standing(view, move)) for number, move in offered.items())
    title = _("{rival}, turn {turn}: what it may do").format(rival=rival, turn=view.turn + 1)
    return Sheet(title, ("", _("Move"), _("What it does"), _("Now")), rows)


def _chosen(view: RivalView, offered: Mapping[str, Move], terminal: Terminal) -> tuple[Move, ...] | None:
    """The moves whose numbers were typed; None where the script is to play."""
    while True:
        answer = terminal.ask(_("Numbers with blanks between (0: nothing, Enter: as the script does):"))
        if not answer:
            return None
        words = [word for word in answer.replace(",", " ").split() if word != "0"]
        wrong = [word for word in words if word not in offered]
        resting = [_(offered[word].name) for word in words if word in offered and view.away(offered[word])]
        if wrong:
            terminal.say(_("There is no {answer} in the list.").format(answer=", ".join(wrong)))
        elif resting:
            terminal.say(_("Not to be had in this turn: {moves}.").format(moves=", ".join(resting)))
        else:
            return tuple(offered[word] for word in dict.fromkeys(words))

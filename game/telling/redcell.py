"""The moves of the rival in words, for who leads it."""

from __future__ import annotations

from game.session.rival_moves import Move, RivalView
from game.telling import numbers
from game.telling.catalogue import _
from game.telling.conditions import Conditions
from game.telling.grammar import capital
from game.telling.teller import Teller


def doing(view: RivalView, move: Move) -> str:
    """What a move does, in figures."""
    teller = Teller(view.lexicon)
    return capital("; ".join(teller.tell(message) for message in move.does))


def standing(view: RivalView, move: Move) -> str:
    """Whether a move can come in this turn, since when it acts, what it waits for, and what the script would do."""
    if move.acts and view.away(move):
        return _("in force")
    if view.away(move):
        back = view.back(move)
        return _("rests until {month}").format(month=numbers.month(back)) if back else _("cannot come again")
    if not move.holds:
        condition = Conditions(Teller(view.lexicon), view.world).tell(move.condition)
        return _("comes when: {condition}").format(condition=condition)
    share = numbers.write(move.advice, "share")
    return _("comes at once; the script would take it this month with a chance of {share}").format(share=share)

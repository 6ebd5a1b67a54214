"""A rewind: the match goes on from the start of an earlier turn, and what was played since is kept beside it."""

from __future__ import annotations

from game.marks import N_, Said
from game.server.acts.deeds import CONSOLE, Deed
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused

LONGEST = 500
"""Letters of a reason at most."""


def reason_in(act: Act) -> str:
    """The reason that an act gives.

    Raises:
        Refused: when it gives none.
    """
    reason = act.body.get("reason")
    if not isinstance(reason, str) or not reason.strip() or len(reason) > LONGEST:
        raise Refused("no_reason", Said(N_("give a reason for the log, of at most {number} letters"), number=LONGEST))
    return reason.strip()


def require_past(sitting: Sitting, act: Act) -> int:
    """The turn to which an act rewinds.

    Raises:
        Refused: when it was not played yet, or no reason is given.
    """
    to, turn = act.body.get("to"), sitting.table.match.turn
    reason_in(act)
    if turn == 0:
        raise Refused("no_such_turn", N_("no turn was played yet: there is nothing to go back to"))
    if type(to) is not int or not 0 <= to < turn:
        text = N_("the match can go back to the start of turns 1 to {turn}")
        raise Refused("no_such_turn", Said(text, turn=turn))
    return to


def _rewind(sitting: Sitting, act: Act) -> None:
    """Mark what was said and noted in the turns that are taken back. The turns themselves are not played then."""
    to = act.body["to"]
    for entry in (*sitting.table.said, *sitting.notes):
        if entry["turn"] >= to:
            entry["undone"] = True
    said = {"from": "facilitator", "to": "all", "text": reason_in(act), "turn": to, "rewound": True}
    sitting.table.said.append(said)


def _branch(sitting: Sitting, act: Act) -> None:
    """Name the save of what was taken back."""
    sitting.branches.append(dict(act.body))


DEEDS = {
    "rewind": Deed(_rewind, CONSOLE, ("rewound",), in_turn=True),
    "branch": Deed(_branch, frozenset()),
}

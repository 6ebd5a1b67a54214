"""The end of play and the hot wash after it: play is ended early, and the projector shows a part of what is told."""

from __future__ import annotations

from game.marks import N_, Said
from game.server.acts.deeds import CONSOLE, Deed, Undone
from game.server.acts.rewinding import reason_in
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused

PARTS = ("", "seats", "turning", "timeline", "rules", "predictions", "ratings")
"""What the projector can show of it; empty for what it shows otherwise."""


def _close(sitting: Sitting, act: Act) -> None:
    """End play before its last turn; a rewind opens it again."""
    sitting.table.require_open()
    reason_in(act)
    sitting.table.closed = True
    sitting.clock.pause()


def _wash(sitting: Sitting, act: Act) -> None:
    part = act.body.get("part")
    if part not in PARTS:
        raise Refused("no_part", Said(N_("the hot wash has these parts: {parts}"), parts=", ".join(PARTS[1:])))
    if not sitting.table.over:
        raise Refused("not_over", N_("the match goes on: end play first, or play it to its end"))
    sitting.washing = part


DEEDS = {
    "close_play": Deed(_close, CONSOLE, ("clock", "roster"), in_turn=True, undone=Undone.AT),
    "show_wash": Deed(_wash, CONSOLE, ("washed",)),
}

"""What people write down for the debrief: a team's prediction and reason, an evaluator's observation."""

from __future__ import annotations

from game.marks import N_, Said
from game.server.acts.deeds import Deed
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused

LONGEST = 1000
"""Letters of a note at most."""
_BY_SEAT, _BY_CONTROL = ("prediction", "rationale"), ("observation",)


def _note(sitting: Sitting, act: Act) -> None:
    """Keep a note of this turn: ``{"by", "kind", "text", "turn"}``, and whatever else it names in plain letters."""
    text, kind, by_seat = act.body.get("text"), act.body.get("kind"), act.author.startswith("seat:")
    if kind not in (_BY_SEAT if by_seat else _BY_CONTROL):
        kinds = ", ".join(_BY_SEAT if by_seat else _BY_CONTROL)
        raise Refused("bad_note", Said(N_("a note of this link is one of: {kinds}"), kinds=kinds))
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
        raise Refused("bad_text", Said(N_("a message has 1 to {number} letters"), number=LONGEST))
    sitting.notes.append({"by": act.author, "kind": kind, "text": text.strip(), "turn": act.turn})


DEEDS = {"note": Deed(_note, frozenset({"seat", "evaluator", "console"}), ("notes",))}

"""What people write down for the debrief: a team's prediction and reason, an evaluator's observation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.marks import N_, Said
from game.server.acts.deeds import Deed
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused
from game.session.people import objection

LONGEST = 1000
"""Letters of a note at most."""
RATINGS = ("P", "S", "M", "U")
"""Performed without challenges, with some, with major ones, unable to be performed: the four of HSEEP."""
_BY_SEAT, _BY_CONTROL = ("prediction", "rationale"), ("observation",)


def _note(sitting: Sitting, act: Act) -> None:
    """Keep a note of this turn: ``{"by", "kind", "text", "turn", "who"}``; an observation may name an objective by its
    place, from 0, and rate it.
    """
    kind, by_seat = act.body.get("kind"), act.author.startswith("seat:")
    if kind not in (_BY_SEAT if by_seat else _BY_CONTROL):
        kinds = ", ".join(_BY_SEAT if by_seat else _BY_CONTROL)
        raise Refused("bad_note", Said(N_("a note of this link is one of: {kinds}"), kinds=kinds))
    rating = {} if by_seat else _rating(sitting, act.body)
    text, who = act.body.get("text"), str(act.body.get("who") or "").strip()
    if not isinstance(text, str) or not (text.strip() or rating.get("rating")) or len(text) > LONGEST:
        raise Refused("bad_text", Said(N_("a message has 1 to {number} letters"), number=LONGEST))
    if refused := objection(who):
        raise Refused("bad_name", refused)
    note = {"by": act.author, "kind": kind, "text": text.strip(), "turn": act.turn, "who": who}
    sitting.notes.append(note | rating)


def _rating(sitting: Sitting, body: Mapping[str, Any]) -> dict[str, Any]:
    """The objective that an observation is about, and how it was met; nothing where it names none."""
    objective, rating = body.get("objective"), body.get("rating") or ""
    count = len(sitting.table.package.objectives)
    if objective is None and not rating:
        return {}
    if type(objective) is not int or not 0 <= objective < count:
        raise Refused(
            "no_objective", Said(N_("the scenario has {number} objectives: choose one of them"), number=count)
        )
    if rating not in ("", *RATINGS):
        raise Refused("bad_rating", Said(N_("a rating is one of: {kinds}"), kinds=", ".join(RATINGS)))
    return {"objective": objective, "rating": rating}


DEEDS = {"note": Deed(_note, frozenset({"seat", "evaluator", "console"}), ("notes",))}

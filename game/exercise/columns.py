"""The columns of an event list: what each is called, what it means, and which words may stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from game.marks import N_

TURN, CONDITION, MANUAL = "turn", "condition", "manual"
PLANNED, HELD, RELEASED, SKIPPED = "planned", "held", "released", "skipped"
PLAYERS, CONTROL = "players", "control"


@dataclass(frozen=True)
class Column:
    """One column. `words` are what may stand in it, the first where it is empty; any text where there are none."""

    name: str
    label: str
    meaning: str
    words: tuple[str, ...] = ()
    long: bool = False
    """Whether people write more than a line in it."""


_ALL = (
    Column("serial", N_("Serial"), N_("Number or name of the event, each its own.")),
    Column("turn", N_("Turn"), N_("Turn at whose start it is released, from 1; of a condition: not before it.")),
    Column("phase", N_("Phase"), N_("Phase of the turn, for control.")),
    Column("planned_time", N_("Planned time"), N_("When control expects it, in any form.")),
    Column("trigger", N_("Trigger"), N_("What releases it."), ("", TURN, CONDITION, MANUAL)),
    Column("condition", N_("Condition"), N_("For the trigger condition: as in a rule, cover(SEAT, GOOD) < 60.")),
    Column("from", N_("From"), N_("Who is said to speak.")),
    Column("to", N_("To"), N_("all, seats, cells, a seat or a role; several with a comma between.")),
    Column("delivery", N_("Delivery"), N_("How it comes."), ("news", "cable", "phone", "market", "rumour")),
    Column("subject", N_("Subject"), N_("Its heading.")),
    Column("message", N_("Message"), N_("Its text."), long=True),
    Column("attachment", N_("Attachment"), N_("Name of a paper that control hands out.")),
    Column(
        "model_effect", N_("Model effect"), N_("What it does to the model: happen(INCIDENT), fire(RULE), a figure.")
    ),
    Column("expected_action", N_("Expected action"), N_("What control expects of the players."), long=True),
    Column("objective", N_("Objective"), N_("The objective of the exercise that it serves.")),
    Column("controller", N_("Controller"), N_("Who of control looks after it.")),
    Column(
        "contingency",
        N_("Contingency"),
        N_("y: kept for need, so it is offered and never released by itself."),
        ("n", "y"),
    ),
    Column(
        "visible_to",
        N_("Visible to"),
        N_("players, or control alone: then control tells it by voice."),
        (PLAYERS, CONTROL),
    ),
    Column("status", N_("Status"), N_("How it stands."), (PLANNED, HELD, RELEASED, SKIPPED)),
    Column("released_at", N_("Released at"), N_("Turn and time of its release.")),
    Column("notes", N_("Notes"), N_("Of control."), long=True),
)
COLUMNS: Mapping[str, Column] = {column.name: column for column in _ALL}
"""Every column that is read; others are kept as they are."""
WAYS: Mapping[str, str] = {
    "news": N_("News"),
    "cable": N_("Cable"),
    "phone": N_("Phone call"),
    "market": N_("Market report"),
    "rumour": N_("Rumour"),
}
"""Words of the column *delivery* as who receives an event reads them."""
SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "contingency": {"yes": "y", "no": "n", "true": "y", "false": "n", "1": "y", "0": "n"},
    "delivery": {"rumor": "rumour"},
}
"""What else is understood in a column, beside its words."""
_BESIDE = re.compile(r"\([^()]*\)\s*$")


def key(header: str) -> str:
    """The name of a column for its `header` as a person wrote it: any case, spaces, ``_`` and ``-`` alike, and what
    stands in brackets behind it left out.
    """
    return "_".join(re.split(r"[\s_\-]+", _BESIDE.sub("", header).strip().lower())).strip("_")

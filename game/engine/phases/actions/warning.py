"""What the rival says in public before it acts, and may never do."""

from __future__ import annotations

from game.engine.phases.actions.kinds import Chosen, RuleAction
from game.marks import N_

WARN = RuleAction(
    name="warn",
    meaning="A warning in public: it stops nothing. Other rules may ask whether it was given.",
    text=N_("a warning in public: {nations}"),
    example="warn: {nations: [island]}",
    chosen=(Chosen("nations", "nations", all=False),),
    lasts=False,
    settled=True,
)

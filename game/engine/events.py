"""Typed events: what happened to whom, how much, and because of what.

Phases and orders record them where a thing happens, with its cause. Headlines, the "why?" view, the debrief and the
turning points are read from them and never guessed again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.terms import Terms

KINDS: dict[str, str] = {
    "order_given": "a seat's order took effect",
    "order_refused": "a seat's order was refused at resolution",
    "rule_fired": "a rule of the rival fired",
    "rule_ended": "the effect of a rule of the rival ended",
    "incident": "something happened that no seat decided",
    "offtake_grabbed": "the rival secured a part of the output of a site abroad",
    "offtake_refused": "a host let the rival have nothing of a site's output",
    "control_bites": "exports of the rival to a nation are cut below what it asks for",
    "shortage": "a nation's need of a material is unmet",
    "shortage_over": "a nation's need is met again",
    "price_spike": "the outside price of a material is more than twice its mean of the last year",
    "site_started": "a site began to produce",
    "site_care": "a site went on care and maintenance",
    "site_restarted": "a site left care and maintenance",
    "site_bankrupt": "a site went bankrupt",
    "site_carried": "a financed site was carried through a loss",
    "licence_suspended": "a host suspended the licence of a site",
    "licence_restored": "a site may run again after its licence was suspended",
    "site_protest": "people protest against a site that a seat financed",
    "dividend_paid": "a site paid a seat its share of the profit",
    "project_started": "a project was taken up",
    "project_phase": "a project reached its next phase",
    "project_delayed": "a project's phase will take longer than was most likely",
    "project_done": "a project was completed",
    "project_failed": "a project failed",
    "research_level": "a research line reached the next readiness level",
    "stockpile_released": "a public stockpile was drawn down",
    "stockpile_reached": "a public stockpile reached its target",
    "agreement_proposed": "an agreement was proposed",
    "agreement_signed": "an agreement came into force",
    "agreement_declined": "a proposed agreement was declined",
    "agreement_expired": "an agreement, or its proposal, expired",
    "export_tariff": "a buyer put a tariff on the exports of a nation's sector, or raised it",
    "export_tariff_cut": "a buyer lowered its tariff on the exports of a nation's sector",
    "export_tariff_over": "a buyer's tariff on the exports of a nation's sector ended",
    "budget_short": "spending was cut because the budget ran out",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in one match. Indices are positions in `World.names`; -1 where there is none."""

    match: int
    month: int
    kind: str
    actor: int
    target: int
    item: int
    amount: float
    cause: str
    """``order:<seat>:<kind>``, ``rule:<id>``, ``incident:<id>``, ``chance:<stream>`` or ``market``."""


class Events:
    """Collects the events of the matches that are watched; an ensemble watches none and pays nothing.

    `terms` collects beside them what was added to the figures that are sums.
    """

    def __init__(self, *, watched: bool) -> None:
        self.watched = watched
        self.terms = Terms(watched=watched)
        self.list: list[Event] = []

    def add(
        self,
        kind: str,
        month: int,
        where: NDArray[np.bool_],
        *,
        actor: int = -1,
        target: int = -1,
        item: int = -1,
        amount: NDArray[np.float64] | float = 0.0,
        cause: str = "market",
    ) -> None:
        """Record `kind` in each match of the mask `where` (B,); `amount` is (B,) or one number."""
        if not self.watched or not where.any():
            return
        amounts = np.broadcast_to(np.asarray(amount, dtype=np.float64), where.shape)
        for match in np.flatnonzero(where):
            self.list.append(Event(int(match), month, kind, actor, target, item, float(amounts[match]), cause))

    def take(self) -> list[Event]:
        """The events so far; the collection is emptied."""
        taken, self.list = self.list, []
        return taken

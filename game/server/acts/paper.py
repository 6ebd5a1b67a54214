"""An order sheet of paper, entered by the facilitator: all its orders, or none."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.messages import Message
from game.marks import N_, Said
from game.server.acts.deeds import CONSOLE, Deed, Undone
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused

MOST = 40
"""Orders of a sheet at most."""


def _sheet(sitting: Sitting, act: Act) -> None:
    table, orders = sitting.table, act.body.get("orders")
    table.require_open()
    seat = table.seat_in(act.body)
    if not isinstance(orders, list) or len(orders) > MOST or not all(isinstance(one, Mapping) for one in orders):
        raise Refused("no_order", Said(N_("a sheet has at most {number} orders"), number=MOST))
    if table.match.sealed(seat):
        raise Refused("refusal.sealed", Message("refusal.sealed"))
    before = table.match.drafts(seat)
    try:
        table.set_draft(seat, [*before, *orders])
    except Refused:
        table.set_draft(seat, before)
        raise
    if act.body.get("seal") is True:
        table.match.seal(seat)


DEEDS = {"sheet": Deed(_sheet, CONSOLE, ("draft", "roster", "all_in"), in_turn=True, undone=Undone.BEFORE)}

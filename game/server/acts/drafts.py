"""Orders of a seat: drafted, taken back, sealed, opened again."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.messages import Message
from game.marks import N_
from game.server.acts.deeds import SEAT, Deed, Undone
from game.server.sitting import Done, Sitting
from game.server.store import Act
from game.server.table import Refused

_LONGEST = 20
"""Letters of the name of a device."""


def _tell(sitting: Sitting, act: Act, order: Message | None = None) -> None:
    """Let the team see who of them did it, where the device has a name."""
    who = " ".join(str(act.body.get("who") or "").split())[:_LONGEST]
    if who:
        sitting.done.append(Done(str(act.body["seat"]), sitting.table.match.turn, who, act.do, order))


def _add(sitting: Sitting, act: Act) -> None:
    order, table = act.body.get("order"), sitting.table
    if not isinstance(order, Mapping):
        raise Refused("no_order", N_("the message brings no order"))
    table.require_open()
    seat = table.seat_in(act.body)
    if refusal := table.match.add(seat, order):
        raise Refused(refusal.message.code, refusal.message)
    _tell(sitting, act, table.match.drafts(seat)[-1].describe())


def _remove(sitting: Sitting, act: Act) -> None:
    table = sitting.table
    table.require_open()
    seat, index = table.seat_in(act.body), act.body.get("index")
    orders = table.match.drafts(seat)
    if table.match.sealed(seat):
        raise Refused("refusal.sealed", Message("refusal.sealed"))
    if type(index) is not int or not 0 <= index < len(orders):
        raise Refused("no_order", N_("there is no such order in the draft any more"))
    try:
        table.set_draft(seat, [*orders[:index], *orders[index + 1 :]])
    except Refused:
        table.set_draft(seat, orders)
        raise
    _tell(sitting, act, orders[index].describe())


def _seal(sitting: Sitting, act: Act) -> None:
    sitting.table.require_open()
    sitting.table.match.seal(sitting.table.seat_in(act.body))
    _tell(sitting, act)


def _unseal(sitting: Sitting, act: Act) -> None:
    sitting.table.require_open()
    sitting.table.match.unseal(sitting.table.seat_in(act.body))
    _tell(sitting, act)


_PUT, _SHUT = ("draft", "counts"), ("draft", "roster")
DEEDS = {
    "add": Deed(_add, SEAT, _PUT, in_turn=True, undone=Undone.BEFORE),
    "remove": Deed(_remove, SEAT, _PUT, in_turn=True, undone=Undone.BEFORE),
    "seal": Deed(_seal, SEAT, (*_SHUT, "all_in"), in_turn=True, undone=Undone.AT),
    "unseal": Deed(_unseal, SEAT, _SHUT, in_turn=True, undone=Undone.AT),
}

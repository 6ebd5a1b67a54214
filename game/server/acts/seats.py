"""Who sits where: a seat is taken, freed, led by a doctrine, handed back."""

from __future__ import annotations

from game.marks import N_, Said
from game.server.acts.deeds import CONSOLE, Deed
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused
from game.session.people import objection


def _claim(sitting: Sitting, act: Act) -> None:
    table = sitting.table
    seat, name = table.seat_in(act.body), str(act.body.get("name", "")).strip()
    if not name:
        raise Refused("no_name", N_("write a name for your team first"))
    if refused := objection(name):
        raise Refused("bad_name", refused)
    if seat in table.holders:
        raise Refused("seat_taken", N_("somebody has taken that seat: choose another, or ask the facilitator"))
    table.holders[seat] = name


def _free(sitting: Sitting, act: Act) -> None:
    sitting.table.holders.pop(sitting.table.seat_in(act.body), None)


def _lead(sitting: Sitting, act: Act) -> None:
    table = sitting.table
    seat = table.seat_in(act.body)
    doctrine = act.body.get("doctrine") or table.package.seat_doctrines.get(seat) or table.doctrine(seat)
    if doctrine not in table.package.doctrine_names:
        raise Refused("unknown_doctrine", Said(N_("no doctrine is called {name}"), name=str(doctrine)[:60]))
    table.led[seat] = doctrine


def _hand_back(sitting: Sitting, act: Act) -> None:
    sitting.table.led.pop(sitting.table.seat_in(act.body), None)


DEEDS = {
    "claim": Deed(_claim, frozenset({"lobby"}), ("lobby", "roster"), guarded=True),
    "free": Deed(_free, CONSOLE, ("lobby", "roster")),
    "lead": Deed(_lead, CONSOLE, ("lobby", "roster")),
    "hand_back": Deed(_hand_back, CONSOLE, ("lobby", "roster")),
}

"""Teams and their links: a team is renamed, moved, joined with another; a seat gets one more link, or a new one."""

from __future__ import annotations

import secrets
from typing import Any

from game.marks import N_, Said
from game.server.acts.deeds import CONSOLE, Deed
from game.server.links import ROLES, Audience
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused
from game.session.people import LONGEST, objection

_MOST = 12
"""Links of a seat at most."""


def token() -> dict[str, Any]:
    """A new link's token."""
    return {"token": secrets.token_hex(16)}


def _rename(sitting: Sitting, act: Act) -> None:
    """Give a team another name; a seat that nobody has taken is taken under it."""
    seat, name = sitting.table.seat_in(act.body), str(act.body.get("name") or "").strip()
    if not name:
        raise Refused("no_name", N_("write a name for the team first"))
    if refused := objection(name):
        raise Refused("bad_name", refused)
    sitting.table.holders[seat] = name


def _two_seats(sitting: Sitting, act: Act) -> tuple[str, str]:
    table = sitting.table
    one, other = table.seat_in(act.body), table.seat_in({"seat": act.body.get("to")})
    if one not in table.holders:
        raise Refused("no_team", N_("nobody has taken that seat, so there is no team to move"))
    if one == other:
        raise Refused("same_seat", N_("the team has that seat already: choose another"))
    return one, other


def _move(sitting: Sitting, act: Act) -> None:
    """Let a team have another seat: its links go with it. A team that has that seat gets the one that was left.

    Links of both change places, so that every link in the room still opens a seat.
    """
    one, other = _two_seats(sitting, act)
    holders = sitting.table.holders
    left, right = Audience("seat", one), Audience("seat", other)
    sitting.links = sitting.links.turned({left: right, right: left})
    names = {other: holders.pop(one), one: holders.pop(other, "")}
    holders.update({seat: name for seat, name in names.items() if name})


def _merge(sitting: Sitting, act: Act) -> None:
    """Let a team join that of another seat: the links of both open it, and the seat that was left gets a new one."""
    one, other = _two_seats(sitting, act)
    holders = sitting.table.holders
    if other not in holders:
        raise Refused("no_team", N_("nobody has taken that seat: move the team there instead"))
    both = f"{holders[other]} + {holders[one]}"
    left = Audience("seat", one)
    sitting.links = sitting.links.turned({left: Audience("seat", other)}).having(act.body["host"]["token"], left)
    del holders[one]
    if len(both) <= LONGEST:
        holders[other] = both


def _another_link(sitting: Sitting, act: Act) -> None:
    """One more link of a seat, for a part of its team."""
    audience = Audience("seat", sitting.table.seat_in(act.body))
    if sum(one == audience for one in sitting.links.tokens.values()) >= _MOST:
        raise Refused("too_many", Said(N_("a seat has at most {number} links: give one of them to two"), number=_MOST))
    sitting.links = sitting.links.having(act.body["host"]["token"], audience)


def _replace_link(sitting: Sitting, act: Act) -> None:
    """A new link in place of all that an audience had, which open nothing from now on."""
    role = act.body.get("role")
    if role not in ("seat", *ROLES):
        raise Refused("no_role", Said(N_("no link is for {name}"), name=str(role)[:60]))
    if role == "console":
        raise Refused("no_role", N_("the console keeps its link: with it, everything else can be mended"))
    audience = Audience(role, sitting.table.seat_in(act.body)) if role == "seat" else Audience(role)
    sitting.links = sitting.links.without(audience).having(act.body["host"]["token"], audience)


_TELLS = ("links", "lobby", "roster")
DEEDS = {
    "rename": Deed(_rename, CONSOLE, ("lobby", "roster")),
    "move": Deed(_move, CONSOLE, _TELLS),
    "merge": Deed(_merge, CONSOLE, _TELLS, gives=token),
    "another_link": Deed(_another_link, CONSOLE, _TELLS, gives=token),
    "replace_link": Deed(_replace_link, CONSOLE, _TELLS, gives=token),
}

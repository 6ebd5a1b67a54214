"""What a window that plays a seat is sent in place of words: the records of that seat, see `session.carrier`.

A hello with ``"client": "window"`` asks for it, with the link of a seat. Then ``{"type": "record", "of": ...}`` comes:
``place`` after hello and every turn; ``drafted`` after every change of the draft; ``ending`` when the match is over;
and an answer to each ``{"type": "ask", "number": ..., "of": "choice" | "why", ...}`` under the number that it had.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.economy import machine
from game.marks import N_, Said
from game.reports.script import RuleFacts, rules_of
from game.session.carrier import Carrier
from game.session.match import Match
from game.session.views import Choice, PastTurn, Result, View, Why
from game.telling import told

Body = Mapping[str, Any]
_CARRIER = Carrier()
_FOR_MACHINE = 2.0
"""Seconds to wait for machine code before turns are played again without each order, which takes long in plain Python;
where it is not there by then, it is made meanwhile for the next time.
"""


def place(match: Match, seat: str, view: View) -> dict[str, Any]:
    """All that the seat sees, and its draft as it was given."""
    return _draft("place", match, seat) | _CARRIER.pack(View, view)


def drafted(match: Match, seat: str, view: View) -> dict[str, Any]:
    """The draft, and what of the view it changes."""
    return _draft("drafted", match, seat) | _CARRIER.pack_drafted(view)


def _draft(of: str, match: Match, seat: str) -> dict[str, Any]:
    orders = [order.model_dump(mode="json") for order in match.drafts(seat)]
    return {"type": "record", "of": of, "turn": match.turn, "sealed": match.sealed(seat), "orders": orders}


def ending(match: Match, seat: str) -> dict[str, Any]:
    """How it ended for the seat, its turns, and the rules of the rival, which are told after play alone."""
    machine.wait(_FOR_MACHINE)
    return {
        "type": "record",
        "of": "ending",
        "result": _CARRIER.pack(Result, match.result(seat)),
        "past": _CARRIER.pack(tuple[PastTurn, ...], match.past(seat)),
        "rules": _CARRIER.pack(tuple[RuleFacts, ...], tuple(rules_of(match))),
    }


def slow(message: Body) -> bool:
    """Whether turns are played again for the answer, so that it is made apart."""
    return message.get("of") == "why"


def answer(match: Match, seat: str, message: Body) -> dict[str, Any]:
    """Answer a question of a window under its number; what makes no sense is told under it too.

    Raises:
        TypeError: for a question without a number.
    """
    number = message.get("number")
    if type(number) is not int:
        raise TypeError(number)
    head = {"type": "record", "number": number}
    try:
        return head | _answer(match, seat, message)
    except (LookupError, TypeError, ValueError, ArithmeticError):
        return head | {"of": "fault", "text": told(Said(N_("there is nothing of that name")))}


def _answer(match: Match, seat: str, message: Body) -> dict[str, Any]:
    of, order = message.get("of"), message.get("order")
    if of == "why":
        machine.wait(_FOR_MACHINE)
        return {"of": of, **_CARRIER.pack(Why, match.why(seat, str(message.get("key"))))}
    if of == "choice" and isinstance(order, dict):
        return {"of": of, **_CARRIER.pack(Choice, match.try_order(seat, order))}
    raise TypeError(of)

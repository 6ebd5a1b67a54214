"""How a match ended for a seat, and the turns that decided it."""

from __future__ import annotations

from typing import Any

from game.economy import machine
from game.economy.compiled import available
from game.server import shown
from game.session.match import Match
from game.session.views import PastTurn, View
from game.telling import Teller, _, numbers


def result_of(match: Match, view: View) -> dict[str, Any]:
    """How it ended.

    Raises:
        ValueError: before the end.
    """
    if not view.finished:
        raise ValueError(view.turn)
    teller, result = Teller.of(view), match.result(view.seat, turning=False)
    whole = sum(one.weight for one in result.parts) or 1.0
    return {
        "won": result.won,
        "title": _("Won") if result.won else _("Lost"),
        "total": _("{points} of 100").format(points=numbers.number(result.total, 0)),
        "verdict": f"{teller.sentence(result.verdict)}.",
        "score": [
            {
                "label": _(one.label),
                "points": round(one.points, 1),
                "counts": _("{points} of 100, counts {share}").format(
                    points=numbers.number(one.points, 0), share=numbers.write(one.weight / whole, "share")
                ),
                "text": teller.measured(one),
            }
            for one in result.parts
        ],
        "goals": [{"text": teller.reached(one), "met": one.met} for one in view.goals],
        "turns": [_turn(teller, past) for past in match.past(view.seat)],
    }


def turning_of(match: Match, view: View) -> dict[str, Any]:
    """The turns that decided it: none until there is machine code, because turns are played again to measure them,
    which takes minutes in plain Python; a page asks again.

    Raises:
        ValueError: before the end.
    """
    if not view.finished:
        raise ValueError(view.turn)
    if not available():
        return {"points": None, "again": False, "text": _("They stand in the debrief.")}
    if not machine.wait(0.0):
        return {"points": None, "again": True, "text": _("They are being measured: one moment.")}
    teller = Teller.of(view)
    points = [shown.headline(teller, one) for one in match.result(view.seat).turning_points]
    return {"points": points, "again": False, "text": _("No single turn decided it: the course was steady.")}


def _turn(teller: Teller, past: PastTurn) -> dict[str, Any]:
    title = _("Turn {turn}, from {month}").format(turn=past.turn + 1, month=numbers.month(past.month))
    return {
        "title": title,
        "orders": [teller.sentence(order) for order in past.orders],
        "refused": [teller.sentence(refusal) for refusal in past.refused],
        "headlines": [shown.headline(teller, one) for one in past.headlines if one.tone != "plain"],
    }

"""What control does to the model: overrides of a figure, argued actions, and the effects of events."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from game.marks import N_, Said
from game.server.acts.deeds import CONSOLE, Deed, Undone
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused
from game.session import interventions
from game.session.interventions import Intervention, InterventionError

BY = "facilitator"
_LONGEST, _MOST_ARGUMENTS = 500, 12
_SIDES = 100
_LONGEST_REASON = 2000
"""Letters of a reason that the log of a match takes."""


def holds(sitting: Sitting, condition: str) -> bool:
    """Whether a condition of the rule language holds now."""
    return interventions.holds(sitting.table.package, sitting.table.match.control.state, condition)


def intervene(sitting: Sitting, kind: str, effect: str, reason: str, serial: str = "") -> None:
    """Let it act on the match at once, and stand in its log with the reason.

    Raises:
        Refused: when it cannot; nothing has changed then.
    """
    table = sitting.table
    table.require_open()
    try:
        dropped = table.match.intervene(Intervention(kind, effect, reason, BY, serial))
    except InterventionError as error:
        raise Refused("intervention", error.args[0]) from error
    for seat, orders in dropped.items():
        table.said.append({"from": "host", "to": seat, "text": "", "turn": table.match.turn, "dropped": len(orders)})


def _override(sitting: Sitting, act: Act) -> None:
    effect = _text(act.body, "effect")
    intervene(sitting, "override", effect, _text(act.body, "reason"))


def throw() -> dict[str, Any]:
    """A throw of percentile dice from the system's source of secrets: nobody can know it before."""
    return {"roll": secrets.randbelow(_SIDES) + 1}


def _ruling(sitting: Sitting, act: Act) -> None:
    """An argued action: it succeeds where the dice show at most the odds, and only then acts on the model."""
    body, roll = act.body, act.body["host"]["roll"]
    claim, odds, effect = _text(body, "claim"), body.get("odds"), str(body.get("effect") or "").strip()
    if type(odds) is not int or not 0 <= odds <= _SIDES:
        raise Refused("odds", Said(N_("the odds are a whole number from 0 to {most}, in percent"), most=_SIDES))
    if effect:  # it is checked before anything is thrown for it
        check(sitting, effect)
    ruling = {
        "claim": claim,
        "by": str(body.get("by") or "")[:_LONGEST],
        "arguments_for": _arguments(body, "arguments_for"),
        "arguments_against": _arguments(body, "arguments_against"),
        "odds": odds,
        "roll": roll,
        "success": roll <= odds,
        "effect": effect,
        "turn": sitting.table.match.turn,
    }
    intervene(sitting, "ruling", effect if ruling["success"] else "", _told(ruling))
    sitting.rulings.append(ruling)


def _told(ruling: Mapping[str, Any]) -> str:
    """The ruling as the log of the match keeps it, in the words of who wrote it."""
    sides = [f"+ {one}" for one in ruling["arguments_for"]] + [f"- {one}" for one in ruling["arguments_against"]]
    return "\n".join([ruling["claim"], f"{ruling['roll']} / {ruling['odds']}", *sides])[:_LONGEST_REASON]


def check(sitting: Sitting, effect: str) -> None:
    """Refuse what is no effect, in words."""
    try:
        interventions.checked(sitting.table.package, effect)
    except InterventionError as error:
        raise Refused("intervention", error.args[0]) from error


def _arguments(body: Mapping[str, Any], name: str) -> list[str]:
    found = body.get(name) or []
    if not isinstance(found, list) or len(found) > _MOST_ARGUMENTS:
        raise Refused("arguments", Said(N_("arguments are a list of at most {number} texts"), number=_MOST_ARGUMENTS))
    return [_within(str(one)) for one in found if str(one).strip()]


def _text(body: Mapping[str, Any], name: str) -> str:
    return _within(str(body.get(name) or ""))


def _within(text: str) -> str:
    if not text.strip() or len(text) > _LONGEST:
        raise Refused("bad_text", Said(N_("a text here has 1 to {number} letters"), number=_LONGEST))
    return text.strip()


DEEDS = {
    "override": Deed(_override, CONSOLE, ("model", "events", "rulings"), undone=Undone.AT),
    "ruling": Deed(_ruling, CONSOLE, ("model", "rulings", "events"), undone=Undone.AT, gives=throw),
}

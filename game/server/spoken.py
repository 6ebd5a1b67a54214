"""Messages of the facilitator and of events: to whom each is told, and what of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.exercise.columns import WAYS
from game.exercise.event import Event
from game.server.links import ROLES, Audience
from game.telling import _

_CONTROLS = ("reach", "serial")
"""Parts of a message that are control's alone: a number would tell how many others there are."""


def of_event(event: Event, seats: tuple[str, ...], turn: int) -> dict[str, Any]:
    """The message that a released event is, as it is kept."""
    reach = {
        "seats": [seat for seat in seats if event.reaches("seat", seat)],
        "roles": [role for role in ROLES if event.reaches(role)],
    }
    return {
        "from": event.sender,
        "to": event.whom,
        "text": event.message,
        "turn": turn,
        "subject": event.subject,
        "delivery": event.delivery,
        "attachment": event.attachment,
        "serial": event.serial,
        "reach": reach,
    }


def told_to(audience: Audience, message: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a link is told of a message, in the language spoken now; None where it is not for it.

    Nobody but the console reads who else got it.
    """
    role, seat, reach = audience.role, audience.seat, message.get("reach")
    if role == "lobby":
        return None
    if reach is None:
        heard = role == "console" or message["to"] in ("all", seat)
        return _of_control(message) if heard else None
    told = {"type": "message", **message, "way": _(WAYS[message["delivery"]])}
    if role == "console":
        return told
    if seat in reach["seats"] if role == "seat" else role in reach["roles"]:
        return {key: part for key, part in told.items() if key not in _CONTROLS} | {"to": seat or role}
    return None


def _of_control(said: Mapping[str, Any]) -> dict[str, Any]:
    """What was said to all or to a seat; a rewind is told with its reason, and a seat of orders that fell out."""
    if said.get("dropped"):
        text = _("What has just come left no room for orders of your draft ({number}): look at it and seal it again.")
        return {"type": "message", **said, "text": text.format(number=said["dropped"])}
    if not said.get("rewound"):
        return {"type": "message", **said}
    text = _("The facilitator has gone back to the start of turn {turn}: {reason}")
    return {"type": "message", **said, "text": text.format(turn=said["turn"] + 1, reason=said["text"])}

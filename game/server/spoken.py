"""Messages of the facilitator and of events: to whom each is told, and what of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.exercise.columns import WAYS
from game.exercise.event import Event
from game.server import notices
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
        return notices.message(message) if heard else None
    told = {"type": "message", **message, "way": _(WAYS[message["delivery"]])}
    if role == "console":
        return told
    if seat in reach["seats"] if role == "seat" else role in reach["roles"]:
        return {key: part for key, part in told.items() if key not in _CONTROLS} | {"to": seat or role}
    return None

"""The cause that an event carries, as a record."""

from __future__ import annotations

from game.engine.messages import Message, Name
from game.session.interventions import KINDS


def cause_of(cause: str) -> Message | None:
    """`cause` as a message; None for the market, which the event itself explains."""
    origin, _, rest = cause.partition(":")
    if origin == "order":
        seat, _, kind = rest.partition(":")
        return Message("cause.order", {"owner": Name("nations", seat), "deed": Message(f"deed.{kind}")})
    if origin == "rule":
        return Message("cause.rule", {"rule": Name("rules", rest)})
    if origin == "incident":
        return Message("cause.incident", {"incident": Name("incidents", rest)})
    if origin in KINDS:
        return Message(f"cause.{origin}")
    return Message("cause.chance") if origin == "chance" else None

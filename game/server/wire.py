"""The wire: JSON objects in and out, and one encoder for both ends."""

from __future__ import annotations

import json
from typing import Any

from game.marks import N_, Said

LARGEST = 16 * 1024
"""Bytes of a message from a client at most: an order has some 200."""
LONGEST_ID = 64
_LAST_TURN = 1_000_000
"""Far behind the last turn of any match, and within what the file of a session can hold."""


class BadMessage(ValueError):  # noqa: N818 - it is an answer to a client
    """What came is no message; ``args[0]`` says why, marked for the catalogue."""


def decode(text: str) -> dict[str, Any]:
    """The message in `text`.

    Raises:
        BadMessage: for anything but a JSON object with a text ``type``, and where ``id`` or ``turn`` are absurd.
    """
    try:
        message = json.loads(text, parse_constant=_no_number)
        json.dumps(message, ensure_ascii=False).encode()  # half of a surrogate pair can be sent to nobody
    except (ValueError, RecursionError) as error:
        raise BadMessage(N_("this is no JSON object")) from error
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        raise BadMessage(N_("a message is a JSON object with a type"))
    identifier, turn = message.get("id", ""), message.get("turn", 0)
    if not isinstance(identifier, str) or len(identifier) > LONGEST_ID:
        raise BadMessage(Said(N_("an id is a text of at most {number} letters"), number=LONGEST_ID))
    if type(turn) is not int or abs(turn) > _LAST_TURN:
        raise BadMessage(N_("a turn is a whole number"))
    return message


def _no_number(name: str) -> float:
    raise ValueError(name)


def encode(message: Any) -> str:
    """JSON text of a message. An infinite or unknown number is a fault of ours: it raises ValueError."""
    return json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

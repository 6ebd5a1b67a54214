"""What an act is: who may do it, whether it belongs to one turn, how it is done, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from game.server.sitting import Sitting
from game.server.store import Act

Do = Callable[[Sitting, Act], None]
"""Does an act, now or again from the file; raises `Refused` where it cannot be done, and then nothing has changed."""

CONSOLE = frozenset({"console"})
SEAT = frozenset({"seat", "console"})
"""Who may act for a seat: its own link, and the facilitator."""


class Undone(Enum):
    """What of an act holds when the match is rewound to a turn."""

    NEVER = "never"
    """It is about people, links, words: it holds."""
    BEFORE = "before"
    """It is about the match; that of the turn itself holds, so that its drafts are there again."""
    AT = "at"
    """It is about the match; that of the turn itself is taken back as well."""


@dataclass(frozen=True)
class Deed:
    """One kind of act.

    Attributes:
        roles: who may say it; nobody where the server alone does it.
        tells: what the others hear of, by the names of `Hall.tell`, in order.
        in_turn: whether it names the turn that it was meant for and is refused in another.
        undone: what of it holds when the match is rewound.
        guarded: whether its answer holds a link, so that its id must be one that nobody guesses.
        gives: makes what the host puts to it under ``host`` when it is done for the first time: the time, a throw of
            dice. It is written down with the act, and no client can say it.
    """

    do: Do
    roles: frozenset[str]
    tells: tuple[str, ...] = ()
    in_turn: bool = False
    undone: Undone = Undone.NEVER
    guarded: bool = False
    gives: Callable[[], Mapping[str, Any]] | None = None

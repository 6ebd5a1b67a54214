"""What an act is: who may do it, whether it belongs to one turn, how it is done, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.server.sitting import Sitting
from game.server.store import Act

Do = Callable[[Sitting, Act], None]
"""Does an act, now or again from the file; raises `Refused` where it cannot be done, and then nothing has changed."""

CONSOLE = frozenset({"console"})
SEAT = frozenset({"seat", "console"})
"""Who may act for a seat: its own link, and the facilitator."""


@dataclass(frozen=True)
class Deed:
    """One kind of act.

    Attributes:
        roles: who may say it; nobody where the server alone does it.
        tells: what the others hear of, by the names of `Hall.tell`, in order.
        in_turn: whether it names the turn that it was meant for and is refused in another.
        guarded: whether its answer holds a link, so that its id must be one that nobody guesses.
    """

    do: Do
    roles: frozenset[str]
    tells: tuple[str, ...] = ()
    in_turn: bool = False
    guarded: bool = False

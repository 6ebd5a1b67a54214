"""A session without its network."""

from __future__ import annotations

from typing import Any

from game.content import load
from game.server import taking
from game.server.store import Act
from game.server.table import Refused

SCENARIO = "embargo_2010"


class Room:
    """A session of its own, whose acts come from a test."""

    def __init__(self) -> None:
        self.sitting = taking.begin(load(SCENARIO), taking.Wish(SCENARIO, 7, "exercise", 60.0))
        self._count = 0

    def do(self, author: str, kind: str, /, **body: Any) -> bool:
        self._count += 1
        act = Act(author, str(self._count), self.sitting.table.match.turn, kind, body)
        (outcome,) = taking.take(self.sitting, [act])
        if isinstance(outcome, Refused):
            raise outcome
        return outcome

    def crash(self) -> None:
        self.close()
        self.sitting = taking.resume(self.sitting.store.path)

    def close(self) -> None:
        self.sitting.table.match.close()
        self.sitting.store.close()

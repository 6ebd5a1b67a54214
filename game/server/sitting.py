"""A session as it is hosted: its table, file, links and clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from game.server.clock import Clock
from game.server.links import Links
from game.server.store import Store
from game.server.table import Table


@dataclass
class Sitting:
    """One session. Made by `taking.begin` or `taking.resume`.

    Attributes:
        label: what it is called (exercise, game ...).
        started: whether the facilitator has ever started the clock.
        notes: what people wrote down for the debrief, oldest first: ``{"by", "kind", "text", "turn"}``.
    """

    table: Table
    store: Store
    links: Links
    clock: Clock
    label: str
    started: bool = False
    notes: list[dict[str, Any]] = field(default_factory=list)

    def keep_time(self) -> None:
        """Write down how the clock stands."""
        self.store.note(clock=self.clock.memory())

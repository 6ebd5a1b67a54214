"""A session as it is hosted: its table, file, links and clock."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
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
        address: by which others reach the host; empty while it is not served.
        branches: what rewinds have taken back, oldest first: ``{"to", "left", "file", "reason"}``, of which `to` is the
            turn that was gone back to, `left` the turn that was left, and `file` the save that keeps it.
    """

    table: Table
    store: Store
    links: Links
    clock: Clock
    label: str
    started: bool = False
    notes: list[dict[str, Any]] = field(default_factory=list)

    address: str = ""
    branches: list[dict[str, Any]] = field(default_factory=list)

    def become(self, other: Sitting) -> None:
        """Take all from another sitting of the same session but the clock, which goes on, and where it is served."""
        for one in fields(self):
            if one.name not in ("clock", "address"):
                setattr(self, one.name, getattr(other, one.name))

    def keep_time(self) -> None:
        """Write down how the clock stands."""
        self.store.note(clock=self.clock.memory())

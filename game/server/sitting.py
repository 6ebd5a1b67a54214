"""A session as it is hosted: its table, file, links and clock."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from game.engine.messages import Message
from game.exercise.agenda import Agenda
from game.server.clock import Clock
from game.server.links import Links
from game.server.pace import Plan
from game.server.store import Store
from game.server.table import Table


@dataclass(frozen=True)
class Done:
    """What one of a team did to the draft: the name of the device, the act, and the order that it was about."""

    seat: str
    turn: int
    who: str
    do: str
    order: Message | None


@dataclass
class Sitting:
    """One session. Made by `taking.begin` or `taking.resume`.

    Attributes:
        label: what it is called (exercise, game ...).
        started: whether the facilitator has ever started the clock.
        notes: what people wrote down for the debrief, oldest first: ``{"by", "kind", "text", "turn"}``.
        agenda: the event list as it is run.
        upload: a file of events that is coming in, part by part, by the id of its sending.
        projector: what the projector is to show; empty for what it shows by itself.
        rulings: argued actions with what was thrown for them, oldest first.
        plan: how the minutes are to be spent; None where nobody planned.
        washing: the part of the hot wash that the projector shows; empty for none.
        address: by which others reach the host; empty while it is not served.
        branches: what rewinds have taken back, oldest first: ``{"to", "left", "file", "reason"}``, of which `to` is the
            turn that was gone back to, `left` the turn that was left, and `file` the save that keeps it.
        done: what people of a team did to their drafts, where their devices have names; oldest first.
    """

    table: Table
    store: Store
    links: Links
    clock: Clock
    label: str
    started: bool = False
    notes: list[dict[str, Any]] = field(default_factory=list)
    agenda: Agenda = field(init=False)
    upload: tuple[str, list[bytes]] = ("", [])
    projector: str = ""
    rulings: list[dict[str, Any]] = field(default_factory=list)
    address: str = ""
    branches: list[dict[str, Any]] = field(default_factory=list)
    plan: Plan | None = None
    washing: str = ""
    done: list[Done] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.agenda = Agenda(self.table.package)

    def become(self, other: Sitting) -> None:
        """Take all from another sitting of the same session but the clock, which goes on, and where it is served."""
        for one in fields(self):
            if one.name not in ("clock", "address"):
                setattr(self, one.name, getattr(other, one.name))

    def keep_time(self) -> None:
        """Write down how the clock stands."""
        self.store.note(clock=self.clock.memory())

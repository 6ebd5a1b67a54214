"""What happened, as far as the seat may know it."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.library import Evidence
from game.engine.messages import Message


@dataclass(frozen=True)
class Story:
    """What stands behind an act of the script that has come about."""

    text: str
    """The reason of the rival, or what happened, in the words of the rule set."""
    effects: tuple[Message, ...]
    """What it changes, in figures, as far as the reader may know it."""
    evidence: Evidence


@dataclass(frozen=True)
class Headline:
    """One thing that a seat may know. `tone` is ``good``, ``bad``, ``rival`` or ``plain``."""

    turn: int
    month: str
    kind: str
    message: Message
    cause: Message | None
    """What brought it about; None where the message says all."""
    tone: str
    minor: bool = False
    """Too small to be news; it stands in the record alone."""
    story: Story | None = None
    """For acts of the script: their text, effects and source."""


@dataclass(frozen=True)
class PastTurn:
    """A turn that is over, as its seat knows it. `turn` counts from 0."""

    turn: int
    month: str
    orders: tuple[Message, ...]
    """The seat's own that took effect."""
    refused: tuple[Message, ...]
    """Why its others did not."""
    headlines: tuple[Headline, ...]
    """Oldest first."""

"""Why a figure moved, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.library import Evidence
from game.engine.messages import Amount, Message, Name


@dataclass(frozen=True)
class Cause:
    """Something that moved a figure, and by how much: a recorded term of its change, or what would be without it."""

    what: Message
    size: Amount


@dataclass(frozen=True)
class Citation:
    """One origin of figures behind a number: the figure that bears most on it, and how many more rest on the same."""

    subject: tuple[Name | str, ...]
    """What the figure is of, from the whole to the part: names of the rule set, else words of its file."""
    figure: Amount
    more: int
    evidence: Evidence


@dataclass(frozen=True)
class Why:
    """Where a number comes from: its definition, what moved it lately, and the sources of the figures behind it."""

    key: str
    label: Message
    meaning: Message
    unit: str
    moved: float
    """How far it moved since the last turn."""
    causes: tuple[Cause, ...]
    """What moved it, as far as the seat may know: the terms of its change, or what it would be without an act; the
    greatest first, what is left at the end.
    """
    sources: tuple[Citation, ...]

"""How the minutes of a session are spent: when each turn begins, and whether the debrief keeps its third."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.package import Preset
from game.telling import _
from game.telling.measured import digits_of

THIRD = 1.0 / 3.0
"""Of a session, kept for the debrief: what is learned is learned there."""


@dataclass(frozen=True)
class Slot:
    """A stretch of the session."""

    begin: float
    """Minute."""
    minutes: float
    what: str
    turn: int | None = None
    """From 0; None for what is no turn."""


def slots(preset: Preset) -> Iterator[Slot]:
    """The session from its first minute on."""
    yield Slot(0.0, preset.briefing, _("Briefing"))
    for turn in range(preset.turns):
        begin = preset.briefing + turn * preset.turn
        yield Slot(begin, preset.turn, _("Turn {number}").format(number=turn + 1), turn)
    yield Slot(preset.briefing + preset.turns * preset.turn, preset.debrief, _("Debrief"))


def warnings(preset: Preset) -> Iterator[str]:
    """Where the plan does not fit."""
    planned = preset.briefing + preset.turns * preset.turn + preset.debrief
    if planned > preset.minutes + 1e-9:
        text = _("the plan of {minutes} minutes needs {planned}: {over} too many")
        over = planned - preset.minutes
        yield text.format(minutes=preset.minutes, planned=digits_of(planned), over=digits_of(over))
    if preset.debrief < THIRD * preset.minutes - 1e-9:
        text = _(
            "the debrief has {debrief} of {minutes} minutes, less than a third: leave out turns, or make them shorter"
        )
        yield text.format(debrief=digits_of(preset.debrief), minutes=preset.minutes)

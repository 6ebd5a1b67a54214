"""``facts.yaml`` of a scenario: what a replay of the past is held against."""

from __future__ import annotations

from game.content.checks.beside import compiled
from game.content.compiling.facts import compile_facts
from game.content.compiling.frame import Frame
from game.content.facts import Facts
from game.content.manuscript import Manuscript
from game.content.models import facts


def check(manuscript: Manuscript, frame: Frame) -> Facts | None:
    """The facts of the manuscript's scenario; None where it has no such file, or, with findings, a wrong one."""
    return compiled(manuscript, frame, "facts", facts.Facts, compile_facts)

"""``facts.yaml`` of a scenario: what a replay of the past is held against."""

from __future__ import annotations

from game.content.checks.beside import compiled
from game.content.compiling.facts import compile_facts
from game.content.compiling.frame import Frame
from game.content.draft import Draft
from game.content.facts import Facts
from game.content.models import facts


def check(draft: Draft, frame: Frame) -> Facts | None:
    """The facts of the draft's scenario; None where it has no such file, or, with findings, a wrong one."""
    return compiled(draft, frame, "facts", facts.Facts, compile_facts)

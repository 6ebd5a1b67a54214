"""``record.yaml`` of a scenario: what is known of the past."""

from __future__ import annotations

from game.content.checks.beside import compiled
from game.content.compiling.frame import Frame
from game.content.compiling.record import compile_record
from game.content.manuscript import Manuscript
from game.content.models.record import RealRecord
from game.content.record import Curve


def check(manuscript: Manuscript, frame: Frame) -> tuple[Curve, ...] | None:
    """The curves of the manuscript's scenario; None where it has no such file, or, with findings, a wrong one."""
    return compiled(manuscript, frame, "record", RealRecord, compile_record)

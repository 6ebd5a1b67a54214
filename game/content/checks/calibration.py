"""``calibration.yaml`` of a scenario: read, checked and compiled, apart from what a match needs."""

from __future__ import annotations

from game.content.calibration import Calibration
from game.content.checks import beside, facts
from game.content.compiling.calibration import compile_calibration
from game.content.compiling.frame import Frame
from game.content.manuscript import Manuscript
from game.content.models.calibration import Calibration as Record
from game.content.models.facts import Facts


def check(manuscript: Manuscript, frame: Frame) -> Calibration | None:
    """Report what is wrong with the calibration of the manuscript's scenario, whose weights name its facts.

    Returns what calibration may move; None where there is no such file, or, with findings, a wrong one.
    """
    if manuscript.get(Facts, "scene") is None:
        facts.check(manuscript, frame)
    return beside.compiled(manuscript, frame, "calibration", Record, compile_calibration)

"""Environmental standards and waste."""

from __future__ import annotations

import numpy as np

from game.content.compiling.frame import Frame
from game.content.models import environment as environment_format
from game.engine.world import Array, Environment

_HALT = 6.0
"""Months for which licences are suspended where the rule set says nothing of it."""


def environment(frame: Frame) -> Environment:
    """What the standards change; where the rule set says nothing of them, they are all alike and nothing is counted."""
    record = frame.manuscript.get(environment_format.Environment)

    def column(name: str, usual: float) -> Array:
        if record is None:
            return np.full(3, usual)
        return np.array([getattr(record.low, name).value, usual, getattr(record.high, name).value])

    return Environment(
        cost=column("cost", 1.0),
        permitting=column("permitting", 1.0),
        licence_risk=column("licence_risk", 1.0),
        waste=column("waste", 1.0),
        reputation=column("reputation", 0.0),
        suspension=column("suspension", 0.0),
        halt_months=record.halt.value if record else _HALT,
        waste_rate=frame.grid(record.waste, "stages", "nations").T.copy() if record else _none(frame),
    )


def _none(frame: Frame) -> Array:
    return np.zeros((len(frame.names.nations), len(frame.names.stages)))

"""One effect of an intervention: what it is done to, and how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

FIRE, STOP, HAPPEN = "fire", "stop", "happen"
VERBS: Mapping[str, str] = {FIRE: "rules", STOP: "rules", HAPPEN: "incidents"}
"""What is done to a rule of the script or to an incident, and the axis that it names."""
EVERY = -1
"""Place of a nation that stands for all of them."""


class Stroke(NamedTuple):
    """One effect, compiled."""

    verb: str
    """One of `VERBS`, or a name of `figures.FIGURES`."""
    place: tuple[int, ...]
    """Positions on the axes of the figure, or that of the rule or the incident."""
    sign: str = ""
    """``=``, ``+``, ``-`` or ``*``; empty for a verb."""
    amount: float = 0.0
    """In the unit of the figure, or a factor."""
    months: int = 0
    """For which it lasts; 0 where it is done at once, and for a rule as long as its script says."""

"""``rules/gates.yaml``: what a scenario is asked for. ``chokepoint balance`` measures it.

::

    format: 1
    kind: gates
    assumed: true
    why: They are aims of the design, which nobody measured.
    gates:
      idle_points:
        asks: "Doing nothing scores at most {at_most}"
        at_most: 35                   # or at_least, or both, in the unit of what is measured
        why: Who does nothing has to lose.
      co_finance:
        asks: Co-finance pays both sides at some table
        open: No order lets two seats pay for one project.   # why it cannot be measured yet
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.content.models.entry import Document, Id, Sourced


class Gate(Sourced):
    """What is asked; a bound in braces in `asks` stands for its number."""

    asks: str
    at_most: float | None = None
    at_least: float | None = None
    unit: Literal["points", "share", "number"] = "number"
    open: str = Field(default="", description="Why it cannot be measured yet; left out where it is measured.")


class Gates(Document):
    kind: Literal["gates"]
    gates: dict[Id, Gate]

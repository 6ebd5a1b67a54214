"""``plans/SEAT.yaml`` of a scenario, or any other file: orders of one seat that are fixed before the match.

Nothing reads it unless it is asked to: ``chokepoint simulate SCENARIO --plan FILE`` gives its orders, each in its turn;
one that is refused then is left out, as it would be for a person.

::

    format: 1
    kind: plan
    seat: island
    text: A reserve, and a plant.     # optional: what the plan is
    orders:                           # of a turn in the order in which they are given
      - turn: 1                       # counted from 1
        order: {kind: set_posture, posture: engage}
      - turn: 3
        order: {kind: fund_project, project: big_plant, instrument: loan, public_share: 0.75}
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.doctrines import Template
from game.content.models.entry import Document, Record


class Planned(Record):
    """One order in its turn."""

    turn: Annotated[int, Field(ge=1, description="Turn in which it is given, counted from 1.")]
    order: Template


class Plan(Document):
    kind: Literal["plan"]
    seat: str = Field(description="Who gives the orders.")
    text: str = Field(default="", description="What the plan is.")
    orders: list[Planned]

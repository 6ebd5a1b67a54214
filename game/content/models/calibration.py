"""``calibration.yaml``: which figures calibration may move, and how far. A scenario may do without.

It changes nothing in a match: `check` and calibration read it, `load` does not. What is fitted are the facts of
``facts.yaml`` whose windows end by its ``fit_until``; the later ones are held out.

::

    format: 1
    kind: calibration
    draws: 8                        # matches of each trial, their seeds follow from seed
    seed: 1
    pull: 0.2                       # how strongly a figure is held to the middle of its range; see below
    why_pull: Half a tolerance of one part outweighs a figure at the end of its range.
    parameters:                     # path of a figure, as in the overrides of a scenario
      market.scarcity:
        low: 0.2
        high: 0.8
        source: elasticities      # of the range; or assumed and why
        confidence: low
    weights:                        # optional: how much a fact counts, 1 where nothing is said; 0 leaves it out
      A12: {weight: 0, why: Twelve per cent are the plant's share at its peak, which no figure here moves.}

The sum of squares that is made small has one term for each part of a fact, its distance from the target in tolerances
times the weight, and one for each figure, `pull` times its distance from the middle of the range in half ranges.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.content.models.entry import Document, Record, Sourced

Words = Annotated[str, StringConstraints(min_length=1)]


class Parameter(Sourced):
    """A figure that may be moved between `low` and `high`, in the unit that it has where it stands."""

    low: float
    high: float


class Weight(Record):
    """How much a fact counts, and why it is not 1."""

    weight: Annotated[float, Field(ge=0, le=100)]
    why: Words


class Calibration(Document):
    kind: Literal["calibration"]
    draws: Annotated[int, Field(ge=1, le=256, description="Matches of each trial.")]
    seed: Annotated[int, Field(ge=0, description="From which the seeds of the matches follow.")] = 1
    pull: Annotated[float, Field(ge=0, le=10, description="Hold on the middle of a range; 0 is none.")]
    why_pull: Words
    parameters: Annotated[dict[str, Parameter], Field(min_length=1)]
    weights: dict[str, Weight] = Field(default_factory=dict, description="Fact to how much it counts.")

"""``projects.yaml``: what may be built, each project at one site.

::

    format: 1
    kind: projects
    projects:
      kuantan_phase_1:
        name: Kuantan phase 1
        text: Separation plant for the concentrate of Mt Weld.
        site: harbour_plant
        capacity: 11000                        # t/year added
        capex: 370                             # US$ million
        months:                                # shortest, most likely, longest
          prospecting:   [12, 24, 48]          # optional: only where no deposit is known yet
          feasibility:   [6, 9, 18]
          permitting:    [6, 12, 30]
          construction:  [18, 24, 40]
          commissioning: [3, 6, 12]
        overrun: [1.3, 2.0]                    # cost factor: most likely, greatest
        failure: 0.1
        offtake: 0.35                          # what full public finance buys of the site's output
        source: projects
        confidence: high
        start_phase: construction              # optional: where it stands when private owners take it up
        private: {from: 2008-06, price: 12}    # optional: when, and from what price, owners start it unaided
        cash: 20                               # optional: working capital that public money leaves in the site
        refinances: true                       # optional: money for a site that exists, acts at once
        needs: {line: seabed, level: 7}        # optional
        partners: {from: 2010-10, price: 12}   # optional: when, and from what price, private partners bring the rest
        replaces: old_mine                     # optional: a site that it takes over, once that has closed
        after: kuantan_phase_0                 # optional: a project that has to be under construction before it
        known_from: 2014-05                    # optional: before this month nobody thinks of it, and no list names it
        afterwards: Opened 17 months late.     # optional: what became of it in history, told after a match only
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import AFTERWARDS, Document, Id, Month, Sourced
from game.content.models.figures import ZERO
from game.content.models.named import Named
from game.content.models.supply.sites import Needs
from game.content.numbers import Numbers

Spread = Annotated[Numbers, NumberField("months", low=0, count=3)]


class Phases(Sourced):
    """Length of each phase: shortest, most likely, longest. Who knows the deposit does no prospecting."""

    prospecting: Spread | None = None
    feasibility: Spread
    permitting: Spread
    construction: Spread
    commissioning: Spread


class Private(Sourced):
    """When private owners build it unaided: not before the month, and not below the price.

    The price is what a kilogram of the site's usual product sells for outside as oxide, or as alloy.
    """

    from_: Month = Field(alias="from")
    price: Annotated[Numbers, NumberField("US$/kg", low=0)] = Field(default_factory=ZERO.nothing)


class Partners(Sourced):
    """When private partners come forward to bring the rest of the money: not before the month, and not below the price.

    The price is that of `Private`. Without this, partners are always there.
    """

    from_: Month = Field(alias="from")
    price: Annotated[Numbers, NumberField("US$/kg", low=0)] = Field(default_factory=ZERO.nothing)


class Project(Named):
    site: str
    capacity: Annotated[Numbers, NumberField("t/year", low=0)]
    capex: Annotated[Numbers, NumberField("US$ million", low=0)]
    months: Phases
    start_phase: Literal["prospecting", "feasibility", "permitting", "construction", "commissioning"] | None = Field(
        default=None, description="Where it stands when it is taken up; if not said, its first phase that has months."
    )
    overrun: Annotated[Numbers, NumberField("factor", low=1, count=2)]
    failure: Annotated[Numbers, NumberField("share", low=0, high=1)]
    offtake: Annotated[Numbers, NumberField("share", low=0, high=1)]
    private: Private | None = None
    partners: Partners | None = None
    cash: Annotated[Numbers, NumberField("US$ million", low=0)] = Field(default_factory=ZERO.nothing)
    refinances: bool = False
    needs: Needs | None = None
    replaces: str | None = Field(default=None, description="Site that it takes over, once that has closed.")
    after: str | None = Field(default=None, description="Project that has to be under construction, or done, before.")
    known_from: Month | None = Field(
        default=None,
        description="Before this month nobody thinks of it, but for those who have done the research that it needs.",
    )
    afterwards: str = Field(default="", description=AFTERWARDS)

    @property
    def first_phase(self) -> str:
        """The phase in which it starts."""
        return self.start_phase or ("prospecting" if self.months.prospecting else "feasibility")


class Projects(Document):
    kind: Literal["projects"]
    projects: dict[Id, Project]

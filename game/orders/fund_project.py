"""Fund a project through the public resource agency; private partners bring the rest of the money."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

import numpy as np
from pydantic import Field

from game.engine.events import Events
from game.engine.phases import project_finance as finance
from game.engine.phases import project_offers as offers
from game.engine.phases import projects
from game.engine.phases.project_chance import FEASIBILITY
from game.engine.state import BANKRUPT, DONE, FAILED, IDLE, State
from game.engine.summation import total
from game.engine.world import INSTRUMENTS, MINE, World
from game.orders.kinds import Amounts, Codes, Mask, Order, first_reason

ALREADY_DONE, HAS_FAILED, UNDER_WAY, OVER_CAP, AGENCY_FULL, NOT_READY, BROKE, TAKEN, CLOSED, OUTBID = range(10, 20)
STILL_HELD, NOT_OFFERED, TOO_LATE, NO_DEPOSIT, NO_PARTNER, UNHEARD_OF = range(20, 26)
LEFT = 0.005
"""Share of a site's output below which nothing is left to be had."""


_FORMS = {"liability": "liability guarantee", "grant": "exploration grant"}
"""Instruments whose name is more than their identifier."""


class FundProject(Order):
    """Public money for `project`: `public_share` of its cost, by one of the instruments, for a part of its output."""

    kind: Literal["fund_project"] = "fund_project"
    project: str
    instrument: Literal["equity", "loan", "guarantee", "liability", "grant"] = "loan"
    public_share: Annotated[float, Field(gt=0.0, le=1.0, allow_inf_nan=False)]

    refusals: ClassVar[dict[int, str]] = {
        ALREADY_DONE: "{project} is complete",
        HAS_FAILED: "{project} has failed and cannot be taken up again",
        UNDER_WAY: "{project} is already under way",
        OVER_CAP: "a public share of {public_share:.0%} is more than the agency may take",
        AGENCY_FULL: "the agency can vet no more projects in this turn",
        NOT_READY: "{project} needs a technology that is not ready yet",
        BROKE: "the site of {project} is bankrupt",
        TAKEN: "the whole output of the site of {project} is promised to others",
        CLOSED: "the host of {project} takes no public money from abroad",
        OUTBID: "another nation puts more public money into {project}",
        STILL_HELD: "what {project} would take over is still in the hands of its owners",
        NOT_OFFERED: "the agency has no finance by {instrument}",
        TOO_LATE: "{project} is past exploration: a grant comes too late",
        NO_DEPOSIT: "{project} has no deposit to explore",
        NO_PARTNER: "no private partner has come forward for {project} yet",
        UNHEARD_OF: "nobody speaks of {project} yet",
    }

    def price(self, world: World, state: State, nation: int) -> Amounts:
        rate = float(world.finance.budget_cost[self._instrument])
        cost = world.environment.cost.take(state.standard[nation] + 1)
        price: Amounts = cost * (self.public_sum(world) * rate)
        return price

    def overrun(self, world: World, state: State, nation: int) -> tuple[Amounts, Amounts, Amounts]:
        planned = world.environment.cost.take(state.standard[nation] + 1) * self.public_sum(world)
        least, expected, most = finance.at_risk(world, self._project(world), self._instrument)
        return planned * least, planned * expected, planned * most

    def public_sum(self, world: World) -> float:
        """US$ million that the public side answers for, at the usual standard."""
        return float(world.projects.capex[self._project(world)]) * self.public_share

    def bid(self, world: World) -> float:
        """What weighs in a contest, US$ million: the public sum, or the part of it that is really at stake."""
        finance, place = world.finance, self._instrument
        at_stake = max(float(finance.budget_cost[place]), float(finance.loss_given_failure[place]))
        return self.public_sum(world) * (at_stake if self.instrument in _FORMS else 1.0)

    def check(self, world: World, state: State, nation: int) -> Codes:
        project = self._project(world)
        site = int(world.projects.site[project])
        phase = state.project_phase[project]
        begun = world.projects.start_phase[project] > FEASIBILITY or bool(world.projects.refinances[project])
        host = int(world.sites.host[site])
        promised = total(state.offtake[:, site], 0)
        return first_reason(
            state.batch,
            (UNHEARD_OF, offers.unheard_of(world, state, project, nation)),
            (ALREADY_DONE, phase == DONE),
            (HAS_FAILED, phase == FAILED),
            (UNDER_WAY, phase != IDLE),
            (OVER_CAP, self.public_share > world.finance.max_public_share * (1.0 + 1e-9)),
            (NOT_OFFERED, not world.finance.offered[self._instrument]),
            (NO_DEPOSIT, self.instrument == "grant" and world.sites.stage[site] != MINE),
            (TOO_LATE, self.instrument == "grant" and begun),
            (CLOSED, host == world.rival and nation != host),
            (AGENCY_FULL, state.vetted[nation] + 1.0 > np.ceil(world.finance.vetting[nation])),
            (NOT_READY, ~offers.ready(world, state, project, nation)),
            (BROKE, state.site_status[site] == BANKRUPT),
            (STILL_HELD, ~offers.vacant(world, state, project)),
            (NO_PARTNER, ~offers.partnered(world, state, project)),
            (TAKEN, (world.projects.offtake[project] > 0.0) & (promised > 1.0 - LEFT)),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        state.vetted[nation] += where
        projects.start(
            world,
            state,
            events,
            self._project(world),
            where,
            sponsor=nation,
            public=self.public_share,
            instrument=self._instrument,
            standard=state.standard[nation],
            cause=self.cause(world, nation),
        )

    def describe(self, world: World) -> str:
        form = _FORMS.get(self.instrument, self.instrument)
        return f"fund {self.project} by {form}, public share {self.public_share:.0%}"

    def subject(self, world: World) -> tuple[int, int]:
        project = self._project(world)
        return int(world.sites.host[world.projects.site[project]]), project

    def identified(self, world: World) -> Self:
        self._project(world)
        return self

    @property
    def _instrument(self) -> int:
        return INSTRUMENTS.index(self.instrument)

    def _project(self, world: World) -> int:
        return world.names.index("projects", self.project)

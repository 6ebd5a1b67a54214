"""Fund a project through the public resource agency; private partners bring the rest of the money."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from game.engine.events import Events
from game.engine.messages import Amount, Name, Part
from game.engine.phases import partners, projects
from game.engine.phases import project_finance as finance
from game.engine.phases import project_offers as offers
from game.engine.phases.project_chance import FEASIBILITY
from game.engine.state import BANKRUPT, DONE, FAILED, IDLE, State
from game.engine.summation import total
from game.engine.world import INSTRUMENTS, World
from game.marks import N_
from game.orders.form import Form
from game.orders.fund_form import FORM
from game.orders.kinds import ALLOWED, Amounts, Codes, Limits, Mask, Order, Refused, first_reason

ALREADY_DONE, HAS_FAILED, UNDER_WAY, OVER_CAP, AGENCY_FULL, NOT_READY, BROKE, TAKEN, CLOSED, OUTBID = range(10, 20)
STILL_HELD, NOT_OFFERED, TOO_LATE, NO_DEPOSIT, NO_PARTNER, UNHEARD_OF = range(20, 26)
UNDER_LEAST, TOO_SMALL, LOSES, BEFORE, NOT_BUILT = range(26, 31)
LEFT = 0.005
"""Share of a site's output below which nothing is left to be had."""

TOLERATED = 0.005
"""Share by which an offer may fall short of what partners ask for: it is told in whole per cents."""

_AT_STAKE = ("liability", "grant")
"""Instruments whose public sum is not really at stake, or not all of it."""


class FundProject(Order):
    """Public money for `project`: `public_share` of its cost, by one of the instruments, for a part of its output."""

    kind: Literal["fund_project"] = "fund_project"
    project: str
    instrument: Literal["equity", "loan", "guarantee", "liability", "grant"] = "loan"
    public_share: Annotated[float, Field(gt=0.0, le=1.0, allow_inf_nan=False)]

    texts: ClassVar[Mapping[str, str]] = {"": N_("finance {project} by {instrument}, public share {public_share}")}
    deed: ClassVar[str] = N_("finance")
    refusals: ClassVar[Mapping[int, Refused]] = {
        ALREADY_DONE: Refused("already_done", N_("work on {project} is complete")),
        HAS_FAILED: Refused("has_failed", N_("work on {project} has failed and cannot be taken up again")),
        UNDER_WAY: Refused("under_way", N_("{project} is already ordered or under way")),
        OVER_CAP: Refused("over_cap", N_("a public share of {public_share} is more than the agency may take")),
        AGENCY_FULL: Refused("agency_full", N_("the agency can vet no more projects in this turn")),
        NOT_READY: Refused(
            "not_ready",
            N_("research on {line} has to reach {needed} for {project}, and is at {reached}"),
        ),
        BROKE: Refused("broke", N_("the site of {project} is bankrupt")),
        TAKEN: Refused("taken", N_("the whole output of the site of {project} is promised to others")),
        CLOSED: Refused("closed", N_("the host of {project} takes no public money from abroad")),
        OUTBID: Refused("outbid", N_("another nation puts more public money into {project}")),
        STILL_HELD: Refused("still_held", N_("what {project} would take over is still in the hands of its owners")),
        NOT_OFFERED: Refused("not_offered", N_("the agency has no finance by {instrument}")),
        TOO_LATE: Refused("too_late", N_("exploration for {project} is over: a grant comes too late")),
        NO_DEPOSIT: Refused("no_deposit", N_("there is no deposit to explore for {project}")),
        NO_PARTNER: Refused("no_partner", N_("no private partner has come forward for {project} yet")),
        UNDER_LEAST: Refused("under_least", N_("the agency takes no part below a public share of {least}")),
        TOO_SMALL: Refused(
            "too_small",
            N_("private partners for {project} ask for a public share of {asked} at last year's prices"),
        ),
        LOSES: Refused(
            "loses",
            N_(
                "no private partner comes for {project} by {instrument} at last year's prices: it would earn"
                " {earned} of its cost a year, and they want {wanted} at least"
            ),
        ),
        BEFORE: Refused("before", N_("{project} comes after {earlier}, which nobody builds yet")),
        NOT_BUILT: Refused("not_built", N_("the site of {project} is not built yet: there is nothing to refinance")),
        UNHEARD_OF: Refused("unheard_of", N_("nobody speaks of {project} yet")),
    }
    form: ClassVar[Form] = FORM

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
        return self.public_sum(world) * (at_stake if self.instrument in _AT_STAKE else 1.0)

    def check(self, world: World, state: State, nation: int) -> Codes:
        project = self._project(world)
        phase = state.project_phase[project]
        codes = first_reason(
            state.batch,
            (UNHEARD_OF, offers.unheard_of(world, state, project, nation)),
            (ALREADY_DONE, phase == DONE),
            (HAS_FAILED, phase == FAILED),
            (UNDER_WAY, phase != IDLE),
        )
        if codes.all():  # as for most projects in the middle of a match: no need to look at what is dearer to find out
            return codes
        return np.where(codes == ALLOWED, self._check_idle(world, state, nation), codes)

    def _check_idle(self, world: World, state: State, nation: int) -> Codes:
        """The same for a project that nobody has taken up yet."""
        project = self._project(world)
        site = int(world.projects.site[project])
        begun = world.projects.start_phase[project] > FEASIBILITY or bool(world.projects.refinances[project])
        host = int(world.sites.host[site])
        promised = total(state.offtake[:, site], 0)
        asked = partners.asked(world, state, project, self._instrument)
        return first_reason(
            state.batch,
            (OVER_CAP, self.public_share > world.finance.max_public_share * (1.0 + 1e-9)),
            (NOT_OFFERED, not world.finance.offered[self._instrument]),
            (NO_DEPOSIT, self.instrument == "grant" and not world.sites.digs[site]),
            (TOO_LATE, self.instrument == "grant" and begun),
            (CLOSED, host == world.rival and nation != host),
            (AGENCY_FULL, state.vetted[nation] + 1.0 > np.ceil(world.finance.vetting[nation])),
            (NOT_READY, ~offers.ready(world, state, project, nation)),
            (BROKE, state.site_status[site] == BANKRUPT),
            (UNDER_LEAST, self.public_share < world.finance.least_public_share * (1.0 - 1e-9)),
            (NOT_BUILT, bool(world.projects.refinances[project]) & (state.capacity[site] <= 0.0)),
            (BEFORE, offers.before_its_time(world, state, project)),
            (STILL_HELD, ~offers.vacant(world, state, project)),
            (NO_PARTNER, ~offers.partnered(world, state, project)),
            (LOSES, ~np.isfinite(asked)),
            (TOO_SMALL, self.public_share < asked - TOLERATED),
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

    def because(self, code: int, world: World, state: State | None, nation: int) -> dict[str, Part]:
        project = self._project(world)
        if code == UNDER_LEAST:
            return {"least": Amount(world.finance.least_public_share, "share")}
        if code == BEFORE:
            return {"earlier": Name("projects", world.names.projects[world.projects.after[project]])}
        if code in (TOO_SMALL, LOSES):
            return self._gap(world, state, project)
        line = int(world.projects.needs_line[project])
        if code != NOT_READY or line < 0:
            return {}
        reached = np.nan if state is None else state.readiness[nation, line, 0]  # the host's level is its own affair
        return {
            "line": Name("lines", world.names.lines[line]),
            "needed": Amount(float(world.projects.needs_level[self._project(world)]), "1-9"),
            "reached": Amount(float(reached), "1-9"),
        }

    def _gap(self, world: World, state: State | None, project: int) -> dict[str, Part]:
        """What partners ask for, and what the project would earn."""
        wanted = {"wanted": Amount(partners.least_return(world, self._instrument), "share")}
        if state is None:
            return {"asked": Amount(np.nan, "share"), "earned": Amount(np.nan, "share"), **wanted}
        asked = min(float(partners.asked(world, state, project, self._instrument)[0]), 1.0)
        earned = float(partners.earned(world, state, project)[0])
        return {
            "asked": Amount(np.ceil(asked * 100.0 - 1e-6) / 100.0, "share"),
            "earned": Amount(earned, "share"),
            **wanted,
        }

    def never(self, limits: Limits) -> tuple[str, str]:
        if self.public_share > limits.max_public_share + 1e-9:
            return "public_share", f"the agency may take at most {limits.max_public_share:g}"
        if self.public_share < limits.least_public_share - 1e-9:
            return "public_share", f"the agency takes no part below {limits.least_public_share:g}"
        if self.instrument not in limits.instruments:
            return "instrument", f"finance.yaml has no instrument {self.instrument}"
        return "", ""

    def contest(self) -> tuple[str, int]:
        return f"project:{self.project}", OUTBID

    def subject(self, world: World) -> tuple[int, int]:
        project = self._project(world)
        return int(world.sites.host[world.projects.site[project]]), project

    @property
    def _instrument(self) -> int:
        return INSTRUMENTS.index(self.instrument)

    def _project(self, world: World) -> int:
        return world.names.index("projects", self.project)

"""Fund a project through the public resource agency, alone or with other seats; private partners bring the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from game.engine.events import Events
from game.engine.messages import Amount, Name, Part
from game.engine.phases import cofinance, partners, projects
from game.engine.phases import project_finance as finance
from game.engine.phases import project_offers as offers
from game.engine.phases.cofinance import TOLERATED
from game.engine.phases.project_chance import CONSTRUCTION, FEASIBILITY
from game.engine.state import BANKRUPT, DONE, FAILED, IDLE, State
from game.engine.summation import total
from game.engine.world import INSTRUMENTS, World
from game.marks import N_
from game.orders import fund_refusals as why
from game.orders.form import Form
from game.orders.fund_form import FORM
from game.orders.kinds import ALLOWED, Amounts, Codes, Limits, Mask, Order, Refused, first_reason

LEFT = 0.005
"""Share of a site's output below which nothing is left to be had."""

_AT_STAKE = ("liability", "grant")
"""Instruments whose public sum is not really at stake, or not all of it."""


class FundProject(Order):
    """Public money for `project`: `public_share` of its cost, by one of the instruments, for a part of its output.

    `together`: on condition that other seats bring in the same turn what partners ask for beside it; without them the
    money comes back.
    """

    kind: Literal["fund_project"] = "fund_project"
    project: str
    instrument: Literal["equity", "loan", "guarantee", "liability", "grant"] = "loan"
    public_share: Annotated[float, Field(gt=0.0, le=1.0, allow_inf_nan=False)]
    together: bool = False

    texts: ClassVar[Mapping[str, str]] = {
        "": N_("finance {project} by {instrument}, public share {public_share}"),
        "together": N_("finance {project} with others by {instrument}, own public share {public_share}"),
    }
    deed: ClassVar[str] = N_("finance")
    refusals: ClassVar[Mapping[int, Refused]] = why.REFUSALS
    form: ClassVar[Form] = FORM

    def price(self, world: World, state: State, nation: int) -> Amounts:
        price: Amounts = self._answered_for(world, state, nation) * float(world.finance.budget_cost[self._instrument])
        return price

    def overrun(self, world: World, state: State, nation: int) -> tuple[Amounts, Amounts, Amounts]:
        project = self._project(world)
        open_yet = (state.project_phase[project] < CONSTRUCTION) | (state.project_phase[project] >= DONE)
        planned = self._answered_for(world, state, nation) * open_yet
        least, expected, most = finance.at_risk(world, project, self._instrument)
        return planned * least, planned * expected, planned * most

    def ready(self, world: World, state: State, nation: int) -> Amounts:
        return finance.months_left(world, state, self._project(world))

    def _answered_for(self, world: World, state: State, nation: int) -> Amounts:
        """US$ million that the public side answers for: of the plan, or of what is known of what others have begun."""
        project = self._project(world)
        planned = world.environment.cost.take(state.standard[nation] + 1) * self.public_sum(world)
        return np.where(state.project_public[project] > 0.0, state.project_cost[project] * self.public_share, planned)

    def public_sum(self, world: World) -> float:
        """US$ million that the public side answers for, at the usual standard."""
        return float(world.projects.capex[self._project(world)]) * self.public_share

    def bid(self, world: World) -> float:
        """What weighs in a contest, US$ million: the public sum, or the part of it that is really at stake."""
        finance, place = world.finance, self._instrument
        at_stake = max(float(finance.budget_cost[place]), float(finance.loss_given_failure[place]))
        return self.public_sum(world) * (at_stake if self.instrument in _AT_STAKE else 1.0)

    def wanted(self, world: World) -> float:
        whole = bool(world.projects.refinances[self._project(world)])  # acts at once: nobody can join it
        return 1.0 if whole else min(self.public_share / world.finance.max_public_share, 1.0)

    def check(self, world: World, state: State, nation: int) -> Codes:
        project = self._project(world)
        if nation >= world.seats:
            return np.full(state.batch, why.NO_AGENCY)
        phase, joins = state.project_phase[project], cofinance.may_join(state, project, nation)
        codes = first_reason(
            state.batch,
            (why.UNHEARD_OF, offers.unheard_of(world, state, project, nation)),
            (why.ALREADY_DONE, phase == DONE),
            (why.HAS_FAILED, phase == FAILED),
            (why.PRIVATE, (phase != IDLE) & ~(state.project_public[project] > 0.0)),
            (why.UNDER_WAY, (phase != IDLE) & ~joins),
        )
        if codes.all():  # as for most projects in the middle of a match: no need to look at what is dearer to find out
            return codes
        codes = np.where(codes == ALLOWED, self._check_terms(world, state, nation), codes)
        found = np.where((codes == ALLOWED) & ~joins, self._check_idle(world, state, nation), codes)
        if not np.count_nonzero(joins):
            return found
        return np.where((codes == ALLOWED) & joins, self._check_joining(world, state, nation), found)

    def _check_terms(self, world: World, state: State, nation: int) -> Codes:
        """What holds for whoever comes first and whoever joins."""
        project = self._project(world)
        site = int(world.projects.site[project])
        host = int(world.sites.host[site])
        admitted = offers.admitted(world, state, project, nation)
        unasked = np.zeros(state.batch, dtype=bool) if admitted is True else ~np.asarray(admitted)
        return first_reason(
            state.batch,
            (why.OVER_CAP, self.public_share > world.finance.max_public_share * (1.0 + 1e-9)),
            (why.NOT_OFFERED, not world.finance.offered[self._instrument]),
            (why.NO_DEPOSIT, self.instrument == "grant" and not world.sites.digs[site]),
            (why.CLOSED, host == world.rival and nation != host),
            (why.AGENCY_FULL, state.vetted[nation] + 1.0 > np.ceil(world.finance.vetting[nation])),
            (why.UNDER_LEAST, self.public_share < world.finance.least_public_share * (1.0 - 1e-9)),
            (why.SHUT, unasked & (state.site_access[site] < 0)),
            (why.NOT_ADMITTED, unasked),
        )

    def _check_joining(self, world: World, state: State, nation: int) -> Codes:
        """What holds for a project that others have taken up."""
        project = self._project(world)
        return first_reason(
            state.batch,
            (why.TOO_LATE, (self.instrument == "grant") & (state.project_phase[project] > FEASIBILITY)),
            (why.NO_ROOM, self.public_share > cofinance.room(world, state, project) * (1.0 + 1e-9)),
        )

    def _check_idle(self, world: World, state: State, nation: int) -> Codes:
        """The same for a project that nobody has taken up yet."""
        project = self._project(world)
        site = int(world.projects.site[project])
        begun = world.projects.start_phase[project] > FEASIBILITY or bool(world.projects.refinances[project])
        promised = total(state.offtake[:, site], 0)
        asked = partners.asked(world, state, project, self._instrument)
        return first_reason(
            state.batch,
            (why.TOO_LATE, self.instrument == "grant" and begun),
            (why.NOT_READY, ~offers.ready(world, state, project, nation)),
            (why.BROKE, state.site_status[site] == BANKRUPT),
            (why.NOT_BUILT, bool(world.projects.refinances[project]) & (state.capacity[site] <= 0.0)),
            (why.BEFORE, offers.before_its_time(world, state, project)),
            (why.STILL_HELD, ~offers.vacant(world, state, project)),
            (why.NO_PARTNER, ~offers.partnered(world, state, project)),
            (why.LOSES, ~np.isfinite(asked)),
            (why.TOO_SMALL, (not self.together) & (self.public_share < asked - TOLERATED)),
            (why.TAKEN, (world.projects.offtake[project] > 0.0) & (promised > 1.0 - LEFT)),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        project, cause = self._project(world), self.cause(world, nation)
        state.vetted[nation] += where
        paid = self.price(world, state, nation) * where
        finance.note(state, nation, int(world.projects.site[project]), paid)
        joins = where & cofinance.may_join(state, project, nation)
        cofinance.join(
            world,
            state,
            events,
            project,
            joins,
            seat=nation,
            part=self.public_share,
            instrument=self._instrument,
            cause=cause,
        )
        projects.start(
            world,
            state,
            events,
            project,
            where & ~joins,
            sponsor=nation,
            public=self.public_share,
            instrument=self._instrument,
            standard=state.standard[nation],
            awaits=self.together,
            cause=cause,
        )

    def because(self, code: int, world: World, state: State | None, nation: int) -> dict[str, Part]:
        project = self._project(world)
        if code == why.UNDER_LEAST:
            return {"least": Amount(world.finance.least_public_share, "share")}
        if code in (why.NOT_ADMITTED, why.SHUT):
            return self._host(world, state, nation)
        if code == why.NO_ROOM:
            left = np.nan if state is None else float(cofinance.room(world, state, project)[0])
            return {"room": Amount(left, "share")}
        if code == why.BEFORE:
            return {"earlier": Name("projects", world.names.projects[world.projects.after[project]])}
        if code in (why.TOO_SMALL, why.LOSES):
            return self._gap(world, state, project)
        line = int(world.projects.needs_line[project])
        if code != why.NOT_READY or line < 0:
            return {}
        reached = np.nan if state is None else state.readiness[nation, line, 0]  # the host's level is its own affair
        return {
            "line": Name("lines", world.names.lines[line]),
            "needed": Amount(float(world.projects.needs_level[self._project(world)]), "1-9"),
            "reached": Amount(float(reached), "1-9"),
        }

    def _host(self, world: World, state: State | None, nation: int) -> dict[str, Part]:
        """Who hosts it, how much it trusts the seat, and what it wants."""
        host = int(world.sites.host[world.projects.site[self._project(world)]])
        trust = np.nan if state is None else float(state.trust[host, nation, 0])
        wanted = world.finance.consent_trust
        return {
            "host": Name("nations", world.names.nations[host]),
            "trust": Amount(trust, "0-1", wanted),
            "wanted": Amount(wanted, "0-1", trust),
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

    def variant(self) -> str:
        return "together" if self.together else ""

    def contest(self) -> tuple[str, int]:
        return f"project:{self.project}", why.OUTBID

    def subject(self, world: World) -> tuple[int, int]:
        project = self._project(world)
        return int(world.sites.host[world.projects.site[project]]), project

    @property
    def _instrument(self) -> int:
        return INSTRUMENTS.index(self.instrument)

    def _project(self, world: World) -> int:
        return world.names.index("projects", self.project)

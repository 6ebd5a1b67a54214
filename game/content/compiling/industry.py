"""Sites, projects, and the agency that finances them."""

from __future__ import annotations

import numpy as np

from game.content.calendar import month_number
from game.content.compiling.frame import Frame
from game.content.models import finance as finance_format
from game.content.models import projects as projects_format
from game.content.models.scenario import Begun, Scenario
from game.content.models.supply import sites as sites_format
from game.content.models.supply.goods import Goods
from game.content.models.supply.processes import Processes
from game.content.numbers import Numbers
from game.engine.phases.project_finance import bought
from game.engine.state import DONE, FAILED, IDLE
from game.engine.world import INSTRUMENTS, PHASES, Array, Bools, Finance, Ints, Projects, Sites, Supply


def sites(frame: Frame, supply: Supply) -> Sites:
    """What the economy does not count of mines and plants, in the order of its records."""
    record = frame.manuscript.need(sites_format.Sites)
    if record.running is None:
        raise LookupError("nothing says when sites stop and start")
    entries = [record.sites[name] for name in frame.names.sites]

    def column(name: str) -> Array:
        return np.array([getattr(entry, name).value for entry in entries], dtype=np.float64)

    takes, ground = _feeds(supply, len(entries))
    scrap = supply.rules["local"][0] > 0
    return Sites(
        host=_places(frame, "nations", [entry.host for entry in entries]),
        stage=_places(frame, "stages", [stage_of(frame, entry) for entry in entries]),
        cash=column("cash"),
        fixed_cost=column("fixed_cost"),
        informal=np.array([entry.informal for entry in entries], dtype=bool),
        recycling=np.any(takes & scrap, axis=1),
        digs=~np.any(takes, axis=1),
        treats=np.any(takes & ground, axis=1).astype(np.float64),
        offtake=np.array([[entry.offtake.at(seat) for entry in entries] for seat in frame.seat_names]),
        needs_line=_places(frame, "lines", [entry.needs.line if entry.needs else None for entry in entries]),
        needs_level=np.array([entry.needs.level if entry.needs else 0.0 for entry in entries]),
        protest=np.array([entry.contested.approval.value if entry.contested else 0.0 for entry in entries]),
        suspension=np.array([entry.contested.suspension.value if entry.contested else 0.0 for entry in entries]),
        care_months=record.running.care_months.value,
        restart_margin=record.running.restart_margin.value,
    )


def _feeds(supply: Supply, count: int) -> tuple[Bools, Bools]:
    """(S, G) what each site takes, and (G,) goods that come from the ground."""
    takes = supply.rules["takes"][0, :count] > 0.0
    dug = supply.rules["makes"][0, :count][~np.any(takes, axis=1)] > 0.0
    return takes, np.any(dug, axis=0)


def stage_of(frame: Frame, entry: sites_format.Site) -> str:
    """Stage of what a site makes most of."""
    makes = frame.manuscript.need(Processes).processes[entry.process].makes
    goods = frame.manuscript.need(Goods).goods
    return goods[max(goods, key=lambda name: makes.at(name) or 0.0)].stage


def _places(frame: Frame, axis: str, names: list[str | None]) -> Ints:
    return np.array([frame.at(axis, name) for name in names], dtype=np.int64)


def projects(frame: Frame) -> Projects:
    """The catalogue of projects in the order of the names."""
    record = frame.manuscript.need(projects_format.Projects).projects
    entries = [record[name] for name in frame.names.projects]

    def column(name: str) -> Array:
        return np.array([getattr(entry, name).value for entry in entries], dtype=np.float64)

    phases = np.array([_phases(entry) for entry in entries]).reshape(len(entries), len(PHASES), 3)
    scenario = frame.manuscript.get(Scenario, "scene")
    begun = [scenario.begun.get(name) if scenario else None for name in frame.names.projects]
    return Projects(
        site=_places(frame, "sites", [entry.site for entry in entries]),
        capacity=column("capacity"),
        capex=column("capex"),
        phase_low=phases[:, :, 0].copy(),
        phase_mode=phases[:, :, 1].copy(),
        phase_high=phases[:, :, 2].copy(),
        start_phase=np.array([PHASES.index(entry.first_phase) for entry in entries], dtype=np.int64),
        overrun_mode=np.array([entry.overrun.at("0") for entry in entries], dtype=np.float64),
        overrun_high=np.array([entry.overrun.at("1") for entry in entries], dtype=np.float64),
        failure=column("failure"),
        offtake=column("offtake"),
        private_month=np.array([_month(frame, entry.private, -1) for entry in entries], dtype=np.int64),
        private_price=np.array([entry.private.price.value if entry.private else 0.0 for entry in entries]),
        cash=column("cash"),
        refinances=np.array([entry.refinances for entry in entries], dtype=bool),
        needs_line=_places(frame, "lines", [entry.needs.line if entry.needs else None for entry in entries]),
        needs_level=np.array([entry.needs.level if entry.needs else 0.0 for entry in entries]),
        replaces=_places(frame, "sites", [entry.replaces for entry in entries]),
        after=_places(frame, "projects", [entry.after for entry in entries]),
        partners_month=np.array([_month(frame, entry.partners, 0) for entry in entries], dtype=np.int64),
        partners_price=np.array([entry.partners.price.value if entry.partners else 0.0 for entry in entries]),
        known_month=np.array([_known(frame, entry) for entry in entries], dtype=np.int64),
        begun_phase=np.array([_stands(one) for one in begun], dtype=np.int64),
        begun_sponsor=_places(frame, "nations", [one.by if one else None for one in begun]),
        begun_instrument=np.array([_instrument(one) for one in begun], dtype=np.int64),
        begun_public=np.array([one.public_share.value if one and one.by else 0.0 for one in begun]),
    )


def held(frame: Frame, projects: Projects, finance: Finance) -> Array:
    """(S, N) part of the output of sites that completed projects have bought for those who financed them."""
    record = frame.manuscript.need(sites_format.Sites).sites
    found = np.zeros((len(frame.names.sites), len(frame.names.nations)))
    free = 1.0 - np.array([sum(record[name].offtake.at(seat) or 0.0 for seat in frame.seat_names) for name in record])
    for project in np.flatnonzero((projects.begun_phase == DONE) & (projects.begun_sponsor >= 0)).tolist():
        site, seat = projects.site[project], projects.begun_sponsor[project]
        instrument, public = projects.begun_instrument[project], projects.begun_public[project]
        wanted = bought(projects, finance, project, instrument, public)
        found[site, seat] += min(wanted, max(free[site] - found[site].sum(), 0.0))
    return found


def _stands(begun: Begun | None) -> int:
    if begun is None:
        return IDLE
    return {"done": DONE, "failed": FAILED}.get(begun.phase) or PHASES.index(begun.phase)


def _instrument(begun: Begun | None) -> int:
    return INSTRUMENTS.index(begun.instrument) if begun and begun.by else -1


def _phases(entry: projects_format.Project) -> list[list[float]]:
    spreads: list[Numbers | None] = [getattr(entry.months, phase) for phase in PHASES]
    return [[(spread.at(str(position)) if spread else None) or 0.0 for position in range(3)] for spread in spreads]


def _month(frame: Frame, start: projects_format.Private | projects_format.Partners | None, absent: int) -> int:
    """Month of the match; what was due before the start is due in the first month."""
    return absent if start is None else max(0, month_number(start.from_) - frame.calendar.start)


def _known(frame: Frame, entry: projects_format.Project) -> int:
    """Month of the match from which all know of the project; 0 where it is old news."""
    return max(0, month_number(entry.known_from) - frame.calendar.start) if entry.known_from else 0


def finance(frame: Frame) -> Finance:
    """The public resource agency; vetting a year becomes vetting a turn."""
    record = frame.manuscript.need(finance_format.Finance)
    forms: list[finance_format.Instrument | None] = [getattr(record.instruments, name) for name in INSTRUMENTS]

    def column(name: str, absent: float) -> Array:
        return np.array([getattr(form, name).value if form else absent for form in forms], dtype=np.float64)

    return Finance(
        max_public_share=record.max_public_share.value,
        least_public_share=record.least_public_share.value,
        offered=np.array([form is not None for form in forms], dtype=bool),
        budget_cost=column("budget_cost", 0.0),
        offtake_factor=column("offtake_factor", 0.0),
        relief=column("relief", 1.0),
        return_wanted=record.viability.wanted.value if record.viability else 1.0,
        return_least=record.viability.least.value if record.viability else -np.inf,
        loss_given_failure=column("loss_given_failure", 0.0),
        early_risk=column("early_risk", 1.0),
        early_months=column("early_months", 1.0),
        vetting=frame.grid(record.vetting, "nations") * frame.turn_years,
        support_months=record.support_months.value,
        payout=record.dividends.payout.value if record.dividends else 0.0,
        payout_reserve=record.dividends.reserve.value if record.dividends else 0.0,
        consent_trust=record.consent.trust.value if record.consent else 0.0,
        consent_capital=record.consent.capital.value if record.consent else 0.0,
        **_holdings(record.holdings),
    )


def _holdings(record: finance_format.Holdings | None) -> dict[str, float]:
    """What may be done with what one holds; the defaults of the engine where nothing is said."""
    if record is None:
        return {}
    return {
        "easing_rate": record.interest.value,
        "easing_years": record.easing.value,
        "leaving_fee": record.fee.value,
        "leaving_trust": record.trust.value,
        "sale_discount": record.discount.value,
    }

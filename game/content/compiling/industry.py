"""Demand, sites, projects, and the agency that finances them."""

from __future__ import annotations

import itertools

import numpy as np

from game.content.calendar import month_number
from game.content.compiling.frame import Frame
from game.content.models import demand as demand_format
from game.content.models import finance as finance_format
from game.content.models import projects as projects_format
from game.content.models import sites as sites_format
from game.content.models.scenario import Scenario
from game.content.numbers import Numbers
from game.engine.world import INSTRUMENTS, MINE, PHASES, Array, Demand, Finance, Ints, Projects, Sites


def demand(frame: Frame, reference_price: Array) -> Demand:
    """Industry's use by month: the yearly use of each sector times the scenario's index of its activity."""
    record = frame.manuscript.need(demand_format.Demand)
    parts, activity = _sector_use(frame, record)
    base = parts.sum(axis=2)
    mean = parts.mean(axis=0)
    whole = mean.sum(axis=1, keepdims=True)
    response = record.response
    return Demand(
        base=base,
        sector_share=np.divide(mean, whole, out=np.zeros_like(mean), where=whole > 0),
        activity=activity,
        reference_price=reference_price,
        elasticity=frame.grid(response.elasticity, "materials"),
        response_months=response.response_months.value,
        thrift_rate=frame.grid(response.thrift_rate, "materials"),
        thrift_limit=frame.grid(response.thrift_limit, "materials"),
        noise=response.noise.value,
        noise_memory=response.noise_memory.value,
    )


def _sector_use(frame: Frame, record: demand_format.Demand) -> tuple[Array, Array]:
    """Use of every good, (T, N, J, M, K) t/month, and the activity of every sector, (T, N, J)."""
    names = frame.names
    size = (
        frame.calendar.months,
        *(len(axis) for axis in (names.nations, names.sectors, names.materials, names.stages)),
    )
    parts, activity, indices = np.zeros(size), np.ones(size[:3]), _indices(frame)
    for nation, use in record.use.items():
        for sector, numbers in use.sectors.items():
            yearly = frame.grid(numbers, "stages", "materials").T
            place = (slice(None), names.index("nations", nation), names.index("sectors", sector))
            goods = itertools.product(names.materials, names.stages)
            index = np.stack([_activity(indices, nation, sector, *good) for good in goods], axis=1)
            parts[place] = index.reshape(len(index), *yearly.shape) * yearly / 12.0
            activity[place] = np.average(index, axis=1, weights=yearly.ravel() if yearly.any() else None)
    return parts, activity


_Indices = dict[str, dict[str, Array]]
"""Nation or ``all`` to sector, good or ``all`` to an index by month, (T,)."""


def _indices(frame: Frame) -> _Indices:
    """All indices of the scenario; what it says of nothing else is 1."""
    table = frame.manuscript.need(Scenario, "scene").activity
    indices = {nation: {what: frame.series(index) for what, index in named.items()} for nation, named in table.items()}
    indices.setdefault("all", {}).setdefault("all", np.ones(frame.calendar.months))
    return indices


def _activity(indices: _Indices, nation: str, sector: str, material: str, stage: str) -> Array:
    """(T,) the most specific index."""
    named = (f"{sector}.{stage}.{material}", f"{sector}.{stage}", sector, "all")
    return next(indices[first][what] for first in (nation, "all") for what in named if what in indices.get(first, {}))


def sites(frame: Frame) -> Sites:
    """Mines and plants in the order of the names."""
    record = frame.manuscript.need(sites_format.Sites)
    entries = [record.sites[name] for name in frame.names.sites]

    def column(name: str) -> Array:
        return np.array([getattr(entry, name).value for entry in entries], dtype=np.float64)

    return Sites(
        host=_places(frame, "nations", [entry.host for entry in entries]),
        stage=_places(frame, "stages", [entry.stage for entry in entries]),
        grade=np.array([_grade(frame, entry) for entry in entries]).reshape(len(entries), len(frame.names.materials)),
        recovery=column("recovery"),
        capacity=column("capacity"),
        ramp_months=column("ramp_months"),
        cash_cost=column("cash_cost"),
        cash=column("cash"),
        fixed_cost=column("fixed_cost"),
        revenue_share=column("revenue_share"),
        swing=column("swing"),
        ceiling=np.array([_ceiling(frame, entry) for entry in entries]).reshape(len(entries), -1).T.copy(),
        feed_to=_places(frame, "nations", [entry.feed_to for entry in entries]),
        offtake=np.array([[entry.offtake.at(seat) for entry in entries] for seat in frame.seat_names]),
        recycling=np.array([entry.recycling for entry in entries], dtype=bool),
        needs_line=_places(frame, "lines", [entry.needs.line if entry.needs else None for entry in entries]),
        needs_level=np.array([entry.needs.level if entry.needs else 0.0 for entry in entries]),
        protest=np.array([entry.contested.approval.value if entry.contested else 0.0 for entry in entries]),
        suspension=np.array([entry.contested.suspension.value if entry.contested else 0.0 for entry in entries]),
        care_months=record.running.care_months.value,
        restart_margin=record.running.restart_margin.value,
    )


def _places(frame: Frame, axis: str, names: list[str | None]) -> Ints:
    return np.array([frame.at(axis, name) for name in names], dtype=np.int64)


def _grade(frame: Frame, entry: sites_format.Site) -> Array:
    if frame.at("stages", entry.stage) == MINE and entry.grade is not None:
        return frame.grid(entry.grade, "materials")
    return frame.mask("materials", entry.treats or ()).astype(np.float64)


def _ceiling(frame: Frame, entry: sites_format.Site) -> Array:
    """(T,) as a multiple of the capacity at the start."""
    if entry.ceiling is None:
        return np.full(frame.calendar.months, np.inf)
    values = frame.series(entry.ceiling)
    return values if entry.ceiling.unit == "factor" else values / entry.capacity.value


def projects(frame: Frame) -> Projects:
    """The catalogue of projects in the order of the names."""
    record = frame.manuscript.need(projects_format.Projects).projects
    entries = [record[name] for name in frame.names.projects]

    def column(name: str) -> Array:
        return np.array([getattr(entry, name).value for entry in entries], dtype=np.float64)

    phases = np.array([_phases(entry) for entry in entries]).reshape(len(entries), len(PHASES), 3)
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
        partners_month=np.array([_month(frame, entry.partners, 0) for entry in entries], dtype=np.int64),
        partners_price=np.array([entry.partners.price.value if entry.partners else 0.0 for entry in entries]),
        known_month=np.array([_known(frame, entry) for entry in entries], dtype=np.int64),
    )


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
        offered=np.array([form is not None for form in forms], dtype=bool),
        budget_cost=column("budget_cost", 0.0),
        offtake_factor=column("offtake_factor", 0.0),
        loss_given_failure=column("loss_given_failure", 0.0),
        early_risk=column("early_risk", 1.0),
        early_months=column("early_months", 1.0),
        vetting=frame.grid(record.vetting, "nations") * frame.turn_years,
        support_months=record.support_months.value,
        payout=record.dividends.payout.value if record.dividends else 0.0,
        payout_reserve=record.dividends.reserve.value if record.dividends else 0.0,
    )

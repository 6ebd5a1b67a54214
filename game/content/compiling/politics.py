"""Research, diplomacy, agreements and the economy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import numpy as np

from game.content.calendar import month_number
from game.content.compiling.frame import Frame
from game.content.models import agreements as agreements_format
from game.content.models import diplomacy as diplomacy_format
from game.content.models import economy as economy_format
from game.content.models import research as research_format
from game.content.numbers import Numbers
from game.engine.world import (
    CLAUSES,
    POSTURES,
    Agreements,
    Array,
    Bools,
    Diplomacy,
    Economy,
    Exports,
    Incident,
    Research,
    Weighing,
)


def research(frame: Frame) -> Research:
    """Lines of R&D in the order of the names."""
    record = frame.manuscript.need(research_format.Research)
    lines = [record.lines[name] for name in frame.names.lines]

    def column(name: str) -> Array:
        return np.array([getattr(line, name).value for line in lines], dtype=np.float64)

    return Research(
        readiness=frame.grid(record.readiness, "nations", "lines"),
        half_spend=column("half_spend"),
        fastest=column("fastest"),
        spillover=record.spillover.value,
        thrift_gain=column("thrift_gain"),
        recycling_gain=column("recycling_gain"),
        separation_gain=column("separation_gain"),
        market_loss=column("market_loss"),
        max_rate=column("max_rate"),
    )


def diplomacy(frame: Frame) -> Diplomacy:
    """Tension, trust and postures; what a posture costs a year becomes its cost a turn."""
    record = frame.manuscript.need(diplomacy_format.Diplomacy)
    postures = [getattr(record.postures, name) for name in POSTURES]
    return Diplomacy(
        tension=frame.grid(record.tension, "nations"),
        tension_rest=frame.grid(record.tension_rest, "nations"),
        tension_months=record.tension_months.value,
        tariff_tension=record.tariff_tension.value,
        trust=_trust(frame, record.trust),
        posture_tension=np.array([posture.tension.value for posture in postures]),
        posture_approval=np.array([posture.approval.value for posture in postures]),
        posture_capital=np.array([posture.capital.value for posture in postures]) * frame.turn_years,
        trust_gain=record.trust_gain.value,
        reputation_weight=record.reputation_weight.value,
        precedent=record.precedent.value,
        breach=record.breach.value,
        weighing=_weighing(record.weighing),
    )


def _weighing(record: diplomacy_format.Weighing | None) -> Weighing | None:
    if record is None:
        return None
    return Weighing(**{each.name: getattr(record, each.name).value for each in fields(Weighing)})


def _trust(frame: Frame, numbers: Numbers) -> Array:
    """(N, N), the same both ways: a pair written either way round goes before ``other``."""
    names = frame.names.nations
    table = np.ones((len(names), len(names)))
    for i, one in enumerate(names):
        for j, other in enumerate(names[:i]):
            for found in (numbers.named(one, other), numbers.named(other, one), numbers.at(one, other)):
                if found is not None:
                    table[i, j] = table[j, i] = found
                    break
    return table


def agreements(frame: Frame, exports: Exports, incidents: tuple[Incident, ...]) -> Agreements:
    """Kinds of agreement in the order of the names; what no party could ever want in the scenario, none may sign."""
    record = frame.manuscript.need(agreements_format.Agreements).agreements
    entries = [record[name] for name in frame.names.agreements]

    def column(name: str) -> Array:
        return np.array([getattr(entry, name).value for entry in entries], dtype=np.float64)

    size = len(frame.names.nations)
    return Agreements(
        price=column("price"),
        cost=column("cost"),
        months=np.rint(column("months")).astype(np.int64),
        min_trust=column("min_trust"),
        offtake=column("offtake"),
        shares_stock=np.array([entry.shares_stock for entry in entries], dtype=bool),
        shares_research=np.array([entry.shares_research for entry in entries], dtype=bool),
        tension=column("tension"),
        staff=column("staff"),
        staff_kept=column("staff_kept"),
        attachment=column("attachment"),
        tariff_relief=column("tariff_relief"),
        trust=column("trust"),
        clauses=np.array([_clauses(entry) for entry in entries]).reshape(-1, len(CLAUSES), 3),
        grace=column("grace"),
        ratify=column("ratify"),
        joins=np.array([entry.joins for entry in entries], dtype=bool),
        since=np.array([_since(frame, entry) for entry in entries], dtype=np.int64),
        allowed=np.array(
            [_allowed(frame, entry) & _wanted(frame, entry, exports, incidents) for entry in entries], dtype=bool
        ).reshape(len(entries), size, size),
    )


def _clauses(entry: agreements_format.Agreement) -> list[tuple[float, float, float]]:
    """Least, usual and most of each of `CLAUSES`; three times what is usual where the kind leaves no choice."""
    terms = entry.terms or agreements_format.Terms()
    usual = {
        "share": entry.offtake.value,
        "days": entry.days.value,
        "money": entry.cost.value,
        "fee": 0.0,
        "years": entry.months.value / 12.0,
    }
    found = []
    for name in CLAUSES:
        stated, middle = getattr(terms, name), usual[name]
        if stated is None:
            found.append((middle, middle, middle))
        elif name == "fee":
            found.append((-stated.value, middle, stated.value))
        else:
            found.append((stated.at("0"), middle, stated.at("1")))
    return found


def _since(frame: Frame, entry: agreements_format.Agreement) -> int:
    return 0 if entry.since is None else max(month_number(entry.since) - frame.calendar.start, 0)


def _wanted(
    frame: Frame, entry: agreements_format.Agreement, exports: Exports, incidents: tuple[Incident, ...]
) -> Bools:
    """(N, N) pairs for which the agreement may come up: not before its time, and where there is a tariff to settle."""
    size = len(frame.names.nations)
    if _since(frame, entry) >= frame.calendar.months:
        return np.zeros((size, size), dtype=bool)
    if not entry.tariff_relief.value or frame.manuscript.folder is None:
        return np.ones((size, size), dtype=bool)
    table = np.zeros((size, size), dtype=bool)
    for incident in incidents:
        hit = np.flatnonzero(incident.tariff > 0.0)
        table[exports.seller[hit], exports.buyer[hit]] = True
    return table | table.T


def _allowed(frame: Frame, entry: agreements_format.Agreement) -> Bools:
    """(N, N), the same both ways; nobody signs with itself."""
    size = len(frame.names.nations)
    table = np.zeros((size, size), dtype=bool)
    for pair in entry.between:
        one = frame.mask("nations", members(frame, pair.one))
        other = frame.mask("nations", members(frame, pair.other))
        table |= one[:, None] & other[None, :]
    table |= table.T
    np.fill_diagonal(table, val=False)
    return table


def members(frame: Frame, party: list[str]) -> tuple[str, ...]:
    """The nations that a side of an agreement means, groups written out."""
    names, seats = frame.names.nations, frame.seat_names
    others = tuple(name for name in names if name not in seats and name != frame.rival_name)
    # A rule set looked at alone has no scenario to part seats from others: any nation may be either.
    groups = {"all": names, "seats": seats, "rival": (frame.rival_name,), "others": others or seats}
    return tuple(nation for name in party for nation in groups.get(name, (name,)))


def may_sign(frame: Frame, record: agreements_format.Agreements) -> Callable[[str, str, str], bool]:
    """Whether two nations may sign a kind of agreement, as written: kind, one, other."""

    def signs(kind: str, one: str, other: str) -> bool:
        sides = [(members(frame, pair.one), members(frame, pair.other)) for pair in record.agreements[kind].between]
        return any((one in near and other in far) or (other in near and one in far) for near, far in sides)

    return signs


def economy(frame: Frame) -> Economy:
    """Budgets and politics; yearly incomes become incomes a turn."""
    record = frame.manuscript.need(economy_format.Economy)
    politics = record.politics
    return Economy(
        budget=frame.grid(record.budget, "nations"),
        income=frame.grid(record.income, "nations") * frame.turn_years,
        approval=frame.grid(record.approval, "nations"),
        capital=frame.grid(record.capital, "nations"),
        capital_income=frame.grid(record.capital_income, "nations") * frame.turn_years,
        gdp=frame.grid(record.gdp, "nations"),
        sector_output=frame.grid(record.sector_output, "nations", "sectors"),
        approval_gdp=politics.approval_gdp.value,
        approval_months=politics.approval_months.value,
        approval_rest=politics.approval_rest.value,
        tariff_approval=politics.tariff_approval.value,
        lapse=politics.lapse.value,
        staff=frame.grid(record.staff, "nations"),
        exports=_exports(frame, record.exports),
        jobs=frame.grid(record.jobs, "nations", "sectors"),
    )


def _exports(frame: Frame, record: economy_format.Exports | None) -> Exports:
    """A lane for every sector that sells something to a buyer abroad."""
    if record is None:
        return Exports()
    share = frame.grid(record.share, "nations", "sectors", "nations")
    share[np.arange(len(share)), :, np.arange(len(share))] = 0.0
    seller, sector, buyer = np.nonzero(share)
    return Exports(
        seller=seller,
        sector=sector,
        buyer=buyer,
        share=share[seller, sector, buyer],
        elasticity=record.elasticity.value,
        response_months=record.response_months.value,
        value_added=record.value_added.value,
        blame=record.blame.value,
    )

"""What each form of public finance costs, buys and answers for, and when it is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game import orders
from game.engine.phases.project_chance import COMMISSIONING, FEASIBILITY, PERMITTING, PROSPECTING
from game.engine.state import DONE, FAILED
from tests.orders.table import ARDEN, BOREAS, NEW_MINE, NEW_SITE, Table, calm

ALL_FIVE = {
    "offered": np.ones(5, dtype=bool),
    "budget_cost": np.array([1.0, 1.0, 0.3, 0.05, 0.1]),
    "offtake_factor": np.array([1.0, 0.8, 0.4, 0.1, 0.0]),
    "loss_given_failure": np.array([1.0, 1.0, 1.0, 0.45, 0.1]),
    "early_risk": np.array([1.0, 1.0, 1.0, 0.5, 0.25]),
    "early_months": np.array([1.0, 1.0, 1.0, 1.0, 0.5]),
}
FIXED = np.array([[12.0, 4, 6, 10, 2], [0, 3, 4, 8, 2], [0, 1, 1, 1, 1]])
FROM_THE_GROUND = {
    "start_phase": np.array([PROSPECTING, FEASIBILITY, FEASIBILITY]),
    "phase_low": FIXED,
    "phase_mode": FIXED,
    "phase_high": FIXED,
}


def funded(instrument: str, projects: dict[str, Any], *, months: int, matches: int = 1) -> Table:
    """The new mine with public money of some kind, after some months."""
    table = Table(calm(finance=ALL_FIVE, projects=FROM_THE_GROUND | projects), matches=matches)
    codes = table.give(ARDEN, **fund(instrument))
    assert (codes == orders.ALLOWED).all()
    table.months(months)
    return table


def fund(instrument: str, project: str = "new_mine") -> dict[str, Any]:
    return {"kind": "fund_project", "project": project, "instrument": instrument, "public_share": 0.5}


@pytest.mark.parametrize(("instrument", "price"), [("liability", 5.0), ("grant", 10.0)])
def test_what_it_takes_at_once(instrument: str, price: float) -> None:
    table = Table(calm(finance=ALL_FIVE, projects=FROM_THE_GROUND))
    charged, _ = orders.charge(table.world, table.state, ARDEN, orders.parse(fund(instrument)))
    assert charged[0] == pytest.approx(price)


@pytest.mark.parametrize("instrument", ["liability", "grant"])
def test_an_agency_without_it_says_so(instrument: str) -> None:
    assert Table().refusal(ARDEN, **fund(instrument)) == "not_offered"


@pytest.mark.parametrize(("phase", "refused"), [(PROSPECTING, False), (FEASIBILITY, False), (PERMITTING, True)])
def test_a_grant_is_for_exploration(phase: int, refused: bool) -> None:
    table = Table(calm(finance=ALL_FIVE, projects={"start_phase": np.array([phase, FEASIBILITY, FEASIBILITY])}))
    text = "too_late" if refused else ""
    assert table.refusal(ARDEN, **fund("grant")) == text
    assert table.refusal(ARDEN, **fund("liability")) == ""


def test_a_grant_is_for_the_ground_and_not_for_plants() -> None:
    table = Table(calm(finance=ALL_FIVE, projects={"needs_level": np.zeros(3)}))
    assert table.refusal(ARDEN, **fund("grant", "more_plant")) == "no_deposit"


def test_a_grant_shortens_exploration_and_nothing_else() -> None:
    sure = {"failure": np.zeros(3)}
    by_grant, by_loan = (
        [event.month for event in funded(form, sure, months=40).told("project_phase")] for form in ("grant", "loan")
    )
    assert np.diff([0, *by_loan]).tolist() == [12, 4, 6, 10]
    assert np.diff([0, *by_grant]).tolist() == [6, 2, 6, 10]


@pytest.mark.parametrize(("instrument", "left"), [("grant", 0.25), ("liability", 0.5), ("loan", 1.0)])
@pytest.mark.slow
def test_the_risk_before_construction_falls(instrument: str, left: float) -> None:
    table = funded(instrument, {"failure": np.full(3, 0.657)}, months=13, matches=600)  # 0.7 to the third is left
    assert (table.state.project_phase[NEW_MINE] == FAILED).mean() == pytest.approx(0.3 * left, abs=0.05)


def test_a_grant_is_spent_where_nothing_is_found() -> None:
    table = funded("grant", {"failure": np.ones(3)}, months=13, matches=40)
    failed = table.state.project_phase[NEW_MINE] == FAILED
    assert failed.any()
    spent = Table(calm(finance=ALL_FIVE, projects=FROM_THE_GROUND), matches=40)
    spent.months(13)
    assert (spent.state.budget[ARDEN] - table.state.budget[ARDEN]) == pytest.approx(np.full(40, 10.0))
    losses = {event.amount for match in range(40) for event in table.told("project_failed", match)}
    assert losses == {10.0}


def test_a_grant_takes_no_part_in_what_is_built() -> None:
    dear = {"overrun_mode": np.full(3, 2.0), "overrun_high": np.full(3, 2.0001), "failure": np.zeros(3)}
    table = funded("grant", dear, months=40)
    plain = Table(calm(finance=ALL_FIVE, projects=FROM_THE_GROUND))
    plain.months(40)
    assert table.state.project_phase[NEW_MINE, 0] == DONE
    # A new mine makes what is stored a little cheaper to keep.
    assert plain.state.budget[ARDEN, 0] - table.state.budget[ARDEN, 0] == pytest.approx(10.0, rel=1e-3)
    assert table.state.offtake[ARDEN, NEW_SITE, 0] == 0.0
    assert table.state.site_support[NEW_SITE, 0] == 0.0


def test_a_liability_guarantee_is_called_on_a_late_failure_only() -> None:
    late = {"failure": np.ones(3), "start_phase": np.array([COMMISSIONING, FEASIBILITY, FEASIBILITY])}
    table, plain = funded("liability", late, months=4), Table(calm(finance=ALL_FIVE))
    plain.months(4)
    assert table.state.project_phase[NEW_MINE, 0] == FAILED
    assert plain.state.budget[ARDEN, 0] - table.state.budget[ARDEN, 0] == pytest.approx((0.05 + 0.4) * 100.0)


def test_a_liability_guarantee_leaves_no_money_in_the_site() -> None:
    table = funded("liability", {"failure": np.zeros(3)}, months=40)
    assert table.state.offtake[ARDEN, NEW_SITE, 0] == pytest.approx(0.5 * 0.1 * 0.5 / 0.75)
    assert table.state.site_support[NEW_SITE, 0] == 0.0


def test_a_grant_does_not_outbid_those_who_build() -> None:
    table = Table(calm(finance=ALL_FIVE, projects=FROM_THE_GROUND))
    every = np.ones(1, dtype=bool)
    grant = orders.parse(fund("grant") | {"public_share": 0.75})
    loan = orders.parse(fund("loan") | {"public_share": 0.2})
    first, second = orders.settle(table.world, table.state, [(ARDEN, grant, every), (BOREAS, loan, every)])
    assert (first.where[0], second.where[0]) == (False, True)


def test_no_private_partner_before_the_month_and_the_price() -> None:
    later = {"partners_month": np.array([6, 0, 0]), "partners_price": np.array([20.0, 0.0, 0.0])}
    table = Table(calm(projects=later))
    waits = "no_partner"
    table.state.held("price", "ZG")[:] = 25.0
    assert table.refusal(ARDEN, **fund("loan")) == waits
    table.months(6)
    table.state.held("price", "ZG")[:] = 19.0
    assert table.refusal(ARDEN, **fund("loan")) == waits
    table.state.held("price", "ZG")[:] = 21.0
    assert table.refusal(ARDEN, **fund("loan")) == ""


def test_money_for_a_standing_site_is_no_exploration() -> None:
    table = Table(calm(finance=ALL_FIVE, projects={"site": np.array([6, 7, 6])}))
    assert table.refusal(ARDEN, **fund("grant", "rescue_plant")) == "too_late"


OWNERS = {"payout": 0.5, "payout_reserve": 6.0}


def at_year_end(instrument: str, cash: float, **finance: Any) -> Table:
    """The finished new mine with some cash, a month before a year ends."""
    table = Table(calm(finance=ALL_FIVE | OWNERS | finance, projects=FROM_THE_GROUND | {"failure": np.zeros(3)}))
    table.give(ARDEN, **fund(instrument))
    table.months(47)
    table.state.site_cash[NEW_SITE], table.state.budget[ARDEN] = cash, 100.0
    table.events.take()
    return table


def test_equity_shares_in_what_a_site_can_spare() -> None:
    table, plain = at_year_end("equity", 200.0), at_year_end("equity", 200.0, payout=0.0)
    for one in (table, plain):
        one.months(1)
    costs = 4000.0 * float(plain.state.handed("spent", "S")[NEW_SITE, 0]) / 1000.0  # of a full year, US$ million
    cash = float(plain.state.site_cash[NEW_SITE, 0])
    due = 0.5 * 0.5 * (cash - costs / 2.0)
    assert due > 20.0
    assert table.state.budget[ARDEN, 0] - plain.state.budget[ARDEN, 0] == pytest.approx(due)
    assert cash - table.state.site_cash[NEW_SITE, 0] == pytest.approx(due)
    (event,) = table.told("dividend_paid")
    assert (event.actor, event.item) == (ARDEN, NEW_SITE)
    assert event.amount == pytest.approx(due)


def test_a_site_that_earns_little_pays_nothing() -> None:
    table = at_year_end("equity", 5.0)
    table.months(1)
    assert table.told("dividend_paid") == []


@pytest.mark.parametrize("instrument", ["loan", "guarantee", "liability", "grant"])
def test_only_owners_get_dividends(instrument: str) -> None:
    table = at_year_end(instrument, 200.0)
    table.months(1)
    assert table.told("dividend_paid") == []
    assert not table.state.stake.any()

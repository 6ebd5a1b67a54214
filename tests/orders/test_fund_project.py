"""Funding a project: its price, every refusal, and what is set in motion."""

from __future__ import annotations

import numpy as np
import pytest

from game import orders
from game.engine.messages import Amount, Name
from game.engine.phases import partners
from game.engine.phases.project_chance import CONSTRUCTION, PERMITTING
from game.engine.state import BANKRUPT, CARE, DONE, FAILED, IDLE, OPERATING
from game.engine.world import INSTRUMENTS
from tests.orders.table import ARDEN, BOREAS, NEW_MINE, NEW_SITE, PLANT_SITE, REFINIA, RESCUE, Table, calm

LOAN = INSTRUMENTS.index("loan")
FUND = {"kind": "fund_project", "project": "new_mine", "instrument": "loan", "public_share": 0.5}


def test_taken_up_at_the_price_quoted() -> None:
    table = Table()
    before = table.state.budget[ARDEN].copy()
    price, capital = orders.charge(table.world, table.state, ARDEN, orders.parse(FUND))
    assert (table.give(ARDEN, **FUND) == orders.ALLOWED).all()
    assert price[0] == pytest.approx(0.5 * 200.0)
    assert capital[0] == 0.0
    assert table.state.budget[ARDEN] == pytest.approx(before - price)
    assert table.state.project_sponsor[NEW_MINE, 0] == ARDEN
    assert table.state.project_phase[NEW_MINE, 0] == PERMITTING  # its feasibility is known at the start
    started = table.told("project_started")
    assert [(event.actor, event.item, event.cause) for event in started] == [
        (ARDEN, NEW_MINE, "order:arden:fund_project")
    ]


def test_a_guarantee_sets_aside_only_a_reserve() -> None:
    table = Table()
    price, _ = orders.charge(table.world, table.state, ARDEN, orders.parse(FUND | {"instrument": "guarantee"}))
    assert price[0] == pytest.approx(0.3 * 100.0)


@pytest.mark.parametrize(
    ("prepare", "text"),
    [
        (lambda s: s.project_phase.__setitem__(NEW_MINE, DONE), "already_done"),
        (lambda s: s.project_phase.__setitem__(NEW_MINE, FAILED), "has_failed"),
        (lambda s: s.project_phase.__setitem__(NEW_MINE, CONSTRUCTION), "private"),
        (lambda s: s.vetted.__setitem__(ARDEN, 3.0), "agency_full"),
        (lambda s: s.site_status.__setitem__(NEW_SITE, BANKRUPT), "broke"),
        (lambda s: s.offtake.__setitem__((BOREAS, NEW_SITE), 1.0), "taken"),
        (lambda s: s.budget.__setitem__(ARDEN, 99.0), "no_budget"),
    ],
)
def test_refused(prepare: object, text: str) -> None:
    table = Table()
    prepare(table.state)  # type: ignore[operator]
    before = table.state.copy()
    assert table.refusal(ARDEN, **FUND) == text
    codes = table.give(ARDEN, **FUND)
    assert codes[0] != orders.ALLOWED
    assert table.state.digest() == before.digest()
    assert [event.cause for event in table.told("order_refused")] == ["order:arden:fund_project"]


def test_refused_over_the_cap() -> None:
    assert Table().refusal(ARDEN, **FUND | {"public_share": 0.8}) == "over_cap"


def test_refused_below_the_least_share() -> None:
    table = Table(calm(finance={"least_public_share": 0.2}))
    assert table.refusal(ARDEN, **FUND | {"public_share": 0.1}) == "under_least"
    assert table.refusal(ARDEN, **FUND | {"public_share": 0.2}) == ""


def partners_want(wanted: float, least: float) -> Table:
    terms = {"least_public_share": 0.25, "return_wanted": wanted, "return_least": least}
    return Table(calm(finance={**terms, "relief": np.array([1.0, 1.0, 0.8, 1.0, 1.0])}))


def test_partners_come_only_where_public_money_closes_the_gap() -> None:
    table = partners_want(1.0, -1.0)
    earned = float(partners.earned(table.world, table.state, NEW_MINE)[0])
    asked = float(partners.asked(table.world, table.state, NEW_MINE, LOAN)[0])
    assert asked == pytest.approx(0.25 + 0.5 * (1.0 - earned) / 2.0)
    assert table.refusal(ARDEN, **FUND | {"public_share": asked - 0.02}) == "too_small"
    assert table.refusal(ARDEN, **FUND | {"public_share": asked}) == ""
    by_guarantee = FUND | {"public_share": asked, "instrument": "guarantee"}
    assert table.refusal(ARDEN, **by_guarantee) == "too_small"


def test_partners_stay_away_from_what_loses_too_much() -> None:
    earned = float(partners.earned(Table().world, Table().state, NEW_MINE)[0])
    table = partners_want(earned + 0.2, earned + 0.1)
    order = orders.parse(FUND | {"public_share": 0.75})
    code = int(orders.check(table.world, table.state, ARDEN, order)[0])
    told = orders.reason(table.world, table.state, ARDEN, order, code)
    assert told.code == "refusal.fund_project.loses"
    assert told.parts["earned"] == Amount(earned, "share")
    assert told.parts["wanted"].value == pytest.approx(earned + 0.1)  # type: ignore[union-attr]


def test_refused_before_what_comes_first_is_being_built() -> None:
    table = Table(calm(projects={"after": np.array([-1, 0, -1])}))
    second = FUND | {"project": "more_plant"}
    assert table.refusal(ARDEN, **second) == "before"
    table.state.project_phase[NEW_MINE] = PERMITTING
    assert table.refusal(ARDEN, **second) == "before"
    table.state.project_phase[NEW_MINE] = CONSTRUCTION
    assert table.refusal(ARDEN, **second) == ""
    table.state.project_phase[NEW_MINE] = FAILED
    assert table.refusal(ARDEN, **second) == "before"


def test_nothing_is_refinanced_that_is_not_built() -> None:
    table = Table()
    table.state.held("capacity", "S")[PLANT_SITE] = 0.0
    assert table.refusal(ARDEN, **FUND | {"project": "rescue_plant"}) == "not_built"


def test_refused_before_the_technology_is_ready() -> None:
    table = Table(calm(projects={"needs_level": np.array([0.0, 5.0, 0.0])}))
    order = FUND | {"project": "more_plant"}
    code = int(orders.check(table.world, table.state, ARDEN, orders.parse(order))[0])
    told = orders.reason(table.world, table.state, ARDEN, orders.parse(order), code)
    reached = float(table.state.readiness[[ARDEN, REFINIA], 1, 0].max())
    assert told.code == "refusal.fund_project.not_ready"
    assert told.parts["line"] == Name("lines", "thrifting")
    assert (told.parts["needed"], told.parts["reached"]) == (Amount(5.0, "1-9"), Amount(reached, "1-9"))
    table.state.readiness[ARDEN, 1] = 5.0
    assert table.refusal(ARDEN, **order) == ""


def test_refused_in_the_rival_s_country() -> None:
    table = Table(calm(projects={"site": np.array([2, 7, 7])}))
    assert table.refusal(ARDEN, **FUND) == "closed"


def test_the_agency_rests_until_the_next_turn() -> None:
    table = Table(calm(finance={"vetting": np.array([1.0, 1.0, 0, 0, 0, 0])}))
    assert (table.give(ARDEN, **FUND | {"public_share": 0.1}) == orders.ALLOWED).all()
    second = FUND | {"project": "more_plant", "public_share": 0.1}
    assert table.refusal(ARDEN, **second) == "agency_full"
    table.turn()
    assert table.refusal(ARDEN, **second) == ""


def test_money_for_a_standing_site_acts_at_once() -> None:
    table = Table()
    table.state.site_status[PLANT_SITE] = CARE
    cash = table.state.site_cash[PLANT_SITE].copy()
    table.give(ARDEN, **FUND | {"project": "rescue_plant", "public_share": 0.75})
    assert table.state.project_phase[RESCUE, 0] == DONE
    assert table.state.site_status[PLANT_SITE, 0] == OPERATING
    assert table.state.site_cash[PLANT_SITE] == pytest.approx(cash + 40.0)
    assert table.state.offtake[ARDEN, PLANT_SITE, 0] == pytest.approx(0.6 * 0.8)
    assert table.state.site_support[PLANT_SITE, 0] == 24.0


def test_only_the_matches_of_the_mask_change() -> None:
    table = Table(matches=4)
    before = table.state.copy()
    where = np.array([True, False, True, False])
    table.give(ARDEN, where, **FUND)
    for match in (1, 3):
        assert table.state.digest(match) == before.digest(match)
    assert (table.state.project_phase[NEW_MINE] == [PERMITTING, IDLE, PERMITTING, IDLE]).all()


def test_an_unknown_project_is_a_fault() -> None:
    with pytest.raises(KeyError, match="projects: no 'atlantis'"):
        Table().refusal(ARDEN, **FUND | {"project": "atlantis"})
    with pytest.raises(KeyError, match="projects"):
        orders.parse(FUND | {"project": "atlantis"}).identified(calm())

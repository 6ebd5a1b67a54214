"""What a seat does with what it holds: terms eased, stakes sold, sites let go; and that none of it makes money."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import orders
from game.engine import portfolio
from game.engine.phases.project_chance import CONSTRUCTION, PERMITTING
from game.engine.state import BANKRUPT, CARE, DONE, FAILED, IDLE
from game.engine.summation import total
from tests.orders.table import ARDEN, BOREAS, NEW_MINE, NEW_SITE, Table, built, calm

SITE = calm().names.sites[NEW_SITE]
LET_GO = {"kind": "let_go", "site": SITE}
EASE = {"kind": "ease_terms", "site": SITE, "years": 2.0}
SELL = {"kind": "sell_stake", "site": SITE, "part": 1.0}
COST = 200.0


def fund(share: float, instrument: str = "loan") -> dict[str, Any]:
    return {"kind": "fund_project", "project": "new_mine", "instrument": instrument, "public_share": share}


def earning(table: Table, margin: float = 1.6) -> Table:
    """The same where the mine has earned well for a year."""
    table.state.held("year_margin", "S")[NEW_SITE] = margin
    return table


@pytest.mark.parametrize("order", [LET_GO, EASE, SELL])
def test_who_holds_nothing_is_told_so(order: dict[str, Any]) -> None:
    wanted = {"let_go": "not_held", "ease_terms": "nothing_lent", "sell_stake": "no_stake"}
    assert Table().refusal(ARDEN, **order) == wanted[order["kind"]]
    assert built((BOREAS, "equity", 0.5)).refusal(ARDEN, **order) == wanted[order["kind"]]


# letting go


def test_who_lets_go_has_nothing_left_and_bears_nothing() -> None:
    table = built((ARDEN, "equity", 0.4), (BOREAS, "loan", 0.3))
    theirs = table.state.offtake[BOREAS, NEW_SITE, 0]
    budget = table.state.budget[ARDEN].copy()
    table.give(ARDEN, **LET_GO)
    state = table.state
    for held in (state.stake, state.carry, state.offtake):
        assert held[ARDEN, NEW_SITE, 0] == 0.0
    assert (state.offtake[BOREAS, NEW_SITE, 0], state.carry[BOREAS, NEW_SITE, 0]) == (theirs, 0.3)
    assert state.budget[ARDEN] == pytest.approx(budget)
    assert state.project_sponsor[NEW_MINE, 0] == BOREAS
    assert [(event.actor, event.item) for event in table.told("holding_left")] == [(ARDEN, NEW_SITE)]


def test_a_site_that_nobody_carries_closes_in_a_trough() -> None:
    stands, falls = built((ARDEN, "loan", 0.5)), built((ARDEN, "loan", 0.5))
    falls.give(ARDEN, **LET_GO)
    for table in (stands, falls):
        table.state.site_cash[NEW_SITE] = -1.0
        table.months(1)
    assert stands.state.site_status[NEW_SITE, 0] != CARE
    assert falls.state.site_status[NEW_SITE, 0] == CARE


@pytest.mark.parametrize(("instrument", "back"), [("loan", 0.9 * 100.0), ("guarantee", 0.9 * 30.0)])
def test_before_construction_the_money_is_back_but_for_a_fee(instrument: str, back: float) -> None:
    table = Table()
    table.give(ARDEN, **fund(0.5, instrument))
    table.months(1)
    budget = table.state.budget[ARDEN, 0]
    table.give(ARDEN, **LET_GO)
    assert table.state.budget[ARDEN, 0] - budget == pytest.approx(back)
    assert table.state.project_phase[NEW_MINE, 0] == IDLE
    assert table.refusal(BOREAS, **fund(0.5)) == ""


@pytest.mark.parametrize(("instrument", "due"), [("loan", 0.0), ("guarantee", 70.0)])
def test_later_it_is_gone_and_what_was_guaranteed_is_called(instrument: str, due: float) -> None:
    table = Table()
    table.give(ARDEN, **fund(0.5, instrument))
    table.state.project_phase[NEW_MINE] = CONSTRUCTION
    order = orders.parse(LET_GO)
    assert orders.charge(table.world, table.state, ARDEN, order)[0] == pytest.approx(due)
    table.state.budget[ARDEN] = 1.0
    assert table.refusal(ARDEN, **LET_GO) == ("no_budget" if due else "")


@pytest.mark.parametrize(("wanted", "phase"), [(-np.inf, CONSTRUCTION), (np.inf, FAILED)])
def test_owners_finish_alone_what_earns_enough(wanted: float, phase: int) -> None:
    table = Table(calm(finance={"return_wanted": wanted}))
    table.state.project_phase[NEW_MINE] = CONSTRUCTION
    table.state.project_sponsor[NEW_MINE] = ARDEN
    table.state.project_part[ARDEN, NEW_MINE] = table.state.project_public[NEW_MINE] = 0.5
    table.state.project_form[ARDEN, NEW_MINE] = table.state.project_instrument[NEW_MINE] = 1
    table.give(ARDEN, **LET_GO)
    assert table.state.project_phase[NEW_MINE, 0] == phase
    assert table.state.project_sponsor[NEW_MINE, 0] == -1
    assert len(table.told("project_failed")) == (phase == FAILED)


def test_what_another_seat_stays_with_goes_on() -> None:
    table = Table()
    table.give(ARDEN, **fund(0.4))
    table.give(BOREAS, **fund(0.3, "equity"))
    table.give(ARDEN, **LET_GO)
    assert table.state.project_phase[NEW_MINE, 0] == PERMITTING
    assert table.state.project_sponsor[NEW_MINE, 0] == BOREAS
    assert table.state.project_instrument[NEW_MINE, 0] == 0
    assert table.state.project_public[NEW_MINE, 0] == pytest.approx(0.3)


def test_the_host_remembers() -> None:
    table = built((ARDEN, "loan", 0.5))
    host = int(table.world.sites.host[NEW_SITE])
    before = table.state.trust[host, ARDEN, 0]
    table.give(ARDEN, **LET_GO)
    assert table.state.trust[host, ARDEN, 0] == pytest.approx(before - 0.05)


# easing terms


def test_interest_forgone_stays_in_the_site_which_is_carried_for_as_long() -> None:
    table = built((ARDEN, "loan", 0.5))
    state = table.state
    state.site_support[NEW_SITE], state.carry[ARDEN, NEW_SITE] = 0.0, 0.0
    cash, budget = state.site_cash[NEW_SITE, 0], state.budget[ARDEN, 0]
    table.give(ARDEN, **EASE)
    forgone = 0.5 * COST * 0.05 * 2.0
    assert budget - state.budget[ARDEN, 0] == pytest.approx(forgone)
    assert state.site_cash[NEW_SITE, 0] - cash == pytest.approx(forgone)
    assert state.site_support[NEW_SITE, 0] == 24.0
    assert state.carry[ARDEN, NEW_SITE, 0] == pytest.approx(0.5)


def test_a_lender_that_waits_keeps_a_closed_site_from_ruin() -> None:
    table = built((ARDEN, "loan", 0.5))
    table.state.site_status[NEW_SITE], table.state.site_care[NEW_SITE] = CARE, 20.0
    table.give(ARDEN, **EASE)
    assert table.state.site_care[NEW_SITE, 0] == 0.0
    table.state.site_status[NEW_SITE] = BANKRUPT
    assert table.refusal(ARDEN, **EASE) == "closed_down"


def test_terms_are_eased_for_some_years_only() -> None:
    assert built((ARDEN, "loan", 0.5)).refusal(ARDEN, **EASE | {"years": 11.0}) == "too_long"


# selling


def test_a_stake_is_sold_with_what_came_with_it() -> None:
    table = earning(built((ARDEN, "equity", 0.4), (BOREAS, "loan", 0.3)))
    state = table.state
    stake, offtake = state.stake[ARDEN, NEW_SITE, 0], state.offtake[ARDEN, NEW_SITE, 0]
    worth, budget = portfolio.worth(table.world, state, ARDEN)[NEW_SITE, 0], state.budget[ARDEN, 0]
    back = state.paid_back[ARDEN, NEW_SITE, 0]
    table.give(ARDEN, **SELL | {"part": 0.25})
    assert state.budget[ARDEN, 0] - budget == pytest.approx(0.25 * worth)
    assert state.stake[ARDEN, NEW_SITE, 0] == pytest.approx(0.75 * stake)
    assert state.offtake[ARDEN, NEW_SITE, 0] == pytest.approx(0.75 * offtake)
    assert state.carry[:, NEW_SITE, 0] == pytest.approx([0.3, 0.3])
    assert state.paid_back[ARDEN, NEW_SITE, 0] - back == pytest.approx(0.25 * worth)
    table.give(ARDEN, **SELL)
    assert [holds[ARDEN, NEW_SITE, 0] for holds in (state.stake, state.offtake, state.carry)] == [0.0, 0.0, 0.0]
    assert table.refusal(ARDEN, **SELL) == "no_stake"


def test_nobody_buys_what_does_not_run_or_does_not_earn() -> None:
    table = earning(built((ARDEN, "equity", 0.5)), margin=0.2)
    table.state.site_cash[NEW_SITE] = 0.0
    assert table.refusal(ARDEN, **SELL) == "no_buyer"
    earning(table)
    assert table.refusal(ARDEN, **SELL) == ""
    table.state.site_status[NEW_SITE] = CARE
    assert table.refusal(ARDEN, **SELL) == "no_buyer"


@given(margin=st.floats(0.1, 50.0), cash=st.floats(0.0, 5000.0), share=st.floats(0.05, 0.75))
def test_no_buyer_pays_more_than_it_costs_to_build_again(margin: float, cash: float, share: float) -> None:
    table = Table(calm(finance={"return_wanted": 0.05}))
    state = table.state
    state.project_phase[NEW_MINE], state.project_form[ARDEN, NEW_MINE] = DONE, 0
    state.project_part[ARDEN, NEW_MINE] = state.stake[ARDEN, NEW_SITE] = share
    state.site_status[NEW_SITE], state.site_cash[NEW_SITE] = 1, cash
    state.held("capacity", "S")[NEW_SITE] = 500.0
    earning(table, margin)
    worth = portfolio.worth(table.world, state, ARDEN)[NEW_SITE, 0]
    assert 0.0 <= worth <= share * COST * 0.9 + 1e-9


_ACTS = st.lists(
    st.one_of(
        st.builds(
            lambda share, form, together: fund(share, form) | {"together": together},
            st.floats(0.05, 0.75),
            st.sampled_from(["equity", "loan", "guarantee"]),
            st.booleans(),
        ),
        st.just(LET_GO),
        st.builds(lambda years: EASE | {"years": years}, st.floats(0.5, 10.0)),
        st.builds(lambda part: SELL | {"part": part}, st.floats(0.1, 1.0)),
        st.integers(0, 30),
    ),
    min_size=2,
    max_size=8,
)


@given(acts=st.lists(st.tuples(st.integers(ARDEN, BOREAS), _ACTS), min_size=1, max_size=2), margin=st.floats(0.5, 5.0))
def test_neither_selling_nor_refunds_make_money(acts: list[tuple[int, list[Any]]], margin: float) -> None:
    """Whatever is financed, eased, sold and let go: without dividends nobody has more back than was put in, the books
    of a site are those of the budget, and shares stay within what there is.
    """
    empty = np.zeros_like(calm().stockpiles.reserve)
    piles = {"storage_cost": 0.0, "reserve": empty, "target": empty}
    table = Table(calm(finance={"payout": 0.0}, stockpiles=piles))
    state, start = table.state, table.state.budget[:2].copy()
    for seat, deeds in acts:
        for deed in deeds:
            if isinstance(deed, dict):
                table.give(seat, **deed)
            else:
                earning(table, margin).months(deed)
            paid, back = total(state.paid_in, 1), total(state.paid_back, 1)
            assert (back <= paid + 1e-6).all()
            assert state.budget[:2] == pytest.approx(start - paid + back)
            assert (state.budget[:2] >= -1e-9).all()
            assert (total(state.project_part, 0) <= 0.75 + 1e-9).all()
            assert total(state.project_part, 0) == pytest.approx(state.project_public)
            assert (total(state.stake, 0) <= 1.0 + 1e-9).all()
            assert (total(state.offtake, 0) <= 1.0 + 1e-9).all()
            assert (state.project_part >= 0.0).all()
            assert (state.offtake >= 0.0).all()

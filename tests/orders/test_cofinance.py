"""Several seats pay for one project: who may join, what each pays, answers for and gets, and what is called off."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game import orders
from game.engine import metrics
from game.engine.conditions import Reading
from game.engine.phases import partners
from game.engine.phases.project_chance import CONSTRUCTION, PERMITTING
from game.engine.state import DONE, FAILED, IDLE
from game.engine.world import INSTRUMENTS
from tests.orders.table import ARDEN, BOREAS, NEW_MINE, NEW_SITE, Table, built, calm

EQUITY, LOAN = INSTRUMENTS.index("equity"), INSTRUMENTS.index("loan")
FUND = {"kind": "fund_project", "project": "new_mine", "instrument": "loan", "public_share": 0.4}
COST = 200.0


def fund(share: float, *, instrument: str = "loan", together: bool = False) -> dict[str, Any]:
    return FUND | {"instrument": instrument, "public_share": share, "together": together}


def settle(table: Table, *claims: tuple[int, dict[str, Any]]) -> None:
    """Give orders of one turn as a turn does."""
    everywhere = np.ones(table.state.batch, dtype=bool)
    planned = [(seat, orders.parse(order), everywhere) for seat, order in claims]
    for item in orders.settle(table.world, table.state, planned):
        orders.give(table.world, table.state, item.nation, item.order, item.where, table.events)


def test_a_second_seat_joins_what_is_under_way() -> None:
    table = Table()
    table.give(ARDEN, **fund(0.4))
    table.months(1)
    budget = table.state.budget[BOREAS].copy()
    assert table.refusal(BOREAS, **fund(0.35, instrument="equity")) == ""
    table.give(BOREAS, **fund(0.35, instrument="equity"))
    state = table.state
    assert budget - state.budget[BOREAS] == pytest.approx(0.35 * COST)
    assert state.project_sponsor[NEW_MINE, 0] == ARDEN
    assert state.project_part[:, NEW_MINE, 0].tolist() == [0.4, 0.35]
    assert state.project_form[:, NEW_MINE, 0].tolist() == [LOAN, EQUITY]
    assert state.project_public[NEW_MINE, 0] == pytest.approx(0.75)
    assert [event.actor for event in table.told("project_joined")] == [BOREAS]


@pytest.mark.parametrize(
    ("nation", "share", "phase", "refused"),
    [
        (BOREAS, 0.36, PERMITTING, "no_room"),
        (ARDEN, 0.2, PERMITTING, "under_way"),
        (BOREAS, 0.3, DONE, "already_done"),
        (BOREAS, 0.3, FAILED, "has_failed"),
        (BOREAS, 0.3, CONSTRUCTION, ""),
    ],
)
def test_who_may_join(nation: int, share: float, phase: int, refused: str) -> None:
    table = Table()
    table.give(ARDEN, **fund(0.4))
    table.state.project_phase[NEW_MINE] = phase
    assert table.refusal(nation, **fund(share)) == refused


def test_what_private_owners_build_alone_is_joined_by_nobody() -> None:
    table = Table()
    table.state.project_phase[NEW_MINE] = PERMITTING
    assert table.refusal(ARDEN, **fund(0.4)) == "private"


def test_who_joins_late_pays_for_what_is_known_of_the_cost() -> None:
    table = Table()
    table.give(ARDEN, **fund(0.4))
    table.state.project_phase[NEW_MINE] = CONSTRUCTION
    table.state.project_cost[NEW_MINE] = 300.0
    order = orders.parse(fund(0.3))
    assert orders.charge(table.world, table.state, BOREAS, order)[0] == pytest.approx(90.0)
    assert order.overrun(table.world, table.state, BOREAS)[2] == 0.0


def test_tonnes_losses_and_ownership_go_by_share() -> None:
    table = built((ARDEN, "equity", 0.45), (BOREAS, "equity", 0.3))
    state = table.state
    assert state.offtake[ARDEN, NEW_SITE] * 2 == pytest.approx(state.offtake[BOREAS, NEW_SITE] * 3)
    assert state.carry[:, NEW_SITE, 0].tolist() == [0.45, 0.3]
    assert state.stake[:, NEW_SITE, 0] == pytest.approx([0.45, 0.3])
    alone = built((ARDEN, "equity", 0.75))
    whole = alone.state.offtake[ARDEN, NEW_SITE] + alone.state.offtake[BOREAS, NEW_SITE]
    assert state.offtake[ARDEN, NEW_SITE] + state.offtake[BOREAS, NEW_SITE] == pytest.approx(whole)


def test_overruns_are_paid_by_share_and_who_cannot_shrinks() -> None:
    dear = {"overrun_mode": np.full(3, 1.5), "overrun_high": np.full(3, 1.5), "failure": np.zeros(3)}
    table = Table(calm(projects={"private_month": np.full(3, -1), **dear}, stockpiles={"storage_cost": 0.0}))
    table.give(ARDEN, **fund(0.4))
    table.give(BOREAS, **fund(0.3))
    table.state.budget[BOREAS] = 0.0
    before = table.state.budget[ARDEN, 0]
    table.months(40)
    paid = before - table.state.budget[ARDEN, 0]
    factor = table.state.project_cost[NEW_MINE, 0] / COST
    assert paid == pytest.approx(0.4 * COST * (factor - 1.0))
    assert table.state.project_part[:, NEW_MINE, 0] == pytest.approx([0.4, 0.3 / factor])
    assert table.state.project_public[NEW_MINE, 0] == pytest.approx(0.4 + 0.3 / factor)


def test_two_whose_parts_fit_do_not_contend() -> None:
    table = Table()
    settle(table, (BOREAS, fund(0.35)), (ARDEN, fund(0.4)))
    assert table.state.project_part[:, NEW_MINE, 0].tolist() == [0.4, 0.35]
    assert not table.told("order_refused")


def test_who_does_not_fit_beside_the_greater_is_outbid() -> None:
    table = Table()
    settle(table, (ARDEN, fund(0.3)), (BOREAS, fund(0.5)))
    assert table.state.project_part[:, NEW_MINE, 0].tolist() == [0.0, 0.5]


def _asking() -> Table:
    """Partners ask for about two thirds."""
    start = Table()
    earned = float(partners.earned(start.world, start.state, NEW_MINE)[0])
    terms = {"least_public_share": 0.2, "return_wanted": earned + 0.4, "return_least": earned - 0.1}
    return Table(calm(finance=terms))


def test_what_one_does_not_bring_several_bring_together() -> None:
    table = _asking()
    assert table.refusal(ARDEN, **fund(0.35)) == "too_small"
    assert table.refusal(ARDEN, **fund(0.35, together=True)) == ""
    settle(table, (ARDEN, fund(0.35, together=True)), (BOREAS, fund(0.35, together=True)))
    table.months(1)
    assert table.state.project_phase[NEW_MINE, 0] == PERMITTING
    assert table.state.project_public[NEW_MINE, 0] == pytest.approx(0.7)
    assert not np.any(table.state.project_awaits)


def test_what_does_not_come_together_is_called_off_and_the_money_is_back() -> None:
    table = _asking()
    before = table.state.budget[ARDEN, 0], table.state.spent[ARDEN, 0]
    settle(table, (ARDEN, fund(0.35, together=True)))
    assert table.state.budget[ARDEN, 0] < before[0]
    table.months(1)
    state = table.state
    assert (state.budget[ARDEN, 0], state.spent[ARDEN, 0]) == pytest.approx(before)
    assert state.project_phase[NEW_MINE, 0] == IDLE
    assert not np.any(state.project_part[:, NEW_MINE])
    told = table.told("project_called_off")
    assert [(event.actor, event.item) for event in told] == [(ARDEN, NEW_MINE)]
    assert told[0].amount == pytest.approx(0.35 * COST)
    assert table.refusal(BOREAS, **fund(0.7)) == ""


def test_a_match_where_it_comes_together_goes_on_beside_one_where_it_does_not() -> None:
    table = _asking()
    table = Table(table.world, matches=2)
    table.give(ARDEN, **fund(0.35, together=True))
    table.give(BOREAS, where=[True, False], **fund(0.35, together=True))
    table.months(1)
    assert table.state.project_phase[NEW_MINE].tolist() == [PERMITTING, IDLE]


def test_figures_count_each_part() -> None:
    table = built((ARDEN, "loan", 0.45), (BOREAS, "loan", 0.3))
    invested = [metrics.read(table.world, table.state, Reading("invested", (seat,)))[0] for seat in (ARDEN, BOREAS)]
    assert invested == pytest.approx([0.45 * COST, 0.3 * COST])
    assert table.state.paid_in[:, NEW_SITE, 0] == pytest.approx(invested)


def _at_home(**finance: Any) -> Table:
    host = calm().sites.host.copy()
    host[NEW_SITE] = BOREAS
    return Table(calm(sites={"host": host}, finance=finance))


def test_a_host_that_is_a_seat_is_asked() -> None:
    table = _at_home(consent_trust=0.9)
    assert table.refusal(BOREAS, **fund(0.4)) == ""
    assert table.refusal(ARDEN, **fund(0.4)) == "not_admitted"
    table.state.trust[BOREAS, ARDEN] = 0.9
    assert table.refusal(ARDEN, **fund(0.4)) == ""


@pytest.mark.parametrize("way", ["leave", "agreement", "own money"])
def test_what_makes_it_possible(way: str) -> None:
    table = _at_home(consent_trust=1.0)
    if way == "leave":
        table.give(BOREAS, kind="set_access", site=table.world.names.sites[NEW_SITE], access="open")
        assert [event.actor for event in table.told("access_changed")] == [BOREAS]
    elif way == "agreement":
        table.state.agreement[1, ARDEN, BOREAS] = table.state.agreement[1, BOREAS, ARDEN] = 2
    else:
        table.give(BOREAS, **fund(0.3))
    assert table.refusal(ARDEN, **fund(0.4)) == ""


def test_a_host_may_let_nobody_in() -> None:
    table = _at_home()
    site = table.world.names.sites[NEW_SITE]
    assert table.refusal(ARDEN, **fund(0.4)) == ""
    assert table.refusal(ARDEN, kind="set_access", site=site, access="closed") == "not_yours"
    assert table.refusal(BOREAS, kind="set_access", site=site, access="screened") == "said"
    table.give(BOREAS, kind="set_access", site=site, access="closed")
    assert table.refusal(ARDEN, **fund(0.4)) == "shut"
    assert table.refusal(BOREAS, **fund(0.4)) == ""

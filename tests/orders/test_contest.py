"""Several seats want one project in one turn."""

from __future__ import annotations

import numpy as np

from game import orders
from tests.orders.table import ARDEN, BOREAS, NEW_MINE, Table

BOTH = np.ones(2, dtype=bool)


def bid(share: float, project: str = "new_mine", instrument: str = "loan") -> orders.Order:
    return orders.parse({"kind": "fund_project", "project": project, "instrument": instrument, "public_share": share})


def settle(table: Table, *claims: tuple[int, orders.Order, np.ndarray]) -> list[orders.Settled]:
    return orders.settle(table.world, table.state, claims)


def test_the_greater_public_sum_wins_whoever_came_first() -> None:
    table = Table(matches=2)
    for claims in (
        [(BOREAS, bid(0.6), BOTH), (ARDEN, bid(0.5), BOTH)],
        [(ARDEN, bid(0.5), BOTH), (BOREAS, bid(0.6), BOTH)],
    ):
        arden, boreas = settle(table, *claims)
        assert (arden.nation, boreas.nation) == (ARDEN, BOREAS)
        assert claims[arden.index][0] == ARDEN
        assert not arden.where.any()
        assert boreas.where.all()
        assert (boreas.codes == orders.ALLOWED).all()
        why = orders.reason(table.world, table.state, ARDEN, arden.order, int(arden.codes[0]))
        assert why.code == "refusal.fund_project.outbid"


def test_of_equal_sums_the_seat_that_stands_first_wins() -> None:
    arden, boreas = settle(Table(matches=2), (BOREAS, bid(0.5), BOTH), (ARDEN, bid(0.5), BOTH))
    assert arden.where.all()
    assert not boreas.where.any()


def test_each_match_has_its_own_contest() -> None:
    arden, boreas = settle(Table(matches=2), (ARDEN, bid(0.3), BOTH), (BOREAS, bid(0.5), np.array([True, False])))
    assert arden.where.tolist() == [False, True]
    assert boreas.where.tolist() == [True, False]


def test_who_cannot_pay_does_not_stand_in_the_way() -> None:
    table = Table(matches=2)
    table.state.budget[BOREAS] = 10.0
    arden, boreas = settle(table, (ARDEN, bid(0.3), BOTH), (BOREAS, bid(0.6), BOTH))
    assert arden.where.all()
    assert boreas.where.all()  # it did not lose the contest: giving it will say that there is no money


def test_other_orders_keep_their_order() -> None:
    posture = orders.parse({"kind": "set_posture", "posture": "engage"})
    claims = [
        (BOREAS, posture, BOTH),
        (ARDEN, bid(0.3), BOTH),
        (ARDEN, posture, BOTH),
        (BOREAS, bid(0.2, "more_plant"), BOTH),
    ]
    settled = settle(Table(matches=2), *claims)
    assert [item.index for item in settled] == [1, 2, 0, 3]
    assert all(item.where.all() for item in settled)


def test_the_winner_gets_the_project() -> None:
    table = Table(matches=2)
    for item in settle(table, (ARDEN, bid(0.3), BOTH), (BOREAS, bid(0.5), BOTH)):
        orders.give(table.world, table.state, item.nation, item.order, item.where, table.events)
    assert (table.state.project_sponsor[NEW_MINE] == BOREAS).all()

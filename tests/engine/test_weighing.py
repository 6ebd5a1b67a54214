"""How partners answer: what it is worth to them, why not, and what they would take instead."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import clauses, reasons, weighing
from game.engine.state import IN_FORCE, PROPOSED
from tests.bargaining import bargaining, propose, stated
from tests.orders.table import ARDEN, BOREAS, MINELAND, POOL, RIVAL, SUPPLY, Table


def _offered(table: Table, **terms: float) -> None:
    propose(table, ARDEN, "pool", "boreas", **terms)


def _weigh(table: Table) -> None:
    assert table.give(BOREAS, kind="weigh_offers")[0] == 0


def _keeping(table: Table) -> Table:
    """Both seats mean to hold enough to pledge."""
    table.state.stockpile_target[[ARDEN, BOREAS]] = 90.0
    return table


def test_what_is_worth_it_is_signed() -> None:
    table = _keeping(Table(bargaining(agreements={"clauses": stated(POOL, "money", 0.0, 0.0, 0.0)})))
    table.state.trust[BOREAS, ARDEN] = 0.9
    _offered(table)
    _weigh(table)
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == IN_FORCE


def test_a_fee_is_asked_for_what_costs_more_and_taken() -> None:
    table = _keeping(Table(bargaining(agreements={"clauses": stated(POOL, "money", 8.0, 8.0, 8.0)})))
    table.state.trust[BOREAS, ARDEN] = 0.5
    _offered(table)
    _weigh(table)
    assert table.state.agreement[POOL, [ARDEN, BOREAS], [BOREAS, ARDEN], 0].tolist() == [0, PROPOSED]
    asked = clauses.held(table.world, table.state, (POOL, ARDEN, BOREAS))
    fee = float(np.ravel(asked.fee)[0])
    assert fee > 0.0
    gain, _ = weighing.worth(table.world, table.state, (POOL, BOREAS, ARDEN), asked.turned())
    assert 0.0 <= gain[0] < 1.0, "no more than it takes, in whole millions"
    (told,) = table.told("agreement_countered")
    assert reasons.REASONS[int(told.amount)] == "cost"
    table.give(ARDEN, kind="answer_agreement", agreement="pool", partner="boreas", accept=True)
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == IN_FORCE
    assert table.state.agreement_fee[POOL, ARDEN, BOREAS, 0] == fee
    assert table.state.agreement_fee[POOL, BOREAS, ARDEN, 0] == -fee


def test_less_is_offered_by_who_cannot_keep_as_much() -> None:
    table = Table(bargaining())
    table.state.stockpile_target[BOREAS] = 15.0
    table.state.trust[BOREAS, ARDEN] = 0.9
    _offered(table, days=60.0, fee=15.0)
    _weigh(table)
    assert table.state.agreement_days[POOL, BOREAS, ARDEN, 0] == 10.0
    (told,) = table.told("agreement_countered")
    assert reasons.REASONS[int(told.amount)] == "pledge"


def test_what_no_fee_makes_up_for_is_declined_with_the_reason() -> None:
    table = _keeping(Table(bargaining(agreements={"clauses": stated(POOL, "fee", 0.0, 0.0, 0.0)})))
    table.state.trust[BOREAS, ARDEN] = 0.46
    table.state.tension[ARDEN] = 0.0
    _offered(table)
    _weigh(table)
    assert not table.state.agreement.any()
    (told,) = table.told("agreement_refused")
    assert (told.actor, told.target) == (BOREAS, ARDEN)
    assert reasons.REASONS[int(told.amount)] in {"cost", "cover"}


def test_without_trust_nothing_is_weighed() -> None:
    table = _keeping(Table(bargaining()))
    _offered(table, fee=20.0)
    table.state.trust[BOREAS, ARDEN] = 0.1
    _weigh(table)
    (told,) = table.told("agreement_refused")
    assert reasons.REASONS[int(told.amount)] == "trust"


def test_a_host_asks_more_where_its_goods_are_dear() -> None:
    worth = []
    for dear in (1.0, 6.0):
        table = Table(bargaining())
        table.state.flow_exports[MINELAND] = table.state.year_imports[ARDEN] = 1000.0
        table.state.supply["price"][...] *= dear
        cell = (SUPPLY, MINELAND, ARDEN)
        parts = weighing.parts(table.world, table.state, cell, clauses.usual(table.world, SUPPLY))
        worth.append(float(parts[reasons.SUPPLY][0]))
    assert worth[0] == pytest.approx(0.0, abs=0.01), "in calm a promise to buy is worth a promise to sell"
    assert worth[1] < -1.0


def test_the_rival_is_answered_by_trust_alone() -> None:
    allowed = ~np.eye(6, dtype=bool)
    table = Table(bargaining(agreements={"allowed": np.stack([allowed, allowed])}))
    propose(table, ARDEN, "supply", "dominion", share=0.6)
    table.months(1)
    assert table.state.agreement[SUPPLY, ARDEN, RIVAL, 0] == IN_FORCE


@pytest.mark.parametrize("fee", [-20.0, 0.0, 20.0])
def test_a_fee_moves_worth_by_what_it_is(fee: float) -> None:
    table = Table(bargaining())
    usual = clauses.usual(table.world, POOL)
    plain, _ = weighing.worth(table.world, table.state, (POOL, BOREAS, ARDEN), usual)
    paid, _ = weighing.worth(table.world, table.state, (POOL, BOREAS, ARDEN), usual._replace(fee=fee))
    assert plain - paid == pytest.approx(fee)

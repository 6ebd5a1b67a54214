"""Promises between partners: drawn in proportion, paid, counted, and broken for all to see."""

from __future__ import annotations

import pytest

from game.engine import cover
from game.engine.phases.diplomacy import in_force
from game.engine.state import IN_FORCE
from tests.bargaining import bargaining, propose
from tests.orders.table import ARDEN, BOREAS, MINELAND, POOL, REFINIA, SUPPLY, Table


def _pooled(days: float = 20.0, **terms: float) -> Table:
    """A table at which the two seats keep `days` for each other."""
    table = Table(bargaining())
    propose(table, ARDEN, "pool", "boreas", days=days, **terms)
    propose(table, BOREAS, "pool", "arden", days=days, **{name: -value for name, value in terms.items()})
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == IN_FORCE
    return table


def _opened(table: Table) -> dict[tuple[int, int], float]:
    pacts = in_force(table.world, table.state)
    assert pacts is not None
    found = cover.opened(table.world, table.state, pacts.parties)[:, 0].tolist()
    return {(one, other): part for (_, one, other), part in zip(pacts.parties.cells, found, strict=True)}


def _hold(table: Table, nation: int, days: float) -> None:
    """Let the stockpile of a nation be so many days of its use, of all goods that can be kept."""
    use = table.state.year_use[nation] / 30.4375
    goods = table.world.stockpiles.goods[:, None]
    table.state.held("reserve", "NG")[nation] = use * days * goods


def test_who_keeps_half_of_its_pledge_draws_half_as_fast() -> None:
    table = _pooled(20.0)
    for days, part in ((20.0, 1.0), (10.0, 0.5), (0.0, 0.0)):
        _hold(table, ARDEN, 20.0)
        _hold(table, BOREAS, days)
        assert _opened(table)[ARDEN, BOREAS] == pytest.approx(part * cover.JOINT_PART, rel=0.01)


def test_no_more_is_open_than_was_pledged() -> None:
    table = _pooled(20.0)
    _hold(table, ARDEN, 80.0)
    _hold(table, BOREAS, 20.0)
    assert _opened(table)[ARDEN, BOREAS] == pytest.approx(cover.JOINT_PART / 4.0, rel=0.01)


def test_a_fee_is_paid_from_one_budget_into_the_other() -> None:
    fee, plain = _pooled(20.0, fee=8.0), _pooled(20.0)
    for table in (fee, plain):
        table.months(3)
    gained = (fee.state.budget - plain.state.budget)[[ARDEN, BOREAS], 0]
    assert gained == pytest.approx([-2.0, 2.0])
    assert fee.state.agreement_paid[POOL, ARDEN, BOREAS, 0] == pytest.approx(1.0 + 2.0)
    assert fee.state.agreement_paid[POOL, BOREAS, ARDEN, 0] == pytest.approx(1.0 - 2.0)


def test_what_a_partner_sells_first_is_counted() -> None:
    table = Table(bargaining())
    table.state.trust[REFINIA, ARDEN] = table.state.trust[ARDEN, REFINIA] = 0.9
    propose(table, ARDEN, "supply", "refinia")
    table.months(6)
    served = float(table.state.agreement_served[SUPPLY, ARDEN, REFINIA, 0])
    imports = float(table.state.year_imports[ARDEN].sum()) * 6.0
    assert 0.0 < served <= imports * 1.5


def test_who_does_not_hold_what_it_pledged_is_warned_and_then_in_breach() -> None:
    table = _pooled(90.0)
    _hold(table, BOREAS, 90.0)
    before = table.state.trust.copy(), table.state.reputation.copy()
    broken = 0
    while table.state.agreement[POOL, ARDEN, BOREAS, 0] and broken < 40:
        _hold(table, BOREAS, 90.0)
        table.months(1)
        broken += 1
    (warned,), (told,) = table.told("agreement_behind"), table.told("agreement_breached")
    assert (warned.actor, warned.target, told.actor, told.target) == (ARDEN, BOREAS, ARDEN, BOREAS)
    assert told.month - warned.month == 12, "the grace of the kind"
    assert not table.state.agreement.any()
    lost = before[0] - table.state.trust
    assert (lost[[MINELAND, REFINIA], ARDEN, 0] > 0.05).all(), "it costs trust with all"
    assert lost[BOREAS, ARDEN, 0] > lost[MINELAND, ARDEN, 0] > lost[MINELAND, BOREAS, 0]
    assert table.state.reputation[ARDEN, 0] < before[1][ARDEN, 0]


def test_who_cannot_pay_is_in_breach() -> None:
    table = Table(bargaining())
    propose(table, ARDEN, "supply", "mineland", fee=12.0)
    table.months(1)
    for _ in range(12):
        table.state.budget[ARDEN] = 0.0
        table.months(1)
    assert [event.actor for event in table.told("agreement_breached")] == [ARDEN]
    assert table.state.budget[ARDEN, 0] >= 0.0

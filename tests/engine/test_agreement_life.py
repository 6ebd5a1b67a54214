"""The life of agreements: whatever is done, each goes one way from proposal to end, and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.event_kinds import ALL, EVENTS
from game.engine.events import Event
from game.engine.state import IN_FORCE, PROPOSED, SIGNED
from tests.bargaining import BARGAIN, CLUB, bargaining, propose
from tests.orders.table import ARDEN, BOREAS, MINELAND, POOL, SUPPLY, Table

ORDER = {"agreement_proposed": 0, "agreement_countered": 0, "agreement_signed": 1, "agreement_ratified": 2}
ENDS = ("agreement_declined", "agreement_refused", "agreement_withdrawn", "agreement_lapsed", "agreement_expired",
        "agreement_left", "agreement_breached")  # fmt: skip
ACTS = st.tuples(
    st.sampled_from([ARDEN, BOREAS]),
    st.sampled_from(["propose", "other", "accept", "decline", "leave", "renew", "weigh", "wait"]),
    st.sampled_from(["supply", "pool"]),
    st.sampled_from(["arden", "boreas", "mineland"]),
)


def _act(table: Table, nation: int, do: str, agreement: str, partner: str) -> None:
    about = {"agreement": agreement, "partner": partner}
    if do == "propose":
        table.give(nation, kind="propose_agreement", **about)
    elif do == "other":
        terms = {"days": 40.0, "fee": 3.0} if agreement == "pool" else {"share": 0.5, "fee": 3.0}
        table.give(nation, kind="propose_agreement", **about, **terms)
    elif do in ("accept", "decline"):
        table.give(nation, kind="answer_agreement", **about, accept=do == "accept")
    elif do in ("leave", "renew"):
        table.give(nation, kind=f"{do}_agreement", **about)
    elif do == "weigh":
        table.give(nation, kind="weigh_offers")
    table.months(3)


def _lives(table: Table) -> Iterator[list[Event]]:
    """The events of each agreement between two nations, in order."""
    told = [event for event in table.events.list if event.kind in (*ORDER, *ENDS, "agreement_renewed")]
    pairs = {(event.item, frozenset((event.actor, event.target))) for event in told}
    for item, parties in sorted(pairs, key=str):
        yield [event for event in told if event.item == item and {event.actor, event.target} == parties]


@given(st.lists(ACTS, max_size=9))
def test_every_agreement_goes_one_way(acts: list[tuple[int, str, str, str]]) -> None:
    table = Table(bargaining())
    for act in acts:
        _act(table, *act)
        code, left = table.state.agreement[..., 0], table.state.agreement_left[..., 0]
        mutual = code >= IN_FORCE
        assert (mutual == mutual.swapaxes(1, 2)).all(), "what is signed stands from both sides"
        assert not ((code == PROPOSED) & (code.swapaxes(1, 2) > 0)).any(), "one proposal at a time between two"
        assert ((left > 0.0) <= (code > 0)).all()
        assert set(np.unique(code)) <= {0, PROPOSED, IN_FORCE, SIGNED}
    for life in _lives(table):
        stage = -1
        for event in life:
            if event.kind in ENDS:
                assert stage >= 0, "what ends has begun"
                stage = -1
            elif event.kind == "agreement_renewed":
                assert stage >= 1
            else:
                # A proposal may be countered; all else comes once and in its order, or ends what came before.
                assert ORDER[event.kind] > stage or ORDER[event.kind] == stage == 0
                stage = ORDER[event.kind]


@given(st.lists(ACTS, max_size=8))
def test_fees_are_neither_made_nor_lost(acts: list[tuple[int, str, str, str]]) -> None:
    table = Table(bargaining(agreements={"cost": np.zeros(2), "clauses": BARGAIN}))
    for act in acts:
        _act(table, *act)
    fees = [term for term in table.events.terms.take() if term.figure == "budget" and term.cause.startswith("fee:")]
    between = [term.amount for term in fees if term.cause == "fee:pool"]
    assert sum(between) == pytest.approx(0.0, abs=1e-9), "what a seat pays another it receives"


def test_a_proposal_runs_through_its_life() -> None:
    table = Table(bargaining(agreements={"ratify": np.array([0.0, 3.0]), "grace": np.zeros(2)}))
    propose(table, ARDEN, "pool", "boreas", days=30.0, years=1.0)
    propose(table, BOREAS, "pool", "arden", days=20.0, years=1.0)
    assert table.state.agreement[POOL, [ARDEN, BOREAS], [BOREAS, ARDEN], 0].tolist() == [0, PROPOSED]
    table.give(ARDEN, kind="answer_agreement", agreement="pool", partner="boreas", accept=True)
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == SIGNED
    assert table.refusal(ARDEN, kind="propose_agreement", agreement="pool", partner="boreas") == "in_force_already"
    table.months(4)
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == IN_FORCE
    table.months(12)
    assert not table.state.agreement.any()
    kinds = [event.kind for event in table.events.list if event.kind.startswith("agreement_")]
    assert kinds == ["agreement_proposed", "agreement_countered", "agreement_signed", "agreement_ratified",
                     "agreement_expired"]  # fmt: skip


def test_what_both_wish_goes_on() -> None:
    table = Table(bargaining(agreements={"grace": np.zeros(2)}))
    propose(table, ARDEN, "pool", "boreas", days=20.0, years=2.0)
    propose(table, BOREAS, "pool", "arden", days=20.0, years=2.0)
    renew = {"kind": "renew_agreement", "agreement": "pool"}
    assert table.refusal(ARDEN, **renew, partner="boreas") == "too_early"
    table.months(14)
    table.give(ARDEN, **renew, partner="boreas")
    assert table.refusal(ARDEN, **renew, partner="boreas") == "said"
    table.give(BOREAS, **renew, partner="arden")
    table.months(12)
    assert table.state.agreement[POOL, ARDEN, BOREAS, 0] == IN_FORCE
    assert table.state.agreement_left[POOL, ARDEN, BOREAS, 0] == pytest.approx(24.0 - 2.0)
    assert len(table.told("agreement_renewed")) == 1
    assert not table.state.agreement_renewal.any(), "the next time it is asked anew"


def test_a_host_goes_on_where_it_is_still_content() -> None:
    table = Table(bargaining())
    propose(table, ARDEN, "supply", "mineland", years=1.0)
    table.months(6)
    table.give(ARDEN, kind="renew_agreement", agreement="supply", partner="mineland")
    table.months(8)
    assert table.state.agreement[SUPPLY, ARDEN, MINELAND, 0] == IN_FORCE


def test_who_joins_is_bound_with_all() -> None:
    table = Table(bargaining(agreements=CLUB))
    for one, other in ((ARDEN, "boreas"), (BOREAS, "arden")):
        propose(table, one, "supply", other)
    propose(table, ARDEN, "supply", "mineland", fee=2.0)
    table.months(1)
    members = (ARDEN, BOREAS, MINELAND)
    assert all(
        table.state.agreement[SUPPLY, one, other, 0] == IN_FORCE for one in members for other in members if one != other
    )
    assert table.state.agreement_fee[SUPPLY, BOREAS, MINELAND, 0] == 0.0, "a fee is between the two who agreed on it"
    table.give(BOREAS, kind="leave_agreement", agreement="supply", partner="arden")
    assert not table.state.agreement[SUPPLY, BOREAS].any(), "who leaves it leaves it altogether"
    assert table.state.agreement[SUPPLY, ARDEN, MINELAND, 0] == IN_FORCE


def test_ends_are_told_to_whom_they_concern() -> None:
    assert EVENTS["agreement_breached"].readers == ALL
    assert all(EVENTS[kind].text for kind in (*ORDER, *ENDS, "agreement_renewed", "agreement_behind"))

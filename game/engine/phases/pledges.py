"""What agreements come to: tonnes that they brought, money that they cost, and whether parties keep what they promised.

At the end of every quarter a party that did not pay its part in full, or does not hold what it pledged, is in arrears.
Who is so for longer than the agreement forgives is in breach: it ends, and all the world sees why. A stockpile that was
opened in the month is not held against anybody.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import clauses, cover, partings
from game.engine.clauses import column
from game.engine.condition_table import places
from game.engine.derived import derived
from game.engine.month import Month
from game.engine.pacts import Pacts
from game.engine.phases.economy import A_QUARTER, NOTICED
from game.engine.state import IN_FORCE, State
from game.engine.summation import total
from game.engine.world import World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

KEPT = 0.95
"""Part of what a nation pledged to hold that is taken for all of it."""
CRUMB = 1e-9
"""t: less is nothing."""


def advance(world: World, state: State, month: Month) -> None:
    """Count what agreements in force brought in this month, and at the end of a quarter see whether they are kept."""
    pacts = month.pacts
    if pacts is None:
        return
    _count_bought(world, state, pacts)
    if np.count_nonzero(month.books.given):
        _count_lent(world, state, month, pacts)
    if (state.month + 1) % A_QUARTER == 0:
        _count_paid(world, state, month, pacts)
        if world.agreements.grace.size and world.agreements.grace.any():
            _judge(world, state, month, pacts)


def _count_bought(world: World, state: State, pacts: Pacts) -> None:
    """Tonnes of what the partner sold that came to the seat first: what it bought there, up to its share."""
    parties, seats = pacts.parties, world.seats
    share = column(world, state, parties, "share") * pacts.where
    rows = places((share != 0.0) & (parties.one < seats)[:, None])
    if not len(rows):
        return
    kind, one, other = parties.kind[rows], parties.one[rows], parties.other[rows]
    first = (state.flow_exports[other] * share[rows, None]).swapaxes(0, 1)
    came = np.minimum(state.handed("bought", "GXN")[:, world.supply.rules["origin"][0][other], one], first)
    state.agreement_served[kind, one, other] += total(came, 0)


def _count_lent(world: World, state: State, month: Month, pacts: Pacts) -> None:
    """Tonnes that came out of the partner's stockpile for the seat's firms.

    A stockpile serves its own nation first: what left it beyond what that nation's firms got was lent, and what firms
    got beyond what left their nation's own was borrowed. Several borrowers of one lender share in proportion.
    """
    seats = world.seats
    beyond = month.books.given - state.handed("released", "NG")[:seats]
    lent, borrowed = np.maximum(beyond, 0.0), np.maximum(-beyond, 0.0)
    pairs = [cell for cell in pacts.with_kind(_sharing_kinds(world)) if cell[1] < seats and cell[2] < seats]
    for giver in range(seats):
        takers = [(kind, one, where) for kind, one, other, where in pairs if other == giver]
        claims = [borrowed[one] * where for _, one, where in takers]
        whole = np.maximum(sum(claims, np.zeros_like(lent[giver])), CRUMB)
        for (kind, one, _), claim in zip(takers, claims, strict=True):
            state.agreement_served[kind, one, giver] += total(np.minimum(lent[giver] * claim / whole, claim), 0)


@derived
def _sharing_kinds(world: World) -> frozenset[int]:
    return frozenset(np.flatnonzero(world.agreements.shares_stock).tolist())


def _count_paid(world: World, state: State, month: Month, pacts: Pacts) -> None:
    """US$ million that each seat paid for each agreement in the quarter, less what it was paid."""
    parties = pacts.parties
    rows = np.flatnonzero(parties.one < world.seats)
    kind, one, other = parties.kind[rows], parties.one[rows], parties.other[rows]
    money, fee = (column(world, state, parties, name)[rows] for name in ("money", "fee"))
    put, received = money + np.maximum(fee, 0.0), np.maximum(-fee, 0.0)
    if month.paid_part is not None:
        among = other < world.seats
        put *= month.paid_part[one]
        received[among] *= month.paid_part[other[among]]
    state.agreement_paid[kind, one, other] += (put - received) * (A_QUARTER / 12.0) * pacts.where[rows]


def _judge(world: World, state: State, month: Month, pacts: Pacts) -> None:
    """Count the months of those who are in arrears, and end what they have broken."""
    parties, grace = pacts.parties, world.agreements.grace
    rows = np.flatnonzero((parties.one < world.seats) & (grace[parties.kind] != 0.0))
    kept = _kept(world, state, month, pacts, rows)
    behind = state.agreement_lacking[parties.kind[rows], parties.one[rows], parties.other[rows]]
    for place in places(~kept | (behind != 0.0)).tolist():  # nothing changes for who keeps it and always did
        row = int(rows[place])
        _fall_behind(world, state, month, parties.cells[row], pacts.where[row], kept[place])


def _kept(world: World, state: State, month: Month, pacts: Pacts, rows: NDArray[np.intp]) -> Mask:
    """Where the first parties of the agreements `rows` keep what they promised, (rows, B)."""
    kind, one = pacts.parties.kind[rows], pacts.parties.one[rows]
    kept = np.ones((len(rows), state.batch), dtype=bool)
    if month.paid_part is not None:
        kept &= month.paid_part[one] >= 1.0 - NOTICED
    days = column(world, state, pacts.parties, "days")
    if not np.count_nonzero(days):
        return kept
    holds = cover.days_held(world, state)[one] >= days[rows] * KEPT
    holds |= (np.count_nonzero(month.books.given, axis=1) > 0)[one]
    kept &= holds | ~_pledging(world)[kind, None]
    return kept


@derived
def _pledging(world: World) -> Mask:
    """(A,) kinds by which parties promise to hold something."""
    return np.array([clauses.pledges(world, kind) for kind in range(len(world.agreements.grace))])


def _fall_behind(world: World, state: State, month: Month, cell: tuple[int, int, int], where: Mask, kept: Mask) -> None:
    """One party of an agreement kept its promise this quarter, or not."""
    kind, one, other = cell
    stands = where & (state.agreement[cell] == IN_FORCE)
    behind, months = state.agreement_lacking[cell], float(world.agreements.grace[kind])
    begins = stands & ~kept & (behind == 0.0)
    behind[stands] = np.where(kept, 0.0, behind + A_QUARTER)[stands]
    begins &= behind <= months
    month.events.add("agreement_behind", state.month, begins, actor=one, target=other, item=kind, amount=months)
    broken = stands & (behind > months)
    if broken.any():
        partings.breach(world, state, month.events, cell, broken)

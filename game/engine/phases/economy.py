"""Economy: incomes at the start of a turn, running costs quarter by quarter, and the approval of governments.

Only seats keep a budget: what other nations spend is no part of the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.engine.clauses import column
from game.engine.condition_table import somewhere
from game.engine.derived import derived
from game.engine.events import Events
from game.engine.month import Month
from game.engine.pacts import Pacts
from game.engine.state import State
from game.engine.summation import total
from game.engine.terms import Fading
from game.engine.world import OUTSIDE, World, wide

Array = NDArray[np.float64]

MILLION_A_TONNE = 1e-3
"""US$ million for a tonne at 1 US$/kg."""

A_QUARTER = 3
"""Months after which running costs are paid."""

NOTICED = 0.01
"""Part of a bill that must be left unpaid before anybody takes note."""


def begin_turn(world: World, state: State, events: Events) -> None:
    """Incomes of a new turn. A government earns political capital in proportion to its approval, and parliament grants
    it less money while it is less approved of than usual.
    """
    economy, before = world.economy, state.capital
    standing = state.approval / max(economy.approval_rest, 0.01)
    lapsed = _lapsing(world, state)
    granted = wide(economy.income) * np.minimum(standing, 1.0)
    state.budget += granted - lapsed
    earned = wide(economy.capital_income) * standing
    kept_up = world.diplomacy.posture_capital[state.posture]
    held = before + (earned - kept_up)
    state.capital = np.maximum(held, 0.0)
    if events.watched:
        events.terms.add("budget", "income", granted)
        events.terms.add("budget", "lapsed", -lapsed)
        events.terms.add("capital", "income", earned)
        events.terms.add("capital", "posture", -kept_up)
        events.terms.moved("capital", "bound", held, state.capital)
    # What an agency took on above a turn's worth is work for the next: two a year can be vetted in turns of a quarter.
    if np.count_nonzero(state.vetted):
        np.maximum(state.vetted - wide(world.finance.vetting), 0.0, out=state.vetted)


def _lapsing(world: World, state: State) -> Array:
    """(N, B) US$ million that go back to the treasury: a part of what is left of earlier years' money."""
    if state.month == 0 or world.economy.lapse == 0.0:
        return np.zeros_like(state.budget)
    years = world.calendar.turn_months / 12.0
    lapsed: Array = np.maximum(state.budget - wide(world.economy.income) / years, 0.0)
    lapsed *= 1.0 - (1.0 - world.economy.lapse) ** years
    return lapsed


@dataclass(frozen=True)
class Line:
    """A line of a bill: its cause, US$ million by seat (H, ..., B), and the identifiers that part it, if any."""

    cause: str
    due: Array
    each: tuple[str, ...] = ()


def pay(world: World, state: State, month: Month, due: Array, bill: Callable[[], Iterable[Line]]) -> Array | None:
    """Charge the seats `due` US$ million, (H, B), as far as their budgets reach; `bill` tells what for.

    Returns:
        The part of its bill that each seat paid, (H, B); None when all paid in full.
    """
    budget, spent = state.budget[: world.seats], state.spent[: world.seats]
    if not np.count_nonzero(due > budget):
        budget -= due
        spent += due
        _book(month, bill, None)
        return None
    paid = np.minimum(due, budget)
    budget -= paid
    spent += paid
    short = due - paid
    for seat in np.flatnonzero(short.any(axis=1)).tolist():
        felt = short[seat] > NOTICED * due[seat]
        month.events.add("budget_short", state.month, felt, actor=seat, amount=short[seat])
    share: Array = paid / np.where(due > 0.0, due, 1.0) + (due <= 0.0)
    _book(month, bill, share)
    return share


def _book(month: Month, bill: Callable[[], Iterable[Line]], share: Array | None) -> None:
    """Record the lines of a bill of which every seat paid its `share`, (H, B); None where all paid in full."""
    if not month.events.watched:
        return
    for line in bill():
        paid = -line.due if share is None else -line.due * (share[:, None] if line.each else share)
        month.events.terms.add("budget", line.cause, paid, each=line.each)


def advance(world: World, state: State, month: Month) -> None:
    """Pay for stored goods and agreements in force, at the end of each quarter; move approval."""
    if (state.month + 1) % A_QUARTER == 0:
        stored, pacts = storage(world, state), month.pacts
        charged = [] if pacts is None else [*_charged(world, state, pacts)]
        due = _with_agreements(stored, charged)
        month.paid_part = pay(world, state, month, due, lambda: [Line("storage", stored), *_lines(charged, due)])
        _receive(world, state, month, charged)
    _approve(world, state, month)


def storage(world: World, state: State) -> Array:
    """What a quarter's storage costs each seat, (H, B) US$ million."""
    value = state.reserve[: world.seats] * state.price[OUTSIDE]
    return total(value, 1) * (MILLION_A_TONNE * world.stockpiles.storage_cost * A_QUARTER / 12.0)


class _Charge(NamedTuple):
    """What a quarter of an agreement costs: its cause in the books, who pays and who is paid (-1: no seat), and US$
    million (B,).
    """

    cause: str
    payer: int
    payee: int
    amount: Array


def _with_agreements(stored: Array, charged: Sequence[_Charge]) -> Array:
    """`stored` (H, B) and what a quarter of the agreements in force costs each party that is a seat."""
    if not charged:
        return stored
    bill = stored.copy()
    for charge in charged:
        if charge.payer >= 0:
            bill[charge.payer] += charge.amount
    return bill


def _charged(world: World, state: State, pacts: Pacts) -> Iterator[_Charge]:
    """What the agreements in force cost in a quarter: what each party puts in, and fees."""
    names = world.names
    money, fee = column(world, state, pacts.parties, "money"), column(world, state, pacts.parties, "fee")
    puts, pays, asks = somewhere(money != 0.0), somewhere(fee > 0.0), somewhere(fee < 0.0)
    for row, (kind, one, other) in enumerate(pacts.parties.cells):
        if one < world.seats and (puts[row] or pays[row] or asks[row]):
            part = pacts.where[row] * (A_QUARTER / 12.0)
            if puts[row]:
                yield _Charge(f"upkeep:{names.agreements[kind]}", one, -1, money[row] * part)
            if pays[row]:
                yield _Charge(f"fee:{names.agreements[kind]}", one, other, np.maximum(fee[row], 0.0) * part)
            if other >= world.seats and asks[row]:
                yield _Charge(f"fee:{names.agreements[kind]}", -1, one, np.maximum(-fee[row], 0.0) * part)


def upkeep(world: World, state: State, pacts: Pacts | None) -> Iterator[Line]:
    """What agreements in force cost the seats in a quarter, less what they are paid, as lines of a bill."""
    charged = [] if pacts is None else [*_charged(world, state, pacts)]
    like = np.zeros((world.seats, state.batch))
    yield from _lines(charged, like)
    for charge in charged:
        if 0 <= charge.payee < world.seats:
            received = like.copy()
            received[charge.payee] = -charge.amount
            yield Line(charge.cause, received)


def _lines(charged: Sequence[_Charge], like: Array) -> Iterator[Line]:
    """The same as lines of a bill, cause by cause; `like` is an array (H, B)."""
    due: dict[str, Array] = {}
    for charge in charged:
        if charge.payer >= 0:
            due.setdefault(charge.cause, np.zeros_like(like))[charge.payer] += charge.amount
    for cause, amount in due.items():
        yield Line(cause, amount)


def _receive(world: World, state: State, month: Month, charged: Sequence[_Charge]) -> None:
    """Credit the fees to the seats that they are paid to, as far as they were paid."""
    for charge in charged:
        if 0 <= charge.payee < world.seats:
            paid = charge.amount
            if month.paid_part is not None and charge.payer >= 0:
                paid = paid * month.paid_part[charge.payer]
            state.budget[charge.payee] += paid
            month.events.terms.add("budget", charge.cause, paid, at=(charge.payee,))


@derived
def _approval_lost(world: World) -> Array:
    """(N, 1) approval lost for 1 US$ million of output lost in a month."""
    economy = world.economy
    one_per_cent = economy.gdp * 1000.0 / 12.0 / 100.0
    return wide(economy.approval_gdp / np.maximum(one_per_cent, 1e-6))


@derived
def _approval_pull(world: World) -> Array:
    """(postures,) approval gained in a month by posture, and by the pull of the level of rest."""
    economy = world.economy
    return world.diplomacy.posture_approval + economy.approval_rest / economy.approval_months


@derived
def _rest(world: World) -> Array:
    """(N, 1) approval gained in a month by the pull of the level of rest."""
    economy = world.economy
    return np.full((len(world.names.nations), 1), economy.approval_rest / economy.approval_months)


def _approve(world: World, state: State, month: Month) -> None:
    economy, before = world.economy, state.approval
    approval = before * (1.0 - 1.0 / economy.approval_months)
    pull = _approval_pull(world).take(state.posture)
    approval += pull
    if np.count_nonzero(state.flow_gdp):
        approval -= state.flow_gdp * _approval_lost(world)
    if month.exports_lost is not None:
        # For what a foreign tariff takes, voters blame the foreigner first.
        approval += month.exports_gdp * _approval_lost(world) * (1.0 - economy.exports.blame)
    if month.levied:
        approval -= state.import_tariff * economy.tariff_approval
    state.approval = np.minimum(np.maximum(approval, 0.0), 1.0)
    if month.events.watched:
        _tell_approval(world, state, month, (before, pull, approval))


def _tell_approval(world: World, state: State, month: Month, moved: tuple[Array, Array, Array]) -> None:
    """Record what moved approval; `moved` is what it was, the pull of posture and rest, and what it came to unbound."""
    (before, pull, approval), economy, terms = moved, world.economy, month.events.terms
    lost, fading = state.flow_gdp, 1.0 / economy.approval_months
    rest = _rest(world)
    terms.fade("approval", Fading(before, 1.0 - fading, rest, approval, state.approval))
    terms.add("approval", "posture", lambda: pull - rest)
    if month.exports_lost is not None:
        foreign = month.exports_gdp
        terms.add("approval", "foreign_tariff", lambda: foreign * _approval_lost(world) * -economy.exports.blame)
        terms.add("approval", "economic_loss", lambda: (foreign - lost) * _approval_lost(world))
    else:
        terms.add("approval", "economic_loss", lambda: lost * -_approval_lost(world))
    if month.levied:
        terms.add("approval", "import_tariff", state.import_tariff * -economy.tariff_approval)

"""What a seat holds in a site: what it is worth and earns, and what becomes of it when terms are eased, it is sold or
let go.

What a buyer pays for a stake is the lesser of two: what the site's cash and last year's margin are worth to somebody
who wants the return that private partners want, and what it would cost to build the same again; less the costs of the
sale. So no sale brings more than was paid in.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.events import Events
from game.engine.phases import cofinance, partners
from game.engine.phases import project_finance as finance
from game.engine.phases.economy import MILLION_A_TONNE
from game.engine.phases.project_chance import CONSTRUCTION
from game.engine.state import CARE, DONE, FAILED, IDLE, OPERATING, State
from game.engine.world import INSTRUMENTS, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

_EQUITY, _GUARANTEE = INSTRUMENTS.index("equity"), INSTRUMENTS.index("guarantee")
MONTHS = 12.0
CRUMB = 1e-6
"""Shares and US$ million: less is nothing."""


def projects_at(world: World, site: int) -> list[int]:
    """Projects of the catalogue at `site`."""
    return np.flatnonzero(world.projects.site == site).tolist()


def under_way(world: World, state: State, seat: int, site: int) -> Mask:
    """Where `seat` finances something at `site` that is not completed, (B,)."""
    found = np.zeros(state.batch, dtype=bool)
    for project in projects_at(world, site):
        phase = state.project_phase[project]
        found |= (state.project_part[seat, project] > 0.0) & (phase > IDLE) & (phase < DONE)
    return found


def holds(world: World, state: State, seat: int, site: int) -> Mask:
    """Where `seat` has anything in `site`: a stake, a part of its losses or of its output, or what is being built."""
    if seat >= world.seats:
        return np.zeros(state.batch, dtype=bool)
    rights = np.maximum(np.maximum(state.stake[seat, site], state.carry[seat, site]), state.offtake[seat, site])
    held: Mask = (rights > CRUMB) | under_way(world, state, seat, site)
    return held


def lent(world: World, state: State, seat: int, site: int) -> Array:
    """What `seat` has in what is completed at `site` and bears losses for, (B,) US$ million."""
    found = np.zeros(state.batch)
    for project in projects_at(world, site) if seat < world.seats else ():
        built = (state.project_phase[project] == DONE) & finance.CARRIES[state.project_form[seat, project]]
        found += _cost(world, state, project) * state.project_part[seat, project] * built
    return found


def profit(world: World, state: State) -> Array:
    """What each site earns a year at full output and last year's margin, (S, B) US$ million; as `partners.earned`."""
    margin = state.held("year_margin", "S") - 1.0
    full = margin * state.handed("spent", "S") * (state.capacity * MILLION_A_TONNE)
    earned: Array = full - world.sites.fixed_cost[:, None] * (state.site_status == OPERATING)
    return earned


def worth(world: World, state: State, seat: int) -> Array:
    """What a buyer would pay for the stakes of `seat`, after the costs of the sale, (S, B) US$ million."""
    found = np.zeros(state.stake.shape[1:])
    if seat >= world.seats or not np.count_nonzero(state.stake[seat]):
        return found
    sites = np.maximum(state.site_cash, 0.0) + profit(world, state) / max(world.finance.return_wanted, CRUMB)
    sites *= state.site_status == OPERATING
    for project in np.flatnonzero(np.any(state.project_form[seat] == _EQUITY, axis=1)).tolist():
        built = (state.project_phase[project] == DONE) & (state.project_form[seat, project] == _EQUITY)
        again = finance.estimate(world, state, project) * state.project_part[seat, project]
        found[world.projects.site[project]] += again * built
    cheaper: Array = np.minimum(found, np.maximum(state.stake[seat] * sites, 0.0))
    return cheaper * (1.0 - world.finance.sale_discount)


def yearly(world: World, state: State, seat: int) -> Array:
    """What a year at last year's margin brings `seat` in dividends, or takes in losses borne, (S, B) US$ million."""
    result = profit(world, state) * (state.site_status == OPERATING)
    brings = state.stake[seat] * world.finance.payout * np.maximum(result, 0.0)
    takes = state.carry[seat] * np.maximum(-result, 0.0) * (state.site_support > 0.0)
    change: Array = brings - takes
    return change


def settlement(world: World, state: State, seat: int, site: int) -> Array:
    """What `seat` has to pay to be out of `site`, (B,) US$ million; less than 0 where it gets something back.

    Before construction what was set aside comes back, less a fee; later what was guaranteed is called. The debts of
    what is completed are taken to be paid back evenly over the months for which losses are borne.
    """
    due, kept = np.zeros(state.batch), 1.0 - world.finance.leaving_fee
    left = np.minimum(state.site_support[site] / max(world.finance.support_months, 1.0), 1.0)
    for project in projects_at(world, site) if seat < world.seats else ():
        phase, form = state.project_phase[project], state.project_form[seat, project]
        early, late = (phase > IDLE) & (phase < CONSTRUCTION), (phase >= CONSTRUCTION) & (phase < DONE)
        called = finance.called(world, state, project, seat)
        due -= kept * finance.given_back(world, state, project, seat) * early
        due += called * late + called * left * ((phase == DONE) & (form == _GUARANTEE))
    return due


def let_go(world: World, state: State, events: Events, seat: int, site: int, where: Mask, cause: str) -> None:
    """Let `seat` have nothing to do with `site` any more: it bears no loss, and has no stake, offtake or part in it."""
    finance.note(state, seat, site, settlement(world, state, seat, site) * where)
    host = int(world.sites.host[site])
    for project in projects_at(world, site):
        phase, mine = state.project_phase[project], where & (state.project_part[seat, project] > 0.0)
        running = mine & (phase > IDLE) & (phase < DONE)
        finance.drop_part(state, project, mine & (phase != FAILED), seat)
        _go_on(world, state, events, project, running & ~(state.project_public[project] > 0.0), cause)
    for held in (state.stake, state.carry, state.offtake):
        held[seat, site][where] = 0.0
    if np.count_nonzero(state.price_floor):
        finance.set_floors(world, state)
    if host != seat and world.finance.leaving_trust:
        before = state.trust[host, seat].copy()
        state.trust[host, seat] = np.maximum(before - world.finance.leaving_trust * where, 0.0)
        events.terms.moved("trust", cause, before, state.trust[host, seat], at=(host, seat))
    events.add("holding_left", state.month, where, actor=seat, target=host, item=site, cause=cause)


def _go_on(world: World, state: State, events: Events, project: int, where: Mask, cause: str) -> None:
    """What becomes of a project that no seat pays for any more.

    Before construction it is on offer again. From then on private owners finish it where it earns what they want, and
    it is lost elsewhere.
    """
    if not np.count_nonzero(where):
        return
    site, phase = int(world.projects.site[project]), state.project_phase[project].copy()
    alone = partners.earned(world, state, project) >= world.finance.return_wanted
    lost = where & (phase >= CONSTRUCTION) & ~alone
    cofinance.offer_again(state, project, where & (phase < CONSTRUCTION))
    state.project_phase[project][lost] = FAILED
    host = int(world.sites.host[site])
    events.add("project_failed", state.month, lost, target=host, item=project, amount=0.0, cause=cause)


def ease(
    world: World, state: State, events: Events, seat: int, site: int, years: float, where: Mask, cause: str
) -> None:
    """Let `seat` forgo interest for `years`: the money stays in the site, which is carried for as long."""
    forgone = lent(world, state, seat, site) * (world.finance.easing_rate * years)
    part = np.zeros(state.batch)
    for project in projects_at(world, site):
        built = (state.project_phase[project] == DONE) & finance.CARRIES[state.project_form[seat, project]]
        np.maximum(part, state.project_part[seat, project] * built, out=part)
    finance.note(state, seat, site, forgone * where)
    state.site_cash[site] += forgone * where
    np.maximum(state.carry[seat, site], part * where, out=state.carry[seat, site])
    np.maximum(state.site_support[site], MONTHS * years * where, out=state.site_support[site])
    state.site_care[site][where & (state.site_status[site] == CARE)] = 0.0
    host = int(world.sites.host[site])
    events.add("terms_eased", state.month, where, actor=seat, target=host, item=site, amount=forgone, cause=cause)


def sell(
    world: World, state: State, events: Events, seat: int, site: int, part: float, where: Mask, cause: str
) -> None:
    """Let `seat` sell `part` of its stake in `site` to private owners, and with it what came with the stake."""
    price = worth(world, state, seat)[site] * part
    finance.note(state, seat, site, -price * where)
    gone = np.zeros(state.batch)
    borne = np.zeros(state.batch)
    for project in projects_at(world, site):
        form, mine = state.project_form[seat, project], state.project_part[seat, project]
        sold = where & (form == _EQUITY) & (state.project_phase[project] == DONE)
        bought = finance.bought(world.projects, world.finance, project, _EQUITY, mine)
        gone += bought * part * sold
        if part < 1.0:
            finance.take_part(state, project, sold, seat, mine * (1.0 - part), _EQUITY)
        else:
            finance.drop_part(state, project, sold, seat)
        stands = (state.project_phase[project] == DONE) & finance.CARRIES[form]
        np.maximum(borne, state.project_part[seat, project] * stands, out=borne)
    state.stake[seat, site] *= 1.0 - part * where
    state.offtake[seat, site] -= np.minimum(gone, state.offtake[seat, site])
    carry = state.carry[seat, site]
    np.copyto(carry, np.minimum(carry, borne), where=where)
    host = int(world.sites.host[site])
    events.add("stake_sold", state.month, where, actor=seat, target=host, item=site, amount=price, cause=cause)


def _cost(world: World, state: State, project: int) -> Array:
    """What `project` cost; by plan where it was built before the start."""
    cost = state.project_cost[project]
    known: Array = np.where(cost > 0.0, cost, finance.estimate(world, state, project))
    return known

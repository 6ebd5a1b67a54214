"""What becomes of what a seat holds in a site when terms are eased, it is sold or let go."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.events import Events
from game.engine.phases import cofinance, partners
from game.engine.phases import project_finance as finance
from game.engine.phases.project_chance import CONSTRUCTION
from game.engine.portfolio import CARRIES, lent, projects_at, worth
from game.engine.state import CARE, DONE, FAILED, IDLE, State
from game.engine.world import INSTRUMENTS, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

_EQUITY, _GUARANTEE = INSTRUMENTS.index("equity"), INSTRUMENTS.index("guarantee")
MONTHS = 12.0


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
        built = (state.project_phase[project] == DONE) & CARRIES[state.project_form[seat, project]]
        np.maximum(part, state.project_part[seat, project] * built, out=part)
    finance.note(state, seat, site, forgone * where)
    state.site_cash[site] += forgone * where
    np.maximum(state.carry[seat, site], part * where, out=state.carry[seat, site])
    np.maximum(state.site_support[site], MONTHS * years * where, out=state.site_support[site])
    waits = MONTHS * years * (where & (state.site_status[site] == CARE))
    state.site_care[site] = np.maximum(state.site_care[site] - waits, 0.0)
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
        stands = (state.project_phase[project] == DONE) & CARRIES[form]
        np.maximum(borne, state.project_part[seat, project] * stands, out=borne)
    state.stake[seat, site] *= 1.0 - part * where
    state.offtake[seat, site] -= np.minimum(gone, state.offtake[seat, site])
    carry = state.carry[seat, site]
    np.copyto(carry, np.minimum(carry, borne), where=where)
    host = int(world.sites.host[site])
    events.add("stake_sold", state.month, where, actor=seat, target=host, item=site, amount=price, cause=cause)

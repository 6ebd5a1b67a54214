"""How a match begins: the month at rest of the economy, and what everybody has and means to do."""

from __future__ import annotations

import threading
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.economy import machine
from game.economy.fields import layout
from game.economy.month import Handed
from game.economy.play import play
from game.engine import books, clauses
from game.engine.derived import derived
from game.engine.fields import FIELDS
from game.engine.phases import project_finance as finance
from game.engine.phases.projects import NOT_BEGUN
from game.engine.state import BANKRUPT, DONE, IDLE, OPERATING, STANDING, Played, State, shape, sizes
from game.engine.world import DAYS_A_MONTH, POSTURES, RELEASE_RULES, World

Array = NDArray[np.float64]

PATIENCE = 1.0
"""Seconds before machine code is got: in them a window that opens a match draws its first screen, which work in another
thread would keep back. Who cannot wait asks for it (`machine.wait`).
"""


def begin(world: World, seeds: NDArray[np.uint64]) -> State:
    """The state of a batch of matches at the start of the scenario, one match for each of `seeds` (B,)."""
    _get_machine_code()
    seeds = np.asarray(seeds, dtype=np.uint64)
    arrays: dict[str, NDArray[np.generic]] = {}
    given = _given(world)
    for name, field in FIELDS.items():
        value = np.zeros(shape(world, field.axes), dtype=field.dtype)
        if name in given:
            value[...] = given[name]
        arrays[name] = np.repeat(value[..., None], len(seeds), axis=-1)
    state = State(0, seeds.copy(), arrays, _records(world, seeds))
    _inherit(world, state)
    books.keep_first(world, state)
    return state


@cache
def _get_machine_code() -> None:
    """Have it made or loaded in a while, once in a process."""
    timer = threading.Timer(PATIENCE, machine.prepare)
    timer.daemon = True
    timer.start()


def _inherit(world: World, state: State) -> None:
    """Give what projects that were completed before the start have earned those who financed them."""
    everywhere = np.ones(state.batch, dtype=bool)
    for project in np.flatnonzero((world.projects.begun_phase == DONE) & (world.projects.begun_sponsor >= 0)).tolist():
        finance.reward(world, state, project, everywhere)
    for seat, project in np.argwhere(_begun(world) & (world.projects.begun_phase > IDLE)).tolist():
        paid = world.projects.capex[project] * world.finance.budget_cost[world.projects.begun_instrument[project]]
        state.paid_in[seat, world.projects.site[project]] += paid * world.projects.begun_public[project]


def _begun(world: World) -> NDArray[np.bool_]:
    """(H, P) whether a seat has financed a project since before the start."""
    financed: NDArray[np.bool_] = world.projects.begun_sponsor == np.arange(world.seats)[:, None]
    return financed


def _records(world: World, seeds: NDArray[np.uint64]) -> Played:
    """The month at rest for each match, with the public stockpiles of the scenario."""
    records = np.repeat(world.supply.start, len(seeds))
    records["seed"][:, 0] = seeds.astype(np.int64)
    size = sizes(world)
    use = records["usual_use"][:, : size.N, : size.G]
    records["reserve"][:, : size.N, : size.G] = world.stockpiles.reserve / DAYS_A_MONTH * use
    return Played(records, np.repeat(_last(world), len(seeds)), size)


@derived
def _last(world: World) -> NDArray[np.void]:
    """(1,) what was handed on in the month before the first, which is a month at rest."""
    played = np.zeros(1, layout(Handed))
    play(world.supply.rules[0], world.supply.start.copy(), 1, fast=machine.ready(), noted=played)
    return played


@derived
def _given(world: World) -> dict[str, Array | float | int]:
    """Fields that do not start at 0, without the batch axis."""
    return {**_goods(world), **_actors(world)}


def _goods(world: World) -> dict[str, Array | float | int]:
    built = (world.supply.start["capacity"][0, : len(world.names.sites)] > 0.0).astype(np.float64)
    replaced = world.projects.replaces[world.projects.begun_phase == DONE]
    status = built * OPERATING
    status[replaced[replaced >= 0]] = BANKRUPT
    return {
        "site_begun": built,
        "site_status": status,
        "site_cash": world.sites.cash,
        "offtake": np.concatenate([world.sites.offtake, np.zeros((1, len(world.sites.host)))]),
    }


def _actors(world: World) -> dict[str, Array | float | int]:
    rules, diplomacy, economy, projects = world.rival_rules, world.diplomacy, world.economy, world.projects
    running = (projects.begun_phase > IDLE) & (projects.begun_phase < DONE)
    return {
        "project_phase": projects.begun_phase,
        "project_sponsor": projects.begun_sponsor,
        "project_instrument": projects.begun_instrument,
        "project_public": projects.begun_public,
        "project_part": _begun(world) * projects.begun_public,
        "project_form": np.where(_begun(world), projects.begun_instrument, -1),
        "project_cost": np.where(running, projects.capex, 0.0),
        "project_left": np.where(running, NOT_BEGUN, 0.0),
        "stockpile_target": world.stockpiles.target,
        "stockpile_pace": world.stockpiles.pace,
        "release_rule": RELEASE_RULES.index("shortage"),
        "readiness": world.research.readiness,
        "posture": POSTURES.index("neutral"),
        "quota": rules.base_quota[0],
        "export_tax": rules.base_tax[0],
        "licence": 1.0,
        "rule_fired": -1,
        "incident_fired": -1,
        **_on_the_usual_terms(world),
        "tension": diplomacy.tension,
        "trust": diplomacy.trust,
        "reputation": STANDING,
        "staff": economy.staff,
        "budget": economy.budget,
        "capital": economy.capital,
        "approval": economy.approval,
        "export_index": 1.0,
    }


def _on_the_usual_terms(world: World) -> dict[str, Array | float | int]:
    """What agreements state until something else is proposed."""
    share, days, money, fee, years = clauses.bounds(world)[:, :, clauses.USUAL].T[:, :, None, None]
    return {
        "agreement_share": share,
        "agreement_days": days,
        "agreement_money": money,
        "agreement_fee": fee,
        "agreement_life": np.rint(years * 12.0),
    }

"""Environment: hosts suspend licences, protest costs approval, and standards make or mar a reputation.

All are slow and looked at quarter by quarter. A suspended site makes nothing and bears its fixed cost.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import chance
from game.engine.derived import derived
from game.engine.month import Month
from game.engine.script import Script
from game.engine.state import DONE, OPERATING, State
from game.engine.summation import total
from game.engine.world import World, wide
from game.engine.world.arrays import Ints

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

A_QUARTER, A_YEAR = 3, 12


@derived
def _stirs(world: World) -> bool:
    """Whether anything of this phase can happen in the world at all."""
    return world.environment.offers or bool(len(_contested(world).site))


@dataclass(frozen=True)
class _Contested:
    """Sites that are fought over whatever the standard, with the projects at each."""

    site: Ints
    projects: tuple[Ints, ...]


@derived
def _contested(world: World) -> _Contested:
    sites = np.flatnonzero((world.sites.protest > 0.0) | (world.sites.suspension > 0.0))
    return _Contested(sites, tuple(np.flatnonzero(world.projects.site == site) for site in sites.tolist()))


def advance(world: World, state: State, month: Month) -> None:
    """Move reputations, approval and licences at the start of a quarter; keep suspended sites from working."""
    if not _stirs(world):
        return
    if state.month % A_QUARTER == 0:
        chosen = np.count_nonzero(state.project_standard)
        contested = np.count_nonzero(state.capacity.take(_contested(world).site, axis=0))
        if chosen:
            _judge(world, state, month)
        if contested:
            _protest(world, state, month)
        if chosen or contested:
            _suspend(world, state, month)
    if np.count_nonzero(state.site_halted):
        _halt(world, state, month)


def financed(world: World, state: State, projects: Ints) -> Mask:
    """Which seats financed any of `projects` that is completed, (H, B)."""
    built = (state.project_phase[projects] == DONE) & (state.project_part[:, projects] > 0.0)
    by_seat: Mask = np.logical_or.reduce(built, axis=1)
    return by_seat


def _judge(world: World, state: State, month: Month) -> None:
    """A seat is judged by the standard of every project that it has under way or built."""
    counted = (state.project_phase >= 0) & (state.project_phase <= DONE)
    change = world.environment.reputation.take(state.project_standard + 1) * counted * (A_QUARTER / A_YEAR)
    own = state.project_part > 0.0
    before = state.reputation
    state.reputation = before.copy()
    np.clip(before[: world.seats] + total(change * own, 1), 0.0, 1.0, out=state.reputation[: world.seats])
    month.events.terms.moved("reputation", "standards", before, state.reputation)


def _protest(world: World, state: State, month: Month) -> None:
    """What a contested site costs the governments that financed it, while it works."""
    contested = _contested(world)
    for site, projects in zip(contested.site.tolist(), contested.projects, strict=True):
        cost = float(world.sites.protest[site]) * A_QUARTER
        works = state.site_status[site] == OPERATING
        if not cost or not np.count_nonzero(works):
            continue
        felt = financed(world, state, projects) & works
        before = state.approval
        state.approval = before.copy()
        np.maximum(before[: world.seats] - cost * felt, 0.0, out=state.approval[: world.seats])
        month.events.terms.moved("approval", f"protest:{world.names.sites[site]}", before, state.approval)
        if state.month % A_YEAR == 0:
            host = int(world.sites.host[site])
            for seat in np.flatnonzero(felt.any(axis=1)).tolist():
                lost = cost * A_YEAR / A_QUARTER
                month.events.add(
                    "site_protest", state.month, felt[seat], actor=seat, target=host, item=site, amount=lost
                )


def _suspend(world: World, state: State, month: Month) -> None:
    """Draw whether hosts suspend the licences of sites that work."""
    runs = (state.site_status == OPERATING) & (state.site_halted <= state.month)
    halted = runs & (_drawn(world, state) if month.script is None else _written(month.script, state))
    if not np.count_nonzero(halted):
        return
    months = max(1, round(world.environment.halt_months))
    state.site_halted[halted] = state.month + months
    _tell(world, state, month, "licence_suspended", halted, float(months))


def _drawn(world: World, state: State) -> Mask:
    """Sites on which the dice fall, (S, B)."""
    risk = world.environment.suspension.take(state.site_standard + 1) + wide(world.sites.suspension)
    fallen: Mask = chance.uniform(state.seeds, "licence", state.month, len(world.sites.host)) < risk * A_QUARTER
    return fallen


def _written(script: Script, state: State) -> Mask:
    """Sites of which it is written, (S, B)."""
    fallen = np.zeros(state.site_halted.shape, dtype=bool)
    for site, where in script.licences.get(state.month, {}).items():
        fallen[site] = where
    return fallen


def _halt(world: World, state: State, month: Month) -> None:
    runs = state.site_halted <= state.month
    factor = runs.astype(np.float64)
    month.site_factor = factor if month.site_factor is None else month.site_factor * factor
    _tell(world, state, month, "licence_restored", (state.site_halted == state.month) & (state.month > 0), 0.0)


def _tell(world: World, state: State, month: Month, kind: str, where: Mask, amount: float) -> None:
    """Record what became of a licence, for each seat that financed the site, or for nobody."""
    if not month.events.watched:
        return
    for site in np.flatnonzero(where.any(axis=1)).tolist():
        host = int(world.sites.host[site])
        parties = financed(world, state, np.flatnonzero(world.projects.site == site)) & where[site]
        rest = where[site] & ~parties.any(axis=0)
        told = [(seat, parties[seat]) for seat in np.flatnonzero(parties.any(axis=1)).tolist()]
        for seat, felt in (*told, (-1, rest)):
            month.events.add(
                kind, state.month, felt, actor=host, target=seat, item=site, amount=amount, cause="chance:licence"
            )

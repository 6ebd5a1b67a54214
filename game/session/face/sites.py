"""Mines, plants and the projects that would add to them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from game.engine.phases import cofinance, partners
from game.engine.phases.project_staff import waiting
from game.engine.state import DONE, FAILED, IDLE, OPERATING
from game.engine.world import INSTRUMENTS, PHASES
from game.session.progress import progress
from game.session.scene import Scene
from game.session.views import ProjectView, SiteView

_STATUS = ("planned", "operating", "care", "bankrupt")
_EQUITY = INSTRUMENTS.index("equity")
_PRESENT = 1e-3
"""Shares under this are not shown."""


def sites(scene: Scene) -> tuple[SiteView, ...]:
    """Every site that the seat knows of, in the order of the rule set; those not built yet are ``planned``."""
    table = _table(scene)
    return tuple(
        _site(scene, position, site, works)
        for position, (site, works) in enumerate(zip(scene.world.names.sites, table, strict=True))
        if scene.lexicon.knows("sites", site)
    )


class _Works(NamedTuple):
    """What is read of all sites at once, for one of them."""

    capacity: float
    output: float
    """t/month."""
    split: list[float]
    """Shares of the goods in the output; in what the site could make while it makes nothing."""
    cost: float
    held: list[float]
    """Shares of the output promised to each seat, and to the rival."""


def _table(scene: Scene) -> Iterator[_Works]:
    """A row for each site of the rule set."""
    state, goods = scene.state, len(scene.world.names.goods)
    output = state.site_output[..., 0]
    made, makes = output.sum(axis=1), scene.world.supply.rules["makes"][0, : len(output), :goods]
    split = np.where((made > 0.0)[:, None], output, makes)
    split = split / np.maximum(split.sum(axis=1), 1e-12)[:, None]
    cost, held = state.handed("spent", "S")[:, 0], state.offtake[..., 0].T
    return map(_Works, *(column.tolist() for column in (state.capacity[:, 0], made, split, cost, held)))


def _site(scene: Scene, position: int, site: str, works: _Works) -> SiteView:
    table, names = scene.world.sites, scene.world.names
    text = scene.package.sites[site]
    return SiteView(
        id=site,
        name=text.name,
        nation=names.nations[table.host[position]],
        stage=names.stages[table.stage[position]],
        lon=text.lon,
        lat=text.lat,
        status=status(scene, position),
        capacity=works.capacity,
        output=12.0 * works.output,
        goods=_present(names.goods, works.split),
        cash_cost=works.cost,
        offtake=_present(names.nations, works.held),
        note=text.text,
    )


def status(scene: Scene, position: int) -> str:
    """How a site stands, as views call it."""
    status, state = int(scene.state.site_status[position, 0]), scene.state
    if status == OPERATING and state.site_halted[position, 0] > state.month:
        return "suspended"
    return _STATUS[status]


def _present(names: Sequence[str], shares: Sequence[float]) -> tuple[tuple[str, float], ...]:
    """The shares that are shown, with the names that are theirs: the first of `names`, in their order."""
    return tuple((name, share) for name, share in zip(names, shares, strict=False) if share > _PRESENT)


def projects(scene: Scene) -> tuple[ProjectView, ...]:
    """Every project that the seat knows of. Who means to fund one is not known before it is under way."""
    waits = waiting(scene.world, scene.state)[:, 0].tolist()
    return tuple(
        _project(scene, position, project, waits=waits[position])
        for position, project in enumerate(scene.world.names.projects)
        if scene.lexicon.knows("projects", project)
    )


def _project(scene: Scene, position: int, project: str, *, waits: bool) -> ProjectView:
    table, state, names = scene.world.projects, scene.state, scene.world.names
    site = int(table.site[position])
    phase = int(state.project_phase[position, 0])
    text = scene.package.projects[project]
    low, high = _months(scene, position)
    return ProjectView(
        id=project,
        name=text.name,
        site=names.sites[site],
        nation=names.nations[scene.world.sites.host[site]],
        stage=names.stages[scene.world.sites.stage[site]],
        capex=float(table.capex[position]),
        capacity=float(table.capacity[position]),
        months_low=low,
        months_high=high,
        phase={IDLE: "idle", DONE: "done", FAILED: "failed"}.get(phase) or PHASES[phase],
        progress=_progress(scene, position, phase),
        waits=waits,
        sponsor=_sponsor(scene, position, phase),
        public_share=0.0 if phase == IDLE else float(state.project_public[position, 0]),
        own_share=float(state.project_part[scene.seat, position, 0]),
        financiers=financiers(scene, position),
        joinable=bool(cofinance.may_join(state, position, scene.seat)[0]),
        instrument=_instrument(scene, position, phase),
        offtake=float(table.offtake[position]),
        asked=_asked(scene, position) if phase == IDLE else None,
        earned=float(partners.earned(scene.world, state, position)[0]) if phase == IDLE else 0.0,
        choice=scene.draft.try_order(
            {
                "kind": "fund_project",
                "project": project,
                "instrument": "loan",
                "public_share": _most(scene, position),
            }
        ),
        text=text.text,
        evidence=scene.evidence(text.origin),
    )


def _most(scene: Scene, position: int) -> float:
    """The greatest public share that is left for the seat; what the agency may take where none is."""
    most, taken = scene.world.finance.max_public_share, float(scene.state.project_public[position, 0])
    return max(most - taken, 0.0) if taken < most - 1e-9 else most


def _months(scene: Scene, position: int) -> tuple[float, float]:
    table = scene.world.projects
    if table.refinances[position]:
        return 0.0, 0.0
    start = int(table.start_phase[position])
    return float(table.phase_low[position, start:].sum()), float(table.phase_high[position, start:].sum())


def _asked(scene: Scene, position: int) -> float | None:
    share = float(partners.asked(scene.world, scene.state, position, _EQUITY)[0])
    return share if math.isfinite(share) else None


def _progress(scene: Scene, position: int, phase: int) -> float:
    """Part of the most likely duration that is behind the project."""
    if phase in (IDLE, FAILED):
        return 0.0
    if phase == DONE:
        return 1.0
    return progress(scene.world.projects, position, phase, scene.state.month, scene.begun.get(position))


def _sponsor(scene: Scene, position: int, phase: int) -> str:
    if phase == IDLE:
        return ""
    seat = int(scene.state.project_sponsor[position, 0])
    return scene.world.names.nations[seat] if seat >= 0 else "private"


def financiers(scene: Scene, position: int) -> tuple[tuple[str, float], ...]:
    """The seats that finance a project, and their parts; those who pay most first."""
    parts = scene.state.project_part[:, position, 0]
    paying = [seat for seat in np.argsort(-parts, kind="stable").tolist() if parts[seat] > 0.0]
    return tuple((scene.world.names.nations[seat], float(parts[seat])) for seat in paying)


def _instrument(scene: Scene, position: int, phase: int) -> str:
    index = int(scene.state.project_instrument[position, 0])
    return INSTRUMENTS[index] if phase != IDLE and index >= 0 else ""

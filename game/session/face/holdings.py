"""The portfolio of a seat, and what it says of its own soil."""

from __future__ import annotations

from game.engine import portfolio
from game.engine.state import DONE, FAILED, IDLE
from game.engine.summation import total
from game.engine.world import INSTRUMENTS, PHASES
from game.orders.set_access import ACCESS
from game.session.face.sites import financiers, status
from game.session.scene import Scene
from game.session.views.holdings import HoldingView, PartView, SoilView

_MONTHS = 12.0


def holdings(scene: Scene) -> tuple[HoldingView, ...]:
    """Every site in which the seat has something, in the order of the rule set."""
    world, state, seat = scene.world, scene.state, scene.seat
    yearly, worth = portfolio.yearly(world, state, seat)[:, 0], portfolio.worth(world, state, seat)[:, 0]
    return tuple(
        HoldingView(
            site=name,
            nation=world.names.nations[world.sites.host[site]],
            status=status(scene, site),
            parts=_parts(scene, site),
            stake=float(state.stake[seat, site, 0]),
            carry=float(state.carry[seat, site, 0]),
            offtake=float(state.offtake[seat, site, 0]),
            tonnes=float(state.offtake[seat, site, 0] * total(state.site_output[site], 0)[0]) * _MONTHS,
            paid=float(state.paid_in[seat, site, 0]),
            back=float(state.paid_back[seat, site, 0]),
            yearly=float(yearly[site]),
            worth=float(worth[site]),
            interest=float(portfolio.lent(world, state, seat, site)[0]) * world.finance.easing_rate,
        )
        for site, name in enumerate(world.names.sites)
        if scene.lexicon.knows("sites", name) and portfolio.holds(world, state, seat, site)[0]
    )


def _parts(scene: Scene, site: int) -> tuple[PartView, ...]:
    state, seat = scene.state, scene.seat
    mine = state.project_part[seat, :, 0] > 0.0
    return tuple(
        PartView(
            project=scene.world.names.projects[project],
            phase=_phase(int(state.project_phase[project, 0])),
            instrument=INSTRUMENTS[int(state.project_form[seat, project, 0])],
            part=float(state.project_part[seat, project, 0]),
            others=tuple(one for one in financiers(scene, project) if one[0] != scene.seat_id),
        )
        for project in portfolio.projects_at(scene.world, site)
        if mine[project]
    )


def soil(scene: Scene) -> tuple[SoilView, ...]:
    """The sites on the seat's soil that somebody may finance, in the order of the rule set."""
    world = scene.world
    own = {int(site) for site in world.projects.site if world.sites.host[site] == scene.seat}
    return tuple(
        SoilView(name, ACCESS[int(scene.state.site_access[site, 0]) + 1])
        for site, name in enumerate(world.names.sites)
        if site in own and scene.lexicon.knows("sites", name)
    )


def _phase(phase: int) -> str:
    return {IDLE: "idle", DONE: "done", FAILED: "failed"}.get(phase) or PHASES[phase]

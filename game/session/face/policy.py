"""The seat's own means: stockpiles, research and standing policies."""

from __future__ import annotations

import numpy as np

from game.engine.world import DAYS_A_MONTH, POSTURES, RELEASE_RULES, STANDARDS
from game.session.scene import Scene
from game.session.views import PolicyView, ResearchView, StockpileView


def stockpiles(scene: Scene) -> tuple[StockpileView, ...]:
    """The public stockpile of each good that can be kept."""
    kept = np.flatnonzero(scene.world.stockpiles.goods).tolist()
    return tuple(_stockpile(scene, position, scene.world.names.goods[position]) for position in kept)


def _stockpile(scene: Scene, position: int, good: str) -> StockpileView:
    state, seat = scene.state, scene.seat_id
    days = scene.read("reserve_days", seat, good)
    target = scene.read("stockpile_target", seat, good)
    price = scene.read("price", good)
    day_use = float(state.year_use[scene.seat, position, 0]) / DAYS_A_MONTH
    missing = max(0.0, target - days) * day_use
    return StockpileView(
        good=good,
        tonnes=scene.read("reserve", seat, good),
        days=days,
        target_days=target,
        commercial_days=scene.read("commercial_days", seat, good),
        price=price,
        day_use=day_use,
        cost_to_target=missing * price / 1000.0,  # 1 t at 1 US$/kg is US$ 1000
    )


def research(scene: Scene) -> tuple[ResearchView, ...]:
    """The seat's research lines."""
    table = scene.world.research
    return tuple(
        ResearchView(
            id=line,
            name=scene.package.lines[line].name,
            readiness=float(scene.state.readiness[scene.seat, position, 0]),
            rate=float(scene.state.research_rate[scene.seat, position, 0]),
            max_rate=float(table.max_rate[position]),
            effect=scene.package.lines[line].text,
            evidence=scene.evidence(scene.package.lines[line].origin),
        )
        for position, line in enumerate(scene.world.names.lines)
    )


def policy(scene: Scene) -> PolicyView:
    """Policies that stand until they are changed."""
    state, seat = scene.state, scene.seat
    return PolicyView(
        posture=POSTURES[int(state.posture[seat, 0])],
        release_rule=RELEASE_RULES[int(state.release_rule[seat, 0])],
        pace_days=float(state.stockpile_pace[seat, 0]),
        import_tariff=float(state.import_tariff[seat, 0]),
        price_floor=float(state.price_floor[seat, 0]),
        standard=STANDARDS[int(state.standard[seat, 0]) + 1] if scene.world.environment.offers else "",
    )

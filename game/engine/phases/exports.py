"""Exports of industry: a buyer's tariff takes a part of them, and with it output, income and the need of materials.

The value sold on a lane moves toward (1 + tariff) ** elasticity, the constant-elasticity demand for imports of trade
models (Armington, IMF Staff Papers 16, 1969), with a time constant: contracts and ships under way come first. An
agreement that settles a tariff takes its part off.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.bonds import charged
from game.engine.derived import derived
from game.engine.events import Events
from game.engine.lanes import lanes
from game.engine.month import Month
from game.engine.state import State
from game.engine.world import STAYS, Incident, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


def set_tariffs(world: World, state: State, events: Events, incident: Incident, where: Mask) -> None:
    """Let the tariffs of `incident` stand from this month in the matches of `where`; they replace what stood before."""
    exports, cause = world.economy.exports, f"incident:{incident.key}"
    # This month's ageing is still to come: see `advance`.
    left = incident.months + 1.0 if incident.months else np.inf
    for lane in np.flatnonzero(incident.tariff > STAYS).tolist():
        rate, before = float(incident.tariff[lane]), state.export_tariff[lane].copy()
        state.export_tariff[lane][where] = rate
        state.export_tariff_left[lane][where] = left if rate > 0.0 else 0.0
        parties = {"actor": int(exports.buyer[lane]), "target": int(exports.seller[lane])}
        kinds = (
            ("export_tariff", rate > before),
            ("export_tariff_cut", (rate < before) & (rate > 0.0)),
            ("export_tariff_over", (rate < before) & (rate == 0.0)),
        )
        for kind, told in kinds:
            item = int(exports.sector[lane])
            events.add(kind, state.month, where & told, **parties, item=item, amount=rate, cause=cause)


def advance(world: World, state: State, month: Month) -> None:
    """Move what is sold on each lane; set `month.exports_lost` and how busy the sectors are."""
    if state.month < _first_month(world):
        return
    if np.count_nonzero(state.export_tariff_left):
        _age(world, state, month)
    elif not np.count_nonzero(state.export_index != 1.0):
        return
    exports, tables = world.economy.exports, lanes(world)
    called = np.power(1.0 + charged(world, state), exports.elasticity)
    called -= state.export_index
    called *= 1.0 / exports.response_months
    state.export_index += called
    lost = np.zeros((*world.economy.sector_output.shape, state.batch))
    lost[tables.seller, tables.sector] = tables.groups.in_order((1.0 - state.export_index) * tables.share)
    month.exports_lost = lost
    factor = 1.0 - lost
    month.sector_factor = factor if month.sector_factor is None else month.sector_factor * factor


def _age(world: World, state: State, month: Month) -> None:
    """Count down the months of tariffs, and end those whose time is over."""
    exports = world.economy.exports
    ended = state.export_tariff_left == 1.0
    state.export_tariff_left -= 1.0
    np.maximum(state.export_tariff_left, 0.0, out=state.export_tariff_left)
    for lane in np.flatnonzero(ended.any(axis=1)).tolist():
        state.export_tariff[lane][ended[lane]] = 0.0
        month.events.add(
            "export_tariff_over",
            state.month,
            ended[lane],
            actor=int(exports.buyer[lane]),
            target=int(exports.seller[lane]),
            item=int(exports.sector[lane]),
        )


@derived
def _first_month(world: World) -> float:
    """Month before which no tariff can stand; inf where no incident sets one."""
    setting = (incident.month for incident in world.incidents if incident.tariff.size)
    return float(min(setting, default=np.inf))

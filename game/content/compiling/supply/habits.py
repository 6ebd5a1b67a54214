"""From whom buyers are used to buy."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.content.compiling.supply.frame import Frame
from game.content.models.supply.sites import Sites
from game.content.models.supply.trade import Trade

LEAST = 1e-9
"""t/year: capacity of a good that nobody makes."""


def habits(frame: Frame, w: Any) -> None:
    """Shares of purchases at equal prices: as written, else by capacity, with a bias for one's own."""
    trade, names = frame.need(Trade), frame.names
    common = _common(frame, w)
    for n, name in enumerate(names.nations):
        own = common.copy()
        own[:, w["origin"][n]] *= trade.strangeness.own_bias.value
        for good, shares in trade.habits.get(name, {}).items():
            own[names.goods.index(good)] = [shares.at(origin) for origin in names.origins]
        w["habit"][: len(names.goods), : len(names.origins), n] = own / np.maximum(own.sum(1, keepdims=True), LEAST)


def _common(frame: Frame, w: Any) -> Any:
    """Weights (good, origin) by the most that sites are ever able to make, and a little for each origin that sells."""
    goods, origins = len(frame.names.goods), len(frame.names.origins)
    able, sells = np.zeros((goods, origins)), np.zeros((goods, origins))
    for i, site in enumerate(frame.need(Sites).sites.values()):
        x, makes = w["origin"][w["host"][i]], w["makes"][i, :goods]
        able[:, x] += frame.steps(site.capacity).max() * makes
        sells[:, x] += makes > 0.0
    stranger = frame.need(Trade).strangeness.stranger.value
    return able / np.maximum(able.sum(1, keepdims=True), LEAST) + stranger * (sells > 0)

"""A match before its first month, only roughly at rest: `game.economy.rest` brings it there."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.content.compiling.supply.frame import YEAR, Frame
from game.content.models.supply.goods import Goods
from game.content.models.supply.market import Market
from game.content.models.supply.sites import Sites
from game.economy.axes import STEPS
from game.economy.fields import layout
from game.economy.small import FREE
from game.economy.state import State

RUN = 0.8
"""Utilisation from which the search for rest begins."""
MARGIN = 1.1
"""Value over cost from which it begins."""


def start(frame: Frame, w: Any) -> Any:
    """The start of the rule set, given the record `w` made of it, as an array of one match."""
    states = np.zeros(1, layout(State))
    s = states[0]
    _prices(frame, s)
    for i, site in enumerate(frame.need(Sites).sites.values()):
        s["capacity"][i] = frame.steps(site.capacity)[0] / YEAR
    s["run"], s["staffed"], s["year_margin"], s["kept"], s["reliable"] = RUN, 1.0, MARGIN, 1.0, 1.0
    s["reserve_pace"] = frame.need(Market).market.number("reserve_pace")
    _controls(frame, s)
    use = _use(w, s)
    s["usual_use"] = use
    s["stock"] = use * w["cover"]
    s["regular"] = use.T[:, None, :] * w["habit"]
    s["in_use"][:] = (use * w["life_months"] / STEPS * (w["returns"] >= 0))[..., None]
    return states


def _prices(frame: Frame, s: Any) -> None:
    s["price"], s["usual"], s["year_price"] = 1.0, 0.0, 1.0
    for g, good in enumerate(frame.need(Goods).goods.values()):
        s["price"][:, g] = s["year_price"][:, g] = good.price.value
        s["usual"][:, g] = np.log(good.price.value)


def _controls(frame: Frame, s: Any) -> None:
    """Duties and leaks as they are in the first month; nothing is rationed or stopped before a match."""
    s["quota"] = FREE
    for q, quota in enumerate(frame.controls().quotas.values()):
        if quota.amount is not None and (quota.begins is None or frame.month(quota.begins) <= 0):
            s["past"][q] = frame.need(Market).market.number("past_quota")
    for zone, duties in frame.controls().duties.items():
        for good, series in duties.items():
            s["duty"][frame.names.zones.index(zone), frame.names.goods.index(good)] = series.at(frame.first)


def _use(w: Any, s: Any) -> Any:
    """t/month by nation and good, of sectors and sites; yards are filled with a month of output on the way."""
    use = np.zeros(s["stock"].shape)
    for j in range(w["sectors"]):
        use[:, w["sector_good"][j]] += w["use"][:, j] * w["activity"][:, j, 0]
    for i in range(w["sites"]):
        use[w["host"][i]] += RUN * s["capacity"][i] * w["takes"][i]
        s["yard"][i] = min(RUN * s["capacity"][i], w["ceiling"][i, 0]) * w["makes"][i]
    return use

"""What controllers decided, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.content.compiling.supply.frame import YEAR, Frame
from game.content.models.entry import picked
from game.content.models.supply.controls import Quota
from game.content.models.supply.zones import Zones
from game.economy.axes import SIZES
from game.economy.small import FREE


@dataclass(frozen=True)
class Dated:
    """Arrays whose last axis is the month since the start of the series."""

    quota: Any
    """(quota, month), t/month, with what leaves uncounted; `FREE` where there is none."""
    duty: Any
    """(zone, good, month), share."""
    embargo: Any
    """(zone, nation, good, month), share of shipments that is stopped; of several the strictest."""


def dated(frame: Frame) -> Dated:
    """Compile quotas, duties and embargoes of ``controls.yaml``."""
    names, months = frame.names, SIZES["Month"]
    controls = frame.controls()
    duty = np.zeros((len(names.zones), len(names.goods), months))
    for zone, duties in controls.duties.items():
        for good, series in duties.items():
            duty[names.zones.index(zone), names.goods.index(good)] = frame.steps(series)
    return Dated(
        quota=np.array([_quota(frame, quota) for quota in controls.quotas.values()]).reshape(-1, months),
        duty=duty,
        embargo=_embargoes(frame),
    )


def _quota(frame: Frame, quota: Quota) -> Any:
    if quota.amount is None:
        return np.full(SIZES["Month"], FREE)
    found = frame.steps(quota.amount) + (frame.steps(quota.outside) if quota.outside else 0.0)
    found /= YEAR
    if quota.begins is not None:
        found[: frame.since(quota.begins)] = FREE
    if quota.until is not None:
        found[frame.past(quota.until) :] = FREE
    return found


def _embargoes(frame: Frame) -> Any:
    names = frame.names
    found = np.zeros((len(names.zones), len(names.nations), len(names.goods), SIZES["Month"]))
    zones = frame.need(Zones).zones
    for stop in frame.controls().embargoes:
        z, months = names.zones.index(stop.zone), slice(frame.since(stop.begins), frame.past(stop.ends))
        for nation in picked(stop.nations, (name for name in names.nations if name not in zones[stop.zone].members)):
            for good in stop.goods:
                into = found[z, names.nations.index(nation), names.goods.index(good), months]
                np.maximum(into, stop.share.value, out=into)
    return found

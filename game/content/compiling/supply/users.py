"""What sectors use, and how busy they are."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.content.compiling.supply.frame import YEAR, Frame
from game.content.models.supply.activity import Activity
from game.content.models.supply.sectors import Sector, Sectors
from game.content.numbers import OTHER, Series
from game.economy.axes import SIZES

LEAST = 1e-6
"""Of activity: nobody is wholly idle."""


def sectors(frame: Frame, w: Any) -> None:
    """Use, output, price response and activity of every sector, month by month."""
    count = len(frame.names.nations)
    w["activity"] = 1.0
    for j, sector in enumerate(frame.need(Sectors).sectors.values()):
        w["sector_good"][j] = frame.names.goods.index(sector.good)
        w["use"][:count, j] = frame.by_nation(sector.use) / YEAR
        w["output"][:count, j] = frame.by_nation(sector.output) / YEAR
        w["usual_price"][j], w["elasticity"][j] = sector.price.value, sector.elasticity.value
        w["choke"][j] = sector.choke.value if sector.choke else 0.0
        w["switch_months"][j], w["lasting"][j] = sector.switch_months.value, sector.lasting.value
        if sector.activity is not None:
            _activity(frame, w["activity"][:, j], sector)


def _activity(frame: Frame, into: Any, sector: Sector) -> None:
    """Fill (nation, month); who has neither a series nor one for all others stays level."""
    regions = frame.need(Activity).activity[str(sector.activity)].regions
    for n, name in enumerate(frame.names.nations):
        series = regions.get(name, regions.get(OTHER))
        if series is not None:
            into[n] = _course(frame, series, sector)


def _course(frame: Frame, series: Series, sector: Sector) -> Any:
    """An index by month, 1 in the year in which the use is known, with the trend of its intensity.

    A year's figure stands at the beginning of its seventh month, half a month after where a series of the files has it.
    """
    middle = [month + 0.5 - frame.first for month, _ in series.points]
    known = YEAR * (sector.known or 0) + YEAR / 2.0 - frame.first
    months = np.arange(SIZES["Month"])
    found = np.interp(months, middle, [value for _, value in series.points]) / np.interp(
        known, middle, [value for _, value in series.points]
    )
    trend = np.log(1.0 + sector.trend.value) / YEAR
    return np.maximum(found, LEAST) * np.exp(trend * (np.minimum(months, middle[-1]) - known))

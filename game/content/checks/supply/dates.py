"""Series: they begin with the rule set, leave no year out, and tell of all who use."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from game.content.calendar import month_number
from game.content.manuscript import Manuscript
from game.content.models.ruleset import RuleSet
from game.content.models.supply.activity import Activity, Branch
from game.content.models.supply.controls import Controls
from game.content.models.supply.sectors import Sector, Sectors
from game.content.models.supply.sites import Sites
from game.content.numbers import OTHER, Path, Series
from game.economy.axes import SIZES

MONTHS = 12


def check(manuscript: Manuscript) -> None:
    """Report series that begin too late or end beyond all months, years that are left out, and users without one."""
    head = manuscript.get(RuleSet)
    if head is not None:
        for kind, path, series, start in _dated(manuscript):
            _within(manuscript, kind, path, series, month_number(head.start), month_number(start or head.start))
    activity, sectors = manuscript.get(Activity), manuscript.get(Sectors)
    for name, branch in activity.activity.items() if activity else ():
        for region, series in branch.regions.items():
            _gaps(manuscript, ("activity", name, "regions", region), series)
    for name, sector in sectors.sectors.items() if sectors else ():
        if sector.activity is not None and activity is not None and sector.activity in activity.activity:
            _covers(manuscript, name, sector, activity.activity[sector.activity])


def _dated(manuscript: Manuscript) -> Iterator[tuple[str, Path, Series, str | None]]:
    """Series of what holds from a date on: kind of file, path, series, and the month from which it is asked."""
    sites, controls = manuscript.get(Sites), manuscript.get(Controls)
    for name, site in sites.sites.items() if sites else ():
        yield "sites", ("sites", name, "capacity"), site.capacity, None
        if site.ceiling is not None:
            yield "sites", ("sites", name, "ceiling"), site.ceiling, None
    if controls is None:
        return
    for name, quota in controls.quotas.items():
        for field in ("amount", "outside"):
            if getattr(quota, field) is not None:
                yield "controls", ("quotas", name, field), getattr(quota, field), quota.begins
    for zone, duties in controls.duties.items():
        yield from (("controls", ("duties", zone, good), series, None) for good, series in duties.items())
    yield from (("controls", ("costs", zone), series, None) for zone, series in controls.costs.items())


def _within(manuscript: Manuscript, kind: str, path: Path, series: Series, first: int, asked: int) -> None:
    begin, end = series.points[0][0], series.points[-1][0]
    if len(series.leaves) == 1 and not begin:
        return  # one number for all time
    if begin > asked:
        what = f"the series begins in {_told(begin)}, later than it is asked"
        manuscript.report("rules", kind, path, what, f"say what holds from {_told(asked)} on", key=True)
    if end >= first + SIZES["Month"]:
        last = _told(first + SIZES["Month"] - 1)
        manuscript.report("rules", kind, path, f"the series goes on in {_told(end)}", f"end by {last}", key=True)


def _told(month: float) -> str:
    year, rest = divmod(int(month), MONTHS)
    return f"{year}-{rest + 1:02d}"


def _gaps(manuscript: Manuscript, path: Path, series: Series) -> None:
    months = [month for month, _ in series.points]
    for before, after in pairwise(months):
        if after - before > MONTHS:
            what = f"the series has nothing between {int(before) // MONTHS} and {int(after) // MONTHS}"
            manuscript.report("rules", "activity", path, what, "add the years between", key=True)
            return


def _covers(manuscript: Manuscript, name: str, sector: Sector, branch: Branch) -> None:
    """Report a year that is not known, and users of whom the series says nothing."""
    if sector.known is None:
        what = f"'{name}' has an activity and no year of which its use is known"
        manuscript.report("rules", "sectors", ("sectors", name, "activity"), what, "add known: 2010")
        return
    for region, series in branch.regions.items():
        years = [int(month) // MONTHS for month, _ in series.points]
        if not years[0] <= sector.known <= years[-1] or not _value(series, sector.known):
            what = f"{sector.activity} of '{region}' says nothing of {sector.known}"
            hint = f"name a year from {years[0]} to {years[-1]}"
            manuscript.report("rules", "sectors", ("sectors", name, "known"), what, hint)
            break
    used = sector.use.tree if isinstance(sector.use.tree, dict) else {}
    without = [nation for nation in used if nation not in branch.regions] if OTHER not in branch.regions else []
    if without:
        what = f"{sector.activity} has no series for {', '.join(without)}"
        hint = f"add {OTHER}: for all that are not named"
        manuscript.report("rules", "sectors", ("sectors", name, "activity"), what, hint)


def _value(series: Series, year: int) -> float:
    """The figure of a year; of one that is left out some figure above 0, for that is told elsewhere."""
    return next((value for month, value in series.points if int(month) // MONTHS == year), 1.0)

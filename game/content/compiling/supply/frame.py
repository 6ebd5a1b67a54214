"""What all parts of a rule set are compiled against: its records, the order of names, and the months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from game.content.calendar import month_number
from game.content.manuscript import Manuscript
from game.content.models.entry import Document
from game.content.models.nations import Nations
from game.content.models.ruleset import RuleSet
from game.content.models.supply.controls import Controls
from game.content.models.supply.goods import Goods
from game.content.models.supply.sectors import Sectors
from game.content.models.supply.sites import Sites
from game.content.models.supply.trade import Trade
from game.content.models.supply.zones import Zones
from game.content.numbers import Numbers, Series
from game.economy.axes import SIZES

WORLD = "world"
"""The zone of those who control nothing: the first, which no rule set declares."""
YEAR = 12.0
"""Months: rule files count a year's tonnes and dollars, the economy a month's."""

Kind = TypeVar("Kind", bound=Document)


@dataclass(frozen=True)
class Names:
    """Names in the order of their indices, which is that of the files; the world market goes before the zones."""

    nations: tuple[str, ...]
    zones: tuple[str, ...]
    origins: tuple[str, ...]
    goods: tuple[str, ...]
    sites: tuple[str, ...]
    sectors: tuple[str, ...]
    quotas: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """Names, the first month, and the records behind them."""

    manuscript: Manuscript
    names: Names
    first: int
    """Month in which series begin, counted as year * 12 + month - 1."""

    def need(self, model: type[Kind]) -> Kind:
        """The record of `model`.

        Raises:
            LookupError: when its file could not be used.
        """
        return self.manuscript.need(model)

    def controls(self) -> Controls:
        """What was decided; nothing where the rule set has no such file."""
        return self.manuscript.get(Controls) or Controls(format=1, kind="controls")

    def month(self, written: str) -> int:
        """Index of a month ``YYYY-MM`` in the series."""
        return month_number(written) - self.first

    def since(self, written: str) -> int:
        """The same of what begins then; 0 where that lies before the series."""
        return max(self.month(written), 0)

    def past(self, written: str) -> int:
        """Index of the first month behind one that is the last of something; 0 where it was over before the series."""
        return max(self.month(written) + 1, 0)

    def steps(self, series: Series) -> Any:
        """The values of `series` in every month, in its unit."""
        return series.over(self.first + np.arange(SIZES["Month"]))

    def by_nation(self, numbers: Numbers) -> Any:
        """Numbers over the nations."""
        return np.array([numbers.at(name) or 0.0 for name in self.names.nations])


def frame(manuscript: Manuscript) -> Frame:
    """Fix the order of all names.

    Raises:
        LookupError: when a record that is needed for this could not be used.
    """
    controls = manuscript.get(Controls)
    names = Names(
        nations=tuple(manuscript.need(Nations).nations),
        zones=(WORLD, *manuscript.need(Zones).zones),
        origins=tuple(manuscript.need(Trade).origins),
        goods=tuple(manuscript.need(Goods).goods),
        sites=tuple(manuscript.need(Sites).sites),
        sectors=tuple(manuscript.need(Sectors).sectors),
        quotas=tuple(controls.quotas) if controls else (),
    )
    return Frame(manuscript, names, month_number(manuscript.need(RuleSet).start))

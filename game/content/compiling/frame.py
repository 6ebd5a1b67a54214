"""What all parts of a world are compiled against: the records, the order of names, and the calendar."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.content.calendar import month_number
from game.content.compiling.goods import goods as goods_of
from game.content.compiling.supply import frame as supply
from game.content.manuscript import Manuscript
from game.content.models.agreements import Agreements
from game.content.models.nations import Nations
from game.content.models.projects import Projects
from game.content.models.research import Research
from game.content.models.rival import Rival
from game.content.models.ruleset import RuleSet
from game.content.models.scenario import Scenario
from game.content.models.supply.controls import Controls
from game.content.models.supply.goods import Goods as GoodsRecord
from game.content.models.supply.processes import Processes
from game.content.models.supply.sectors import Sectors
from game.content.models.supply.sites import Sites
from game.content.models.supply.trade import Trade
from game.content.models.supply.zones import Zones
from game.content.numbers import Numbers, Series
from game.content.vocabulary import Vocabulary
from game.engine.world import Array, Calendar, Goods, Names

ALL_TIME = Calendar(start=1900 * 12, turn_months=12, turns=300)
"""No date in a rule set lies outside this."""


@dataclass(frozen=True)
class Frame:
    """Names in index order, the calendar, and the records."""

    manuscript: Manuscript
    names: Names
    calendar: Calendar
    rival_name: str
    seat_names: tuple[str, ...]

    @property
    def rival(self) -> int:
        """Position of the rival among the nations."""
        return self.names.index("nations", self.rival_name)

    @property
    def turn_years(self) -> float:
        """Length of a turn in years."""
        return self.calendar.turn_months / 12.0

    @cached_property
    def goods(self) -> Goods:
        """Where goods stand among materials and stages."""
        return goods_of(self.manuscript)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What conditions may speak of, without ``self``."""
        alone = frozenset({"rules"}) if self.manuscript.folder is None else frozenset()
        return Vocabulary(self.names, self.calendar, {"rival": self.rival_name}, alone)

    @cached_property
    def supply(self) -> supply.Frame:
        """The same for the economy, whose series begin with the scenario."""
        names = self.names
        own = {axis: getattr(names, axis) for axis in supply.Names.__dataclass_fields__}
        return supply.Frame(self.manuscript, supply.Names(**own), self.calendar.start)

    def at(self, axis: str, name: str | None) -> int:
        """Position of `name` on `axis`; -1 for None."""
        return -1 if name is None else self.names.index(axis, name)

    def grid(self, numbers: Numbers, *axes: str) -> Array:
        """The numbers over `axes` (fields of `Names`, in the order of the field's levels).

        Raises:
            LookupError: when an identifier has no number.
        """
        lists: list[tuple[str, ...]] = [getattr(self.names, axis) for axis in axes]
        values = [numbers.at(*names) for names in itertools.product(*lists)]
        if any(value is None for value in values):
            raise LookupError(f"no number for some of {axes}")
        return np.array(values, dtype=np.float64).reshape([len(names) for names in lists])

    def series(self, series: Series) -> Array:
        """The values of `series` in every month, (T,)."""
        return series.over(self.calendar.start + np.arange(self.calendar.months))

    def mask(self, axis: str, names: Iterable[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Which of `axis` are among `names`."""
        chosen = set(names)
        return np.array([name in chosen for name in getattr(self.names, axis)])


def frame(manuscript: Manuscript) -> Frame:
    """Fix the order of all names: seats, the rival, then the others; its zone and its origin before other ones.

    Raises:
        LookupError: when a record that is needed for this could not be used.
    """
    rules, goods = manuscript.need(RuleSet), manuscript.need(GoodsRecord)
    nations = manuscript.need(Nations).nations
    if rules.rival is None:
        raise LookupError("a rule set without a rival")
    manuscript.need(Processes)  # who makes what stage
    seats, calendar = _match(manuscript, tuple(name for name in nations if name != rules.rival))
    rival, controls = manuscript.get(Rival, "scene"), manuscript.get(Controls)
    names = Names(
        nations=(*seats, rules.rival, *(name for name in nations if name not in seats and name != rules.rival)),
        materials=tuple(goods.materials),
        stages=tuple(goods.stages),
        goods=tuple(goods.goods),
        zones=(supply.WORLD, *_zones(manuscript.need(Zones), rules.rival)),
        quotas=tuple(controls.quotas) if controls else (),
        sectors=tuple(manuscript.need(Sectors).sectors),
        sites=tuple(manuscript.need(Sites).sites),
        projects=tuple(manuscript.need(Projects).projects),
        lines=tuple(manuscript.need(Research).lines),
        agreements=tuple(manuscript.need(Agreements).agreements),
        rules=tuple(rival.rules) if rival else (),
        origins=_origins(manuscript.need(Trade), rules.rival),
    )
    return Frame(manuscript, names, calendar, rules.rival, seats)


def _match(manuscript: Manuscript, others: tuple[str, ...]) -> tuple[tuple[str, ...], Calendar]:
    """Seats and calendar of the scenario; for a rule set looked at alone, all nations and all time."""
    if manuscript.folder is None:
        return others, ALL_TIME
    scenario = manuscript.need(Scenario, "scene")
    return tuple(scenario.seats), Calendar(month_number(scenario.start), scenario.turn_months, scenario.turns)


def _zones(zones: Zones, rival: str) -> tuple[str, ...]:
    """The zones of controllers, the rival's first."""
    return tuple(sorted(zones.zones, key=lambda name: zones.zones[name].controller != rival))


def _origins(trade: Trade, rival: str) -> tuple[str, ...]:
    """The origins, the rival's first."""
    return tuple(sorted(trade.origins, key=lambda name: rival not in trade.origins[name]))

"""The rule sets of the tests, by the product's reader: records, starts, and names in the order of their indices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from game.content.compiling.supply.controls import Dated, dated
from game.content.compiling.supply.start import start
from game.content.compiling.supply.world import world
from game.content.fitted import fitted
from game.content.models.supply.sites import Sites
from tests.rule_sets import Economies

FOLDER = Path(__file__).parent / "rules"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Rules:
    """A rule set in a folder of `FOLDER`.

    Args:
        name: of the folder.
        changes: other values of its numbers, by their path; with any, what numbers are together is not checked.
    """

    def __init__(self, name: str, changes: Mapping[str, float] | None = None) -> None:
        self.name = name
        self.frame = draft(name).frame(changes, check=not changes)
        names = self.frame.names
        self.nations, self.zones, self.origins = list(names.nations), list(names.zones), list(names.origins)
        self.goods, self.sites, self.sectors = list(names.goods), list(names.sites), list(names.sectors)
        self.quotas = list(names.quotas)

    def world(self) -> Any:
        """The rule set as a record."""
        return world(self.frame)

    def guess(self, w: Any) -> Any:
        """A start that is only roughly at rest, as an array of one match."""
        return start(self.frame, w)

    def dated(self) -> Dated:
        """What was decided, by month."""
        return dated(self.frame)

    def month(self, date: str) -> int:
        """Months from the beginning of the series to a date "year-month"."""
        return self.frame.month(date)

    def value(self, path: str) -> float:
        """The number at a path, as it is written."""
        return draft(self.name).value(path)

    def fitted(self) -> int:
        """How many numbers were moved with an outcome in sight."""
        return sum(each.numbers for each in fitted(self.frame.manuscript))

    def run_by(self, site: str) -> str:
        """The process that a site runs."""
        return self.frame.need(Sites).sites[site].process


@cache
def draft(name: str) -> Economies:
    """The files of a rule set, read once."""
    return Economies(FOLDER / name)


def read(file: Path) -> dict[str, Any]:
    """A file of figures of the tests as it is written."""
    return dict(yaml.load(file.read_text(encoding="utf-8"), LOADER))  # noqa: S506 - a safe one

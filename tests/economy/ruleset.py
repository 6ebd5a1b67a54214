"""The rule sets of the tests, by the product's reader: records, starts, and names in the order of their indices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from game.content.compiling.supply.start import start
from game.content.compiling.supply.world import world
from tests.rule_sets import Economies

FOLDER = Path(__file__).parent / "rules"


class Rules:
    """A rule set in a folder of `FOLDER`."""

    def __init__(self, name: str) -> None:
        self.frame = Economies(FOLDER / name).frame(check=True)
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

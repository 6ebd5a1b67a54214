"""Shares that must sum to 1."""

from __future__ import annotations

from game.content.manuscript import Manuscript
from game.content.models.scenario import Scenario
from game.content.models.supply.market import Market
from game.content.models.supply.sites import Sites
from game.content.numbers import Numbers, Path

NEAR = 0.005
"""Shares are written to two or three digits."""


def check(manuscript: Manuscript) -> None:
    """Report shares that do not sum to 1."""
    sites, market, scenario = manuscript.get(Sites), manuscript.get(Market), manuscript.get(Scenario, "scene")
    for name, site in sites.sites.items() if sites else ():
        held = _total(site.offtake)
        if held > 1 + NEAR:
            what = f"shares sum to {held:.3g}, more than 1"
            manuscript.report("rules", "sites", ("sites", name, "offtake"), what, key=True)
    if market and market.basket is not None and market.basket.fits:
        to_one(manuscript, "rules", "market", ("basket",), _total(market.basket))
    if scenario:
        weights = sum(part.weight for part in scenario.score.values())
        to_one(manuscript, "scene", "scenario", ("score",), weights, "weights")


def _total(numbers: Numbers) -> float:
    return sum(leaf.value for leaf in numbers.leaves)


def to_one(manuscript: Manuscript, part: str, kind: str, path: Path, found: float, what: str = "shares") -> None:
    """Report that what must sum to 1 sums to `found`, unless that is nearly 1."""
    if abs(found - 1.0) > NEAR:
        manuscript.report(part, kind, path, f"{what} sum to {found:.3g}", "they must sum to 1", key=True)

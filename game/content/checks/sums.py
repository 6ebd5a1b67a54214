"""Shares that must sum to 1, and tables that must be full."""

from __future__ import annotations

from collections import Counter

from game.content.manuscript import Manuscript
from game.content.models.entry import picked
from game.content.models.market import Market
from game.content.models.materials import Materials
from game.content.models.nations import Nations
from game.content.models.ruleset import RuleSet
from game.content.models.scenario import Scenario
from game.content.models.sites import Sites
from game.content.numbers import Numbers, Path

NEAR = 0.005
"""Shares are written to two or three digits."""


def check(manuscript: Manuscript, *, whole: bool) -> None:
    """Report shares that do not sum to 1, origins that do not part the nations, goods without price or preference.

    Of the tables nothing is said unless all names in them are declared, `whole`.
    """
    sites, market, scenario = manuscript.get(Sites), manuscript.get(Market), manuscript.get(Scenario, "scene")
    for name, site in sites.sites.items() if sites else ():
        if site.grade is not None and site.grade.fits:
            _sum(manuscript, "rules", "sites", ("sites", name, "grade"), _total(site.grade))
        held = _total(site.offtake)
        if held > 1 + NEAR:
            manuscript.report(
                "rules", "sites", ("sites", name, "offtake"), f"shares sum to {held:.3g}, more than 1", key=True
            )
    if market:
        for position, line in enumerate(market.preferences):
            if line.shares.fits:
                _sum(manuscript, "rules", "market", ("preferences", position, "shares"), _total(line.shares))
        if whole:
            _origins(manuscript, market)
            _full(manuscript, market)
    if scenario:
        _sum(
            manuscript, "scene", "scenario", ("score",), sum(part.weight for part in scenario.score.values()), "weights"
        )


def _total(numbers: Numbers) -> float:
    return sum(leaf.value for leaf in numbers.leaves)


def _sum(manuscript: Manuscript, part: str, kind: str, path: Path, found: float, what: str = "shares") -> None:
    if abs(found - 1.0) > NEAR:
        manuscript.report(part, kind, path, f"{what} sum to {found:.3g}", "they must sum to 1", key=True)


def _origins(manuscript: Manuscript, market: Market) -> None:
    rules, nations = manuscript.get(RuleSet), manuscript.get(Nations)
    counted = Counter(nation for members in market.origins.values() for nation in members)
    for nation in nations.nations if nations else ():
        if counted[nation] != 1:
            times = "no origin" if not counted[nation] else f"{counted[nation]} origins"
            manuscript.report(
                "rules", "market", ("origins",), f"nation '{nation}' is in {times}", "put it in one", key=True
            )
    for name, members in market.origins.items():
        if rules and rules.rival in members and len(members) > 1:
            hint = "its controls would hit the others too: give it an origin of its own"
            manuscript.report("rules", "market", ("origins", name), "the rival shares its origin", hint, key=True)


def _full(manuscript: Manuscript, market: Market) -> None:
    materials, nations = manuscript.get(Materials), manuscript.get(Nations)
    if not materials or not nations:
        return
    for material in materials.materials:
        unpriced = [stage for stage in materials.stages if stage not in market.prices.get(material, {})]
        if unpriced:
            path: Path = ("prices", material) if material in market.prices else ("prices",)
            manuscript.report("rules", "market", path, f"no price of {material} at {', '.join(unpriced)}", key=True)
    cells = {
        (nation, material, stage)
        for line in market.preferences
        for nation in picked(line.importers, nations.nations)
        for material in picked(line.materials, materials.materials)
        for stage in picked(line.stages, materials.stages)
    }
    for nation in nations.nations:
        left_out = [
            stage
            for stage in materials.stages
            if any((nation, material, stage) not in cells for material in materials.materials)
        ]
        if left_out:
            what = f"no preference of {nation} at {', '.join(left_out)}"
            manuscript.report(
                "rules", "market", ("preferences",), what, "begin with a line for all importers", key=True
            )

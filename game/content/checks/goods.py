"""Goods: one at each place, and one wherever something is made, used, counted or kept."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.manuscript import Manuscript
from game.content.models.demand import Demand
from game.content.models.goods import Goods
from game.content.models.materials import Materials
from game.content.models.sites import Sites
from game.content.models.stockpiles import Stockpiles
from game.content.numbers import Path

Place = tuple[str, str]
"""Material and stage."""
Use = tuple[str, Path, str, str]
"""Something that needs a good: file, place in it, material and stage."""


def check(manuscript: Manuscript) -> None:
    """Report goods that stand in each other's place or in none, and places that lack one."""
    goods, materials = manuscript.get(Goods), manuscript.get(Materials)
    if not goods or not materials:
        return
    before = len(manuscript.findings)
    placed = _placed(manuscript, goods, materials)
    if len(manuscript.findings) > before:
        return  # what a wrong place leaves empty is no finding of its own
    for file, path, material, stage in _uses(manuscript, materials):
        if (material, stage) in placed or material not in materials.materials or stage not in materials.stages:
            continue
        placed[material, stage] = ""  # said once
        hint = f"add one to goods.yaml with stage: {stage} and material: {material}"
        manuscript.report("rules", file, path, f"no good of {material} at {stage}", hint, key=True)


def _placed(manuscript: Manuscript, goods: Goods, materials: Materials) -> dict[Place, str]:
    """The good at each place."""
    found: dict[Place, str] = {}
    for name, good in goods.goods.items():
        at: Path = ("goods", name)
        if name in materials.stages:
            manuscript.report("rules", "goods", at, f"'{name}' is a stage too", "give the good another name", key=True)
        if good.material is None:
            hint = "matches count goods by material: add material"
            manuscript.report("rules", "goods", at, f"'{name}' is of no material", hint, key=True)
        elif (first := found.setdefault((good.material, good.stage), name)) != name:
            what = f"'{name}' stands in the place of '{first}'"
            manuscript.report("rules", "goods", at, what, "a stage makes one good of a material", key=True)
    return found


def _uses(manuscript: Manuscript, materials: Materials) -> Iterator[Use]:
    demand, sites, piles = manuscript.get(Demand), manuscript.get(Sites), manuscript.get(Stockpiles)
    for material in materials.materials:
        yield "materials", ("headline",), material, materials.headline
        if piles:
            yield "stockpiles", ("stage",), material, piles.stage
    for nation, use in demand.use.items() if demand else ():
        for sector, numbers in use.sectors.items():
            for leaf in numbers.leaves:
                if len(leaf.path) == 2:
                    stage, material = map(str, leaf.path)
                    yield "demand", ("use", nation, "sectors", sector, stage, material), material, stage
    for name, site in sites.sites.items() if sites else ():
        parts = site.grade.leaves if site.grade else ()
        yield from (("sites", ("sites", name, "grade"), str(leaf.path[-1]), site.stage) for leaf in parts if leaf.value)
        yield from (("sites", ("sites", name, "treats"), material, site.stage) for material in site.treats or ())

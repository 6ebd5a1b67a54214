"""The placebo: the same scenario in which no price moves and nobody controls anything.

A fact that comes out there too is put in by the files, with dates, capacities and orders: it says nothing of what the
model adds.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.content import load
from game.content.package import Package
from game.engine.world import RivalRules, Supply

STILL = ("price_months", "expect_months")
"""Numbers of the economy's record, in months: how long a price takes to move, and traders to get used to one."""


def placebo(package: Package) -> Package:
    """`package` with prices that stay as at its start, and without quota, duty or any rule of who controls goods."""
    world = package.world
    supply, rules = _still(world.supply), _idle(world.rival_rules)
    return replace(package, world=replace(world, supply=supply, rival_rules=rules))


def as_placebo(source: str) -> Package:
    """The placebo of the scenario that is loaded from `source`. Raises as `load`."""
    return placebo(load(source))


def _still(supply: Supply) -> Supply:
    """Prices and what traders are used to take for ever to move."""
    rules = supply.rules.copy()
    for name in STILL:
        rules[name] = np.inf
    return replace(supply, rules=rules)


def _idle(rules: RivalRules) -> RivalRules:
    """No rule fires, and nothing is rationed or taxed at a border from the first month on."""
    return replace(
        rules,
        chance=np.zeros_like(rules.chance),
        base_quota=np.full_like(rules.base_quota, np.inf),
        base_tax=np.zeros_like(rules.base_tax),
    )

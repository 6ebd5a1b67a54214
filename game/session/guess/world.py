"""The world as a seat expects it to go on: as it is, without a script."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.economy.fields import fields
from game.economy.world import World as Rules
from game.engine.conditions import Atom, Condition, Reading
from game.engine.derived import derived
from game.engine.world import RivalRules, World

NEVER = np.iinfo(np.int64).max // 2
"""A month that does not come."""
_KEPT = 4
"""Months for which a world is kept: seats and matches of a turn share one."""
_NO = Condition(((Atom(Reading("month"), -1, -1.0, or_equal=False),),), "month() < -1")


@derived
def _made(world: World) -> dict[int, World]:
    del world
    return {}


def going_on(world: World, month: int) -> World:
    """`world` as it is in `month` for who knows nothing of later months.

    Activity, costs and ceilings stay as they are and nothing opens by date. No rule of the rival fires: what stands of
    its controls stands on. No incident happens, and nobody announces or takes up anything.
    """
    made = _made(world)
    if month not in made:
        while len(made) >= _KEPT:
            made.pop(next(iter(made)))
        made[month] = _going_on(world, month)
    return made[month]


def _going_on(world: World, month: int) -> World:
    projects, agreements = world.projects, world.agreements
    return replace(
        world,
        supply=replace(world.supply, rules=_frozen(world.supply.rules, month)),
        rival_rules=_silent(world.rival_rules, month),
        incidents=tuple(replace(incident, chance=0.0) for incident in world.incidents),
        projects=replace(
            projects,
            private_month=np.full_like(projects.private_month, -1),
            partners_month=_later(projects.partners_month, month),
            known_month=_later(projects.known_month, month),
        ),
        agreements=replace(agreements, since=_later(agreements.since, month)),
    )


def _later(months: NDArray[np.int64], now: int) -> NDArray[np.int64]:
    """Months that have come stay; of the others nobody knows."""
    return np.where(months > now, NEVER, months)


def _frozen(rules: NDArray[Any], month: int) -> NDArray[Any]:
    """The rule set of the economy: each series goes on as it is now, and what opens or closes by date does not."""
    found = rules.copy()
    for name, field in fields(Rules).items():
        if "Month" in field.axes:
            at = field.axes.index("Month") + 1
            later = (slice(None),) * at + (slice(month + 1, None),)
            now = (slice(None),) * at + (slice(month, month + 1),)
            found[name][later] = 0.0 if name == "opened" else found[name][now]
    return found


def _silent(rules: RivalRules, month: int) -> RivalRules:
    return replace(
        rules,
        when=(_NO,) * len(rules.when),
        base_quota=np.broadcast_to(rules.base_quota[month], rules.base_quota.shape),
        base_tax=np.broadcast_to(rules.base_tax[month], rules.base_tax.shape),
    )

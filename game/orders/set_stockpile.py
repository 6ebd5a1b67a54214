"""Set the public stockpile of one material, or of all: how much, how fast, and when it is opened."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

import numpy as np
from pydantic import Field

from game.engine import metrics
from game.engine.conditions import Reading
from game.engine.events import Events
from game.engine.phases import stockpiles
from game.engine.state import State
from game.engine.world import RELEASE_RULES, World
from game.orders.kinds import Amounts, Codes, Mask, Order, first_reason

ALL = "all"
NO_PACE = 10
NEARLY = 0.99
"""Part of the target from which it counts as reached."""

# Three years of use is ten times the reserves that states have held; no pace can exceed what a target asks for.
Days = Annotated[float, Field(ge=0.0, le=1100.0, allow_inf_nan=False)]


class SetStockpile(Order):
    """Hold `target_days` of use of `material`, bought at `pace_days` of use a month at most, opened by `release`."""

    kind: Literal["set_stockpile"] = "set_stockpile"
    material: str = ALL
    target_days: Days
    pace_days: Days
    release: Literal["hold", "shortage", "price"] = "shortage"

    refusals: ClassVar[dict[int, str]] = {
        NO_PACE: "at a pace of 0 days a month the stockpile of {material} never reaches {target_days:g} days",
    }

    def check(self, world: World, state: State, nation: int) -> Codes:
        below = np.zeros(state.batch, dtype=bool)
        for material in self._materials(world):
            held = metrics.read(world, state, Reading("reserve_days", (nation, material)))
            below |= held < NEARLY * self.target_days
        return first_reason(state.batch, (NO_PACE, below & (self.pace_days <= 0.0)))

    def running(self, world: World, state: State, nation: int) -> Amounts:
        target, pace = state.stockpile_target[nation].copy(), state.stockpile_pace[nation]
        before = stockpiles.cost_planned(world, state, nation, target, pace)
        target[list(self._materials(world))] = self.target_days
        return stockpiles.cost_planned(world, state, nation, target, np.full_like(pace, self.pace_days)) - before

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        for material in self._materials(world):
            state.stockpile_target[nation, material][where] = self.target_days
        state.stockpile_pace[nation][where] = self.pace_days
        state.release_rule[nation][where] = RELEASE_RULES.index(self.release)

    def describe(self, world: World) -> str:
        what = "every material" if self.material == ALL else self.material
        opened = {"hold": "never opened", "shortage": "opened in a shortage", "price": "opened at high prices"}
        days = f"{self.target_days:g} days, {self.pace_days:g} days bought a month"
        return f"stockpile {what}: {days}, {opened[self.release]}"

    def subject(self, world: World) -> tuple[int, int]:
        return -1, -1 if self.material == ALL else self._materials(world)[0]

    def identified(self, world: World) -> Self:
        self._materials(world)
        return self

    def _materials(self, world: World) -> tuple[int, ...]:
        if self.material == ALL:
            return tuple(range(len(world.names.materials)))
        return (world.names.index("materials", self.material),)

"""Set the environmental standard of the projects that the nation takes up from now on."""

from __future__ import annotations

from typing import ClassVar, Literal

from game.engine.events import Events
from game.engine.state import State
from game.engine.world import STANDARDS, World
from game.orders.kinds import Codes, Mask, Order, first_reason

NO_STANDARDS = 10


class SetStandard(Order):
    """Build at `standard` until further notice; what is under way or built keeps the standard that it was begun at."""

    kind: Literal["set_standard"] = "set_standard"
    standard: Literal["low", "usual", "high"]

    refusals: ClassVar[dict[int, str]] = {NO_STANDARDS: "these rules know no environmental standards"}

    def check(self, world: World, state: State, nation: int) -> Codes:
        return first_reason(state.batch, (NO_STANDARDS, not world.environment.offers))

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        state.standard[nation][where] = STANDARDS.index(self.standard) - 1

    def describe(self, world: World) -> str:
        return f"build new projects at {'the usual' if self.standard == 'usual' else f'a {self.standard}'} standard"

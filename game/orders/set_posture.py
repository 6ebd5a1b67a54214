"""Set the posture toward the rival."""

from __future__ import annotations

from typing import ClassVar, Literal

from game.engine.events import Events
from game.engine.state import State
from game.engine.world import POSTURES, World
from game.orders.kinds import Amounts, Codes, Mask, Order, first_reason

TOWARD_ITSELF = 10


class SetPosture(Order):
    """Take `posture` toward the rival until further notice; it moves tension, approval and political capital."""

    kind: Literal["set_posture"] = "set_posture"
    posture: Literal["engage", "neutral", "protest", "retaliate"]

    refusals: ClassVar[dict[int, str]] = {TOWARD_ITSELF: "a nation has no posture toward itself"}

    def check(self, world: World, state: State, nation: int) -> Codes:
        return first_reason(state.batch, (TOWARD_ITSELF, nation == world.rival))

    def keeping(self, world: World, state: State, nation: int) -> Amounts:
        cost = world.diplomacy.posture_capital
        more: Amounts = cost[POSTURES.index(self.posture)] - cost[state.posture[nation]]
        return more

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        state.posture[nation][where] = POSTURES.index(self.posture)

    def describe(self, world: World) -> str:
        return {
            "engage": "engage with the rival",
            "neutral": "stay neutral toward the rival",
            "protest": "protest against the rival",
            "retaliate": "retaliate against the rival",
        }[self.posture]

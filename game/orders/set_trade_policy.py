"""Set the tariff on imports from the rival, and the price floor of sites in which the nation holds offtake."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from game.engine.events import Events
from game.engine.phases import accounts, project_finance
from game.engine.state import State
from game.engine.world import OUTSIDE, World
from game.orders.kinds import Amounts, Codes, Mask, Order, first_reason

ON_ITSELF, FLOOR_TOO_HIGH = 10, 11


class SetTradePolicy(Order):
    """Levy `import_tariff` on the rival's goods and guarantee `price_floor` US$/kg to friendly sites; 0 for neither."""

    kind: Literal["set_trade_policy"] = "set_trade_policy"
    import_tariff: Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]
    price_floor: Annotated[float, Field(ge=0.0, allow_inf_nan=False)]

    refusals: ClassVar[dict[int, str]] = {
        ON_ITSELF: "the rival levies no tariff on its own goods",
        FLOOR_TOO_HIGH: "a floor of US${price_floor:g}/kg is above every price that the market has now",
    }

    def check(self, world: World, state: State, nation: int) -> Codes:
        dearest = state.price[OUTSIDE].max(axis=(0, 1))
        return first_reason(
            state.batch, (ON_ITSELF, nation == world.rival), (FLOOR_TOO_HIGH, self.price_floor > dearest)
        )

    def running(self, world: World, state: State, nation: int) -> Amounts:
        granted = state.price_floor[: world.seats].copy()
        before = accounts.cost_guaranteed(world, state, granted)[nation]
        granted[nation] = self.price_floor
        return accounts.cost_guaranteed(world, state, granted)[nation] - before

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        state.import_tariff[nation][where] = self.import_tariff
        state.price_floor[nation][where] = self.price_floor
        project_finance.set_floors(world, state)

    def describe(self, world: World) -> str:
        floor = f"guarantee US${self.price_floor:g}/kg to our sites" if self.price_floor else "guarantee no price"
        return f"tariff of {self.import_tariff:.0%} on the rival's goods, {floor}"

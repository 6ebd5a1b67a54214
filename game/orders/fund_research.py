"""Set the yearly spending on a line of research; it is charged month by month."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field

from game.engine.events import Events
from game.engine.phases.research import TOP
from game.engine.state import State
from game.engine.world import World
from game.orders.kinds import Amounts, Codes, Mask, Order, first_reason

TOO_MUCH, FINISHED, UNAFFORDABLE = 10, 11, 12


class FundResearch(Order):
    """Spend `rate` US$ million a year on `line` until further notice; 0 stops it."""

    kind: Literal["fund_research"] = "fund_research"
    line: str
    rate: Annotated[float, Field(ge=0.0, allow_inf_nan=False)]

    refusals: ClassVar[dict[int, str]] = {
        TOO_MUCH: "{line} cannot usefully spend US${rate:g} million a year",
        FINISHED: "{line} is fully developed",
        UNAFFORDABLE: "the budget cannot pay the first month of {line}",
    }

    def check(self, world: World, state: State, nation: int) -> Codes:
        line = self._line(world)
        more = self.rate > state.research_rate[nation, line]
        return first_reason(
            state.batch,
            (TOO_MUCH, self.rate > world.research.max_rate[line] * (1.0 + 1e-9)),
            (FINISHED, (state.readiness[nation, line] >= TOP) & (self.rate > 0.0)),
            (UNAFFORDABLE, more & (self.rate / 12.0 > state.budget[nation])),
        )

    def running(self, world: World, state: State, nation: int) -> Amounts:
        more: Amounts = self.rate - state.research_rate[nation, self._line(world)]
        return more * (world.calendar.turn_months / 12.0)

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        state.research_rate[nation, self._line(world)][where] = self.rate

    def describe(self, world: World) -> str:
        return f"spend US${self.rate:g} million a year on {self.line}" if self.rate else f"stop research on {self.line}"

    def subject(self, world: World) -> tuple[int, int]:
        return -1, self._line(world)

    def identified(self, world: World) -> Self:
        self._line(world)
        return self

    def _line(self, world: World) -> int:
        return world.names.index("lines", self.line)

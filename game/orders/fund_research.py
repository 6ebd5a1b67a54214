"""Set the yearly spending on a line of research; it is charged month by month."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from pydantic import Field

from game.engine.events import Events
from game.engine.messages import Amount, Part
from game.engine.phases.research import TOP, pace
from game.engine.state import State
from game.engine.world import World
from game.marks import N_
from game.orders.form import Face, Form, Given, Pick, Scale, Way
from game.orders.kinds import Amounts, Codes, Limits, Mask, Order, Refused, first_reason

TOO_MUCH, FINISHED, UNAFFORDABLE = 10, 11, 12

_STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)


def _one(face: Face, line: object) -> Any:
    return next(one for one in face.research if one.id == line)


def _step(face: Face, given: Given) -> float:
    """A round step that cuts the range in about twenty."""
    most = _one(face, given["line"]).max_rate
    return next((step for step in _STEPS if most / step <= 25), 100.0)


_LINE = Pick(
    name="line",
    label=N_("Line of research"),
    place=N_("LINE"),
    axis="lines",
    known=lambda face, given: [one.id for one in face.research],
    beside=lambda face, line: Amount(_one(face, line).rate, "US$ million/year"),
)
_RATE = Scale(
    name="rate",
    label=N_("A year"),
    place=N_("RATE"),
    tip=N_("Paid month by month until you change it"),
    unit="US$ million/year",
    measure=N_("US$ million a year"),
    high=lambda face, given: _one(face, given["line"]).max_rate,
    step=_step,
    start=lambda face, given: _one(face, given["line"]).rate,
)


class FundResearch(Order):
    """Spend `rate` US$ million a year on `line` until further notice; 0 stops it."""

    kind: Literal["fund_research"] = "fund_research"
    line: str
    rate: Annotated[float, Field(ge=0.0, allow_inf_nan=False)]

    texts: ClassVar[Mapping[str, str]] = {"": N_("spend {rate} on {line}"), "stop": N_("stop research on {line}")}
    deed: ClassVar[str] = N_("research spending")
    refusals: ClassVar[Mapping[int, Refused]] = {
        TOO_MUCH: Refused("too_much", N_("no more than {most} can usefully be spent on {line}")),
        FINISHED: Refused("finished", N_("there is nothing left to develop in {line}")),
        UNAFFORDABLE: Refused("unaffordable", N_("the budget cannot pay the first month of {line}")),
    }
    form: ClassVar[Form] = Form(
        panel="research",
        fields=(_LINE, _RATE),
        ways=(
            Way(
                word="research",
                button=N_("Pay this"),
                text=N_("spend US$ million a year on a line of research"),
                asks=("line", "rate"),
            ),
        ),
    )

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

    def ready(self, world: World, state: State, nation: int) -> Amounts:
        """Months until the first mine or plant that waits for the line can be begun; what saves or recovers more acts
        bit by bit, and at once.
        """
        line, research = self._line(world), world.research
        now = state.readiness[nation, line]
        gains = (research.thrift_gain, research.recycling_gain, research.separation_gain, research.market_loss)
        levels = world.projects.needs_level[world.projects.needs_line == line]
        if not self.rate or not len(levels) or any(gain[line] for gain in gains):
            return np.zeros(state.batch)
        missing = np.where(levels[:, None] > now, levels[:, None] - now, np.inf).min(axis=0)
        months: Amounts = missing / np.maximum(pace(world, now, self.rate, line), 1e-9)
        return np.where(np.isfinite(missing), months, 0.0)

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        state.research_rate[nation, self._line(world)][where] = self.rate

    def variant(self) -> str:
        return "" if self.rate else "stop"

    def because(self, code: int, world: World, state: State | None, nation: int) -> dict[str, Part]:
        return {"most": Amount(float(world.research.max_rate[self._line(world)]), "US$ million/year")}

    def never(self, limits: Limits) -> tuple[str, str]:
        most = limits.research_most[self.line]
        if self.rate > most * (1.0 + 1e-9):
            return "rate", f"{self.line} can spend at most US$ {most:g} million a year"
        return "", ""

    def subject(self, world: World) -> tuple[int, int]:
        return -1, self._line(world)

    def _line(self, world: World) -> int:
        return world.names.index("lines", self.line)

"""Set the public stockpile of one good, or of all that can be kept: how much, how fast, and when it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from game.engine import metrics
from game.engine.conditions import Reading
from game.engine.events import Events
from game.engine.phases import stockpiles
from game.engine.state import State
from game.engine.world import RELEASE_RULES, World
from game.marks import N_
from game.orders.form import Alternative, Face, Form, Given, OneOf, Pick, Scale, Way, constant
from game.orders.kinds import Amounts, Codes, Limits, Mask, Order, Refused, first_reason

ALL = "all"
NO_PACE, NOT_KEPT, NOT_USED = 10, 11, 12
NEARLY = 0.99
"""Part of the target from which it counts as reached."""
USUAL_TARGET = 30.0
"""Days of use where a control begins when nothing is aimed at so far."""
USUAL_PACE = 10.0
"""Days of use a month where a control begins when nothing is bought so far."""

# Three years of use is ten times the reserves that states have held; no pace can exceed what a target asks for.
Days = Annotated[float, Field(ge=0.0, le=1100.0, allow_inf_nan=False)]


def _target(face: Face, given: Given) -> float:
    """The target that stands, the highest where all goods are meant; a usual one where nothing is aimed at, so that
    the form tells a price.
    """
    piles = [one for one in face.stockpiles if given["good"] in (ALL, one.good)]
    return max((one.target_days for one in piles), default=0.0) or USUAL_TARGET


_GOOD = Pick(
    name="good",
    label=N_("For"),
    place=N_("GOOD"),
    axis="goods",
    known=lambda face, given: [one.good for one in face.stockpiles],
    everything=Alternative(ALL, N_("All"), N_("every good")),
)
_TARGET = Scale(
    name="target_days",
    label=N_("Target"),
    place=N_("DAYS"),
    tip=N_("Days of the nation's use that the public stockpile shall hold"),
    unit="days",
    measure=N_("days of use"),
    high=constant(365.0),
    step=constant(15.0),
    start=_target,
)
_BOUGHT = Scale(
    name="pace_days",
    label=N_("Bought a month, at most"),
    place=N_("PACE"),
    tip=N_("Fast buying in a tight market drives the price up"),
    unit="days",
    measure=N_("days of use"),
    high=constant(60.0),
    step=constant(5.0),
    now=lambda face, given: face.policy.pace_days,
    start=lambda face, given: face.policy.pace_days or USUAL_PACE,
    stands=True,
)
_RELEASE = OneOf(
    name="release",
    label=N_("Release"),
    place=N_("RELEASE"),
    now=lambda face, given: face.policy.release_rule,
    stands=True,
    alternatives=(
        Alternative("hold", N_("Hold"), N_("never opened"), N_("Nothing is released without another order")),
        Alternative(
            "shortage",
            N_("In shortage"),
            N_("opened in a shortage"),
            N_("Released in a shortage, to industry"),
        ),
        Alternative(
            "price",
            N_("At high prices"),
            N_("opened at high prices"),
            N_("Released while the price is far above normal"),
        ),
    ),
)


class SetStockpile(Order):
    """Hold `target_days` of use of `good`, bought at `pace_days` of use a month at most, opened by `release`."""

    kind: Literal["set_stockpile"] = "set_stockpile"
    good: str = ALL
    target_days: Days
    pace_days: Days
    release: Literal["hold", "shortage", "price"] = "shortage"

    texts: ClassVar[Mapping[str, str]] = {
        "": N_("stockpile {good}: {target_days}, {pace_days} bought a month, {release}")
    }
    deed: ClassVar[str] = N_("stockpile policy")
    refusals: ClassVar[Mapping[int, Refused]] = {
        NO_PACE: Refused(
            "no_pace", N_("at {pace_days} bought a month the stockpile of {good} never reaches {target_days}")
        ),
        NOT_KEPT: Refused("not_kept", N_("public stockpiles do not keep {good}")),
        NOT_USED: Refused("not_used", N_("nobody in the nation uses {good}: so many days of its use are nothing")),
    }
    form: ClassVar[Form] = Form(
        panel="stockpile",
        fields=(_GOOD, _TARGET, _BOUGHT, _RELEASE),
        ways=(
            Way(
                word="stockpile",
                button=N_("Set this policy"),
                text=N_("target, and days bought a month"),
                asks=("good", "target_days"),
                may=("pace_days", "release"),
            ),
        ),
    )

    def check(self, world: World, state: State, nation: int) -> Codes:
        below = np.zeros(state.batch, dtype=bool)
        goods = self._goods(world)
        unused = ~np.any(state.year_use[nation, goods] > 0.0, axis=0) & (self.target_days > 0.0)
        for good in goods:
            held = metrics.read(world, state, Reading("reserve_days", (nation, good)))
            below |= held < NEARLY * self.target_days
        return first_reason(
            state.batch, (NOT_KEPT, not goods), (NOT_USED, unused), (NO_PACE, below & (self.pace_days <= 0.0))
        )

    def running(self, world: World, state: State, nation: int) -> Amounts:
        target, pace = state.stockpile_target[nation].copy(), state.stockpile_pace[nation]
        before = stockpiles.cost_planned(world, state, nation, target, pace)
        target[self._goods(world)] = self.target_days
        return stockpiles.cost_planned(world, state, nation, target, np.full_like(pace, self.pace_days)) - before

    def ready(self, world: World, state: State, nation: int) -> Amounts:
        """Months until the last of the goods is bought, where the market has it and the budget reaches."""
        longest = np.zeros(state.batch)
        for good in self._goods(world):
            held = metrics.read(world, state, Reading("reserve_days", (nation, good)))
            missing = np.maximum(NEARLY * self.target_days - held, 0.0) * (state.year_use[nation, good] > 0.0)
            np.maximum(longest, missing / max(self.pace_days, 1e-9), out=longest)
        return longest

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        for good in self._goods(world):
            state.stockpile_target[nation, good][where] = self.target_days
        state.stockpile_pace[nation][where] = self.pace_days
        state.release_rule[nation][where] = RELEASE_RULES.index(self.release)

    def subject(self, world: World) -> tuple[int, int]:
        return -1, -1 if self.good == ALL else world.names.index("goods", self.good)

    def never(self, limits: Limits) -> tuple[str, str]:
        if self.good in (ALL, *limits.kept):
            return "", ""
        return "good", f"stockpiles keep {', '.join(limits.kept)}"

    def _goods(self, world: World) -> list[int]:
        """Those that are meant, as far as public stockpiles keep them."""
        kept = np.flatnonzero(world.stockpiles.goods).tolist()
        meant = kept if self.good == ALL else [world.names.index("goods", self.good)]
        return [good for good in meant if good in kept]

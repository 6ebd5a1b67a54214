"""Set the posture toward the rival."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from game.engine.events import Events
from game.engine.state import State
from game.engine.world import POSTURES, World
from game.marks import N_
from game.orders.form import Alternative, Form, OneOf, Way
from game.orders.kinds import Amounts, Codes, Mask, Order, Refused, first_reason

TOWARD_ITSELF = 10

_POSTURE = OneOf(
    name="posture",
    label=N_("Posture toward {rival}"),
    place=N_("POSTURE"),
    now=lambda face, given: face.policy.posture,
    stands=True,
    alternatives=(
        Alternative(
            "engage",
            N_("Engage"),
            N_("engage with {rival}"),
            N_("Talks and visits: tension falls, some at home call it weak"),
        ),
        Alternative("neutral", N_("Neutral"), N_("stay neutral toward {rival}"), N_("Neither talks nor protest")),
        Alternative(
            "protest",
            N_("Protest"),
            N_("protest against {rival}"),
            N_("Notes and summoned ambassadors: tension rises a little, approval too"),
        ),
        Alternative(
            "retaliate",
            N_("Retaliate"),
            N_("retaliate against {rival}"),
            N_("Counter-measures: tension rises much"),
        ),
    ),
)


class SetPosture(Order):
    """Take `posture` toward the rival until further notice; it moves tension, approval and political capital."""

    kind: Literal["set_posture"] = "set_posture"
    posture: Literal["engage", "neutral", "protest", "retaliate"]

    texts: ClassVar[Mapping[str, str]] = {"": N_("{posture}")}
    deed: ClassVar[str] = N_("posture")
    public: ClassVar[bool] = True
    refusals: ClassVar[Mapping[int, Refused]] = {
        TOWARD_ITSELF: Refused("toward_itself", N_("a nation has no posture toward itself"))
    }
    form: ClassVar[Form] = Form(
        panel="diplomacy",
        fields=(_POSTURE,),
        ways=(
            Way(
                word="posture",
                button=N_("Take this posture"),
                text=N_("engage, stay neutral, protest or retaliate"),
                asks=("posture",),
            ),
        ),
    )

    def check(self, world: World, state: State, nation: int) -> Codes:
        return first_reason(state.batch, (TOWARD_ITSELF, nation == world.rival))

    def keeping(self, world: World, state: State, nation: int) -> Amounts:
        cost = world.diplomacy.posture_capital
        more: Amounts = cost[POSTURES.index(self.posture)] - cost[state.posture[nation]]
        return more

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        state.posture[nation][where] = POSTURES.index(self.posture)

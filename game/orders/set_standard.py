"""Set the environmental standard of the projects that the nation takes up from now on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from game.engine.events import Events
from game.engine.state import State
from game.engine.world import STANDARDS, World
from game.marks import N_
from game.orders.form import Alternative, Form, OneOf, Way
from game.orders.kinds import Codes, Limits, Mask, Order, Refused, first_reason

NO_STANDARDS = 10

_STANDARD = OneOf(
    name="standard",
    label=N_("Environmental standard of new projects"),
    place=N_("STANDARD"),
    now=lambda face, given: face.policy.standard,
    stands=True,
    offered=lambda face: STANDARDS if face.policy.standard else (),
    alternatives=(
        Alternative(
            "low",
            N_("Low"),
            N_("a low standard"),
            N_("Cheaper and more waste: permits fail more often, hosts suspend licences, your standing falls"),
        ),
        Alternative("usual", N_("Usual"), N_("the usual standard"), N_("What hosts ask for")),
        Alternative(
            "high",
            N_("High"),
            N_("a high standard"),
            N_("Dearer and less waste: permits fail less often, your standing rises"),
        ),
    ),
)


class SetStandard(Order):
    """Build at `standard` until further notice; what is under way or built keeps the standard that it was begun at."""

    kind: Literal["set_standard"] = "set_standard"
    standard: Literal["low", "usual", "high"]

    texts: ClassVar[Mapping[str, str]] = {"": N_("build new projects at {standard}")}
    deed: ClassVar[str] = N_("environmental standard")
    public: ClassVar[bool] = True
    refusals: ClassVar[Mapping[int, Refused]] = {
        NO_STANDARDS: Refused("no_standards", N_("these rules know no environmental standards"))
    }
    form: ClassVar[Form] = Form(
        panel="projects",
        fields=(_STANDARD,),
        ways=(
            Way(
                word="standard",
                button=N_("Build at this standard"),
                text=N_("environmental, of what you take up from now on"),
                asks=("standard",),
            ),
        ),
    )

    def check(self, world: World, state: State, nation: int) -> Codes:
        return first_reason(state.batch, (NO_STANDARDS, not world.environment.offers))

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        state.standard[nation][where] = STANDARDS.index(self.standard) - 1

    def never(self, limits: Limits) -> tuple[str, str]:
        return ("", "") if limits.standards else ("kind", "the rule set has no environment.yaml")

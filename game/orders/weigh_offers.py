"""Let the ministry answer every offer on the table by what it expects of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

import numpy as np

from game.engine import renewal, weighing
from game.engine.events import Events
from game.engine.state import IN_FORCE, PROPOSED, State
from game.engine.world import World
from game.marks import N_
from game.orders.form import Form, Way
from game.orders.kinds import Codes, Mask, Order, Refused, first_reason

NOTHING_OFFERED = 10


class WeighOffers(Order):
    """Sign what is worth it, ask for a fee or for less where that would do, decline the rest; and go on with what ends
    where the partner wishes to and it is still worth it.
    """

    kind: Literal["weigh_offers"] = "weigh_offers"

    texts: ClassVar[Mapping[str, str]] = {"": N_("let the ministry answer all offers")}
    deed: ClassVar[str] = N_("answer")
    refusals: ClassVar[Mapping[int, Refused]] = {
        NOTHING_OFFERED: Refused("nothing_offered", N_("nobody has made you an offer"))
    }
    form: ClassVar[Form] = Form(
        panel="diplomacy",
        fields=(),
        ways=(Way(word="weigh", button=N_("Let the ministry answer all"), text=N_("answer all offers"), asks=()),),
    )

    def check(self, world: World, state: State, nation: int) -> Codes:
        waiting = renewal.offers(world, state, nation) > 0
        return first_reason(state.batch, (NOTHING_OFFERED, ~waiting))

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        cause = self.cause(world, nation)
        for kind, other in np.argwhere((state.agreement[:, :, nation] == PROPOSED).any(axis=-1)).tolist():
            weighing.answer(world, state, events, (kind, other, nation), where, (cause, cause))
        stands = (state.agreement[:, nation, : world.seats] == IN_FORCE).any(axis=-1)
        for kind, other in np.argwhere(stands).tolist():
            asked = where & renewal.asked(world, state, kind, nation, other)
            if asked.any():
                asked &= renewal.content(world, state, (kind, nation, other))
                renewal.wish(state, events, (kind, nation, other), asked, cause)

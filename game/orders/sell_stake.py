"""Sell a stake in a site to private owners, for what they pay for it today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from game.engine import portfolio
from game.engine.events import Events
from game.engine.messages import Amount
from game.engine.phases import holdings
from game.engine.state import State
from game.engine.world import World
from game.marks import N_
from game.orders.form import Face, Form, Scale, Way, constant
from game.orders.kinds import Amounts, Codes, Mask, Refused, first_reason
from game.orders.let_go import HELD
from game.orders.of_site import OfSite

NO_STAKE, NO_BUYER = 10, 11


def _brings(face: Face, given: Mapping[str, Any]) -> Amount | None:
    held = next((one for one in face.holdings if one.site == given.get("site")), None)
    return None if held is None else Amount(held.worth * given["part"], "US$ million")


class SellStake(OfSite):
    """Sell `part` of the stake in `site`, and with it that part of the offtake and of the losses that came with it."""

    kind: Literal["sell_stake"] = "sell_stake"
    part: Annotated[float, Field(gt=0.0, le=1.0, allow_inf_nan=False)] = 1.0

    texts: ClassVar[Mapping[str, str]] = {
        "": N_("sell {part} of your stake in {site}, and the offtake that came with it")
    }
    deed: ClassVar[str] = N_("sale of a stake")
    refusals: ClassVar[Mapping[int, Refused]] = {
        NO_STAKE: Refused("no_stake", N_("you have no stake in {site}: only equity in what is completed can be sold")),
        NO_BUYER: Refused(
            "no_buyer",
            N_("nobody buys a stake in {site} now: a buyer comes when it runs and earns at the prices of a year"),
        ),
    }
    form: ClassVar[Form] = Form(
        panel="projects",
        fields=(
            HELD,
            Scale(
                name="part",
                label=N_("Part of your stake"),
                place=N_("PERCENT"),
                tip=N_("The offtake that came with it goes too, and the losses"),
                unit="share",
                measure=N_("per cent of your stake"),
                low=constant(0.1),
                high=constant(1.0),
                step=constant(0.1),
                now=constant(1.0),
                worth=_brings,
            ),
        ),
        ways=(
            Way(
                word="sell",
                button=N_("Sell"),
                text=N_("sell a stake to private owners at today's worth, all of it unless said"),
                asks=("site",),
                may=("part",),
                undoes=True,
            ),
        ),
    )

    def price(self, world: World, state: State, nation: int) -> Amounts:
        return 0.0 - self.part * portfolio.worth(world, state, nation)[self._site(world)]

    def check(self, world: World, state: State, nation: int) -> Codes:
        site = self._site(world)
        return first_reason(
            state.batch,
            (NO_STAKE, nation >= world.seats or state.stake[nation, site] <= portfolio.CRUMB),
            (NO_BUYER, portfolio.worth(world, state, nation)[site] <= portfolio.CRUMB),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        holdings.sell(world, state, events, nation, self._site(world), self.part, where, self.cause(world, nation))

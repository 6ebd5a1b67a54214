"""Ease the terms of what the seat has in a site: it forgoes interest, and the site is kept alive through a trough."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from game.engine import portfolio
from game.engine.events import Events
from game.engine.messages import Amount, Part
from game.engine.phases import holdings
from game.engine.state import BANKRUPT, State
from game.engine.world import World
from game.marks import N_
from game.orders.form import Face, Form, Scale, Way, constant
from game.orders.kinds import Amounts, Codes, Mask, Refused, first_reason
from game.orders.let_go import HELD
from game.orders.of_site import OfSite

NOTHING_LENT, TOO_LONG, CLOSED_DOWN = 10, 11, 12


def _forgone(face: Face, given: Mapping[str, Any]) -> Amount | None:
    held = next((one for one in face.holdings if one.site == given.get("site")), None)
    return None if held is None else Amount(held.interest * given["years"], "US$ million")


class EaseTerms(OfSite):
    """Forgo the interest on what the seat has in `site` for `years`: the money stays there, and losses are borne."""

    kind: Literal["ease_terms"] = "ease_terms"
    years: Annotated[float, Field(gt=0.0, le=30.0, allow_inf_nan=False)]

    texts: ClassVar[Mapping[str, str]] = {"": N_("ease your terms for {site} for {years}")}
    deed: ClassVar[str] = N_("easier terms")
    refusals: ClassVar[Mapping[int, Refused]] = {
        NOTHING_LENT: Refused(
            "nothing_lent",
            N_("you have no stake, loan or debt guarantee in anything that is completed at {site}"),
        ),
        TOO_LONG: Refused("too_long", N_("terms are eased for {most} at most; ease them again when that is over")),
        CLOSED_DOWN: Refused("closed_down", N_("{site} is bankrupt: easier terms come too late")),
    }
    form: ClassVar[Form] = Form(
        panel="projects",
        fields=(
            HELD,
            Scale(
                name="years",
                label=N_("Interest forgone for"),
                place=N_("YEARS"),
                tip=N_("The money stays in the site; you bear your part of its losses for as long"),
                unit="years",
                measure=N_("years"),
                low=constant(1.0),
                high=lambda face, given: face.briefing.easing_years,
                step=constant(1.0),
                now=constant(1.0),
                worth=_forgone,
            ),
        ),
        ways=(
            Way(
                word="ease",
                button=N_("Ease the terms"),
                text=N_("forgo interest, and keep a mine or plant alive in hard times; for a year unless said"),
                asks=("site",),
                may=("years",),
            ),
        ),
    )

    def price(self, world: World, state: State, nation: int) -> Amounts:
        owed = portfolio.lent(world, state, nation, self._site(world))
        return owed * (world.finance.easing_rate * self.years)

    def check(self, world: World, state: State, nation: int) -> Codes:
        site = self._site(world)
        return first_reason(
            state.batch,
            (NOTHING_LENT, portfolio.lent(world, state, nation, site) <= 0.0),
            (CLOSED_DOWN, state.site_status[site] == BANKRUPT),
            (TOO_LONG, self.years > world.finance.easing_years * (1.0 + 1e-9)),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        holdings.ease(world, state, events, nation, self._site(world), self.years, where, self.cause(world, nation))

    def because(self, code: int, world: World, state: State | None, nation: int) -> dict[str, Part]:
        return {"most": Amount(world.finance.easing_years, "years")}

"""Say whether other seats may put public money into a mine or plant on the seat's own soil."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

import numpy as np

from game.engine.events import Events
from game.engine.state import State
from game.engine.world import World
from game.marks import N_
from game.orders.form import Alternative, Face, Form, Given, OneOf, Pick, Way
from game.orders.kinds import Amounts, Codes, Mask, Refused, first_reason
from game.orders.of_site import OfSite

NOT_YOURS, SAID = 10, 11
ACCESS = ("closed", "screened", "open")
"""What can be said, from -1 as the state counts it."""


def _one(face: Face, site: object) -> Any:
    return next((one.access for one in face.soil if one.site == site), "screened")


def _now(face: Face, given: Given) -> str:
    return _one(face, given.get("site"))


class SetAccess(OfSite):
    """Let public money from abroad into `site` (``open``), look at each case (``screened``), or let none in."""

    kind: Literal["set_access"] = "set_access"
    access: Literal["closed", "screened", "open"]

    texts: ClassVar[Mapping[str, str]] = {"": N_("public money from abroad in {site}: {access}")}
    deed: ClassVar[str] = N_("leave to invest")
    refusals: ClassVar[Mapping[int, Refused]] = {
        NOT_YOURS: Refused("not_yours", N_("{site} is not on your soil: only its host can say who may finance it")),
        SAID: Refused("said", N_("that is what you say of {site} already")),
    }
    form: ClassVar[Form] = Form(
        panel="projects",
        fields=(
            Pick(
                name="site",
                label=N_("On your soil"),
                place=N_("SITE"),
                axis="sites",
                known=lambda face, given: [one.site for one in face.soil],
            ),
            OneOf(
                name="access",
                label=N_("Public money of others"),
                place=N_("ACCESS"),
                start=_now,
                alternatives=(
                    Alternative("closed", N_("None"), N_("none is let in"), N_("No other state may finance it")),
                    Alternative(
                        "screened",
                        N_("Case by case"),
                        N_("case by case"),
                        N_("States that you trust, or have an agreement with, may finance it"),
                    ),
                    Alternative("open", N_("Welcome"), N_("welcome"), N_("Every other state may finance it")),
                ),
            ),
        ),
        ways=(
            Way(
                word="admit",
                button=N_("Say so"),
                text=N_("say whether other states may finance a mine or plant on your soil"),
                asks=("site", "access"),
            ),
        ),
    )

    def capital(self, world: World, state: State, nation: int) -> Amounts:
        return np.full(state.batch, world.finance.consent_capital)

    def check(self, world: World, state: State, nation: int) -> Codes:
        site = self._site(world)
        return first_reason(
            state.batch,
            (NOT_YOURS, int(world.sites.host[site]) != nation),
            (SAID, state.site_access[site] == self._code),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        site = self._site(world)
        state.site_access[site][where] = self._code
        events.add("access_changed", state.month, where, actor=nation, item=site, cause=self.cause(world, nation))

    def subject(self, world: World) -> tuple[int, int]:
        return -1, self._site(world)

    @property
    def _code(self) -> int:
        return ACCESS.index(self.access) - 1

"""Let go of all that the seat has in a site: it bears no loss of it any more, and has no right to anything there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from game.engine import portfolio
from game.engine.events import Events
from game.engine.phases import holdings
from game.engine.state import State
from game.engine.world import World
from game.marks import N_
from game.orders.form import Form, Pick, Way
from game.orders.kinds import Amounts, Codes, Mask, Refused, first_reason
from game.orders.of_site import OfSite

NOT_HELD = 10

HELD = Pick(
    name="site",
    label=N_("Mine or plant"),
    place=N_("SITE"),
    axis="sites",
    known=lambda face, given: list(dict.fromkeys(one.site for one in (*face.holdings, *face.projects))),
    fitting=lambda face, given: [one.site for one in face.holdings],
)
"""What the seat has something in, or may have by the time the order is given."""


class LetGo(OfSite):
    """Let go of `site`: of the stake, the offtake, the share of its losses and of what is being built there.

    What was set aside for what is not built yet comes back, less a fee; what was guaranteed has to be paid.
    """

    kind: Literal["let_go"] = "let_go"

    texts: ClassVar[Mapping[str, str]] = {"": N_("let go of all that you have in {site}")}
    deed: ClassVar[str] = N_("letting go")
    refusals: ClassVar[Mapping[int, Refused]] = {
        NOT_HELD: Refused("not_held", N_("you have nothing in {site}: finance a project there first")),
    }
    form: ClassVar[Form] = Form(
        panel="projects",
        fields=(HELD,),
        ways=(
            Way(
                word="letgo",
                button=N_("Let go"),
                text=N_("give up all that you have in a mine or plant, and bear no more of its losses"),
                asks=("site",),
                undoes=True,
            ),
        ),
    )

    def price(self, world: World, state: State, nation: int) -> Amounts:
        return holdings.settlement(world, state, nation, self._site(world))

    def check(self, world: World, state: State, nation: int) -> Codes:
        return first_reason(state.batch, (NOT_HELD, ~portfolio.holds(world, state, nation, self._site(world))))

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        holdings.let_go(world, state, events, nation, self._site(world), where, self.cause(world, nation))

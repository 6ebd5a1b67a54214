"""Set the tariff on imports from the rival, and the price floor of sites in which the nation holds offtake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from game.engine.events import Events
from game.engine.phases import accounts, project_finance
from game.engine.state import State
from game.engine.world import OUTSIDE, World
from game.marks import N_
from game.orders.form import Form, Scale, Way, constant
from game.orders.kinds import Amounts, Codes, Mask, Order, Refused, first_reason

ON_ITSELF, FLOOR_TOO_HIGH = 10, 11

_TARIFF = Scale(
    name="import_tariff",
    label=N_("Import tariff"),
    place=N_("PERCENT"),
    tip=N_("Charged on everything that comes from {rival}"),
    note=N_("Turns buyers to other sellers; industry pays more and approval suffers."),
    unit="share",
    measure=N_("per cent"),
    high=constant(1.0),
    step=constant(0.05),
    now=lambda face, given: face.policy.import_tariff,
    stands=True,
)
_FLOOR = Scale(
    name="price_floor",
    label=N_("Price floor"),
    place=N_("PRICE"),
    tip=N_("The state pays the difference to sites that it has offtake from"),
    note=N_("Carries plants through a flood of cheap supply; the difference comes from your budget."),
    unit="US$/kg",
    measure=N_("US$/kg, 0 is none"),
    high=constant(200.0),
    step=constant(5.0),
    zero=N_("none"),
    now=lambda face, given: face.policy.price_floor,
    stands=True,
)


class SetTradePolicy(Order):
    """Levy `import_tariff` on the rival's goods and guarantee `price_floor` US$/kg to friendly sites; 0 for neither."""

    kind: Literal["set_trade_policy"] = "set_trade_policy"
    import_tariff: Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]
    price_floor: Annotated[float, Field(ge=0.0, allow_inf_nan=False)]

    texts: ClassVar[Mapping[str, str]] = {
        "": N_("tariff of {import_tariff} on goods from {rival}, price floor of {price_floor}"),
        "no_floor": N_("tariff of {import_tariff} on goods from {rival}, no price floor"),
    }
    deed: ClassVar[str] = N_("trade policy")
    public: ClassVar[bool] = True
    refusals: ClassVar[Mapping[int, Refused]] = {
        ON_ITSELF: Refused("on_itself", N_("{rival} levies no tariff on its own goods")),
        FLOOR_TOO_HIGH: Refused(
            "floor_too_high", N_("a price floor of {price_floor} is above every price that the market has now")
        ),
    }
    form: ClassVar[Form] = Form(
        panel="trade",
        fields=(_TARIFF, _FLOOR),
        ways=(
            Way(
                word="tariff",
                button=N_("Set this policy"),
                text=N_("on imports from {rival}"),
                asks=("import_tariff",),
            ),
            Way(
                word="floor",
                button=N_("Set this policy"),
                text=N_("for sites that sell to you"),
                asks=("price_floor",),
            ),
        ),
    )

    def check(self, world: World, state: State, nation: int) -> Codes:
        dearest = state.price[OUTSIDE].max(axis=(0, 1))
        return first_reason(
            state.batch, (ON_ITSELF, nation == world.rival), (FLOOR_TOO_HIGH, self.price_floor > dearest)
        )

    def running(self, world: World, state: State, nation: int) -> Amounts:
        granted = state.price_floor[: world.seats].copy()
        before = accounts.cost_guaranteed(world, state, granted)[nation]
        granted[nation] = self.price_floor
        return accounts.cost_guaranteed(world, state, granted)[nation] - before

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        state.import_tariff[nation][where] = self.import_tariff
        state.price_floor[nation][where] = self.price_floor
        project_finance.set_floors(world, state)

    def variant(self) -> str:
        return "" if self.price_floor else "no_floor"

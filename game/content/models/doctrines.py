"""``doctrines.yaml``, of a rule set or of a scenario: how the program leads a seat.

::

    format: 1
    kind: doctrines
    doctrines:
      hedger:
        name: Hedger
        text: Builds a reserve in calm and spreads its bets.
        weighs: true                # the default: offers of which no rule speaks are weighed and answered
        rules:
          - id: calm_reserve
            when: shortage(self) < 0.02 and budget(self) > 100
            order: {kind: set_stockpile, good: all, target_days: 90, pace_days: 4, release: shortage}
            cooldown_turns: 2       # 0, the default: each turn
            reason: A reserve bought in calm is cheap.
          - id: harbour_plant
            when: since("2010-11") and project_phase(kuantan_phase_1) < 0
            order: {kind: fund_project, project: kuantan_phase_1, instrument: loan, public_share: 0.75}
            once: true
            reason: Offtake for a loan.
      forecaster:
        name: Forecaster
        text: Tries what it could order in futures of its own, and takes what does best.
        rules: []                   # what it does without trying, as above
        looks_ahead:
          futures: 64               # under dice of its own
          months: 24                # into each of them
          aim: mean                 # of its points, or worst_tenth: the mean of the tenth with the fewest
          missed_goal: 10           # optional: points that a goal weighs which is not met there
          stop: {chance: 0.3, share: 0.85, months: 4, assumed: true, why: "..."}   # optional: shipments that stop

In conditions and orders ``self`` is the seat that is led and ``rival`` the rival.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler

from game.content.models.entry import Document, Id, Record, Sourced, When
from game.orders import ORDERS


class _Templates:
    """Tells a JSON schema that a map is an order of some kind; read as it is, for ``self`` may stand in it."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(ORDERS.core_schema)


Template = Annotated[dict[str, Any], _Templates()]
"""An order as it is written."""


class Rule(Record):
    """Give `order` where `when` holds."""

    id: Id
    when: When
    order: Template
    cooldown_turns: int = Field(default=0, ge=0)
    once: bool = False
    reason: str


class Stop(Sourced):
    """A stop of the rival's shipments to the seat that is reckoned with; the script is known to nobody who plays."""

    chance: float = Field(ge=0, le=1, description="Part of the futures in which it comes, in a month that is drawn.")
    share: float = Field(ge=0, le=1, description="Of the shipments.")
    months: int = Field(ge=1, description="For which it lasts.")


class LooksAhead(Record):
    """Try orders in futures played from what the seat may know, and give those that do best."""

    futures: int = Field(ge=4, le=256)
    months: int = Field(ge=1, le=240)
    aim: Literal["mean", "worst_tenth"] = "mean"
    missed_goal: float = Field(default=0.0, ge=0, description="Points that a goal which is not met there weighs.")
    stop: Stop | None = None


class Doctrine(Record):
    name: str
    text: str
    weighs: bool = Field(
        default=True, description="Whether offers of which no rule speaks are answered by what is expected of them."
    )
    rules: list[Rule]
    looks_ahead: LooksAhead | None = None


class Doctrines(Document):
    kind: Literal["doctrines"]
    doctrines: dict[Id, Doctrine]

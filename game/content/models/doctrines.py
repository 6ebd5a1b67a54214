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

In conditions and orders ``self`` is the seat that is led and ``rival`` the rival.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler

from game.content.models.entry import Document, Id, Record, When
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


class Doctrine(Record):
    name: str
    text: str
    weighs: bool = Field(
        default=True, description="Whether offers of which no rule speaks are answered by what is expected of them."
    )
    rules: list[Rule]


class Doctrines(Document):
    kind: Literal["doctrines"]
    doctrines: dict[Id, Doctrine]

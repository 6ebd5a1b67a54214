"""Trade policy: import tariff and a price floor for those who build at home."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.client import Client
from game.desktop.kit import text
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import slider
from game.desktop.kit.screen import Shell
from game.desktop.panels.panel import Panel, fact, order_button

_TARIFF = (0.0, 1.0, 0.05)
_FLOOR = (0.0, 200.0, 5.0)


class Trade(Panel):
    key = "trade"
    title = "Trade policy"
    short = "Trade"
    icon = "ship"

    def __init__(self, app: Shell, client: Client, go: Callable[[str], None]) -> None:
        super().__init__(app, client, go)
        self.renew()

    def renew(self) -> None:
        policy = self.client.view.policy
        self.tariff = policy.import_tariff
        self.floor = policy.price_floor

    def draw(self, column: Column) -> None:
        policy, muted = self.client.view.policy, column.canvas.palette.muted
        column.heading("In force")
        fact(column, "Import tariff", text.percent(policy.import_tariff))
        fact(column, "Price floor", text.price(policy.price_floor) if policy.price_floor else "none")
        column.skip(10)
        column.heading("New policy")
        slider(column, "tariff", "Import tariff", self.tariff, _TARIFF, text.percent(self.tariff), self._set_tariff,
               tip="Charged on oxide and alloy from the rival")  # fmt: skip
        column.skip(3)
        column.paragraph("Turns buyers to other sellers; industry pays more and approval suffers.", "small", muted)
        column.skip(12)
        shown = text.price(self.floor) if self.floor else "none"
        slider(column, "floor", "Price floor", self.floor, _FLOOR, shown, self._set_floor,
               tip="The state pays the difference to sites that it has offtake from")  # fmt: skip
        column.skip(3)
        column.paragraph(
            "Carries plants through a flood of cheap supply; the difference comes from your budget.", "small", muted
        )
        column.skip(12)
        order = {"kind": "set_trade_policy", "import_tariff": round(self.tariff, 4), "price_floor": self.floor}
        order_button(column, self, "trade:set", "Set this policy", order)

    def _set_tariff(self, rate: float) -> None:
        self.tariff = rate

    def _set_floor(self, price: float) -> None:
        self.floor = price

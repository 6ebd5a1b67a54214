"""Trade policy: import tariff and a price floor for those who build at home."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop import present
from game.desktop.client import Client
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import slider
from game.desktop.kit.screen import Shell
from game.desktop.panels.panel import Panel, fact, order_button
from game.marks import N_
from game.telling import _, numbers

_TARIFF = (0.0, 1.0, 0.05)
_FLOOR = (0.0, 200.0, 5.0)


class Trade(Panel):
    key = "trade"
    title = N_("Trade policy")
    short = N_("Trade")
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
        column.heading(_("In force"))
        fact(column, _("Import tariff"), numbers.write(policy.import_tariff, "share"))
        fact(column, _("Price floor"), numbers.write(policy.price_floor, "US$/kg") if policy.price_floor else _("none"))
        column.skip(10)
        column.heading(_("New policy"))
        shown, rival = numbers.write(self.tariff, "share"), present.rival_name(self.client.view)
        slider(column, "tariff", _("Import tariff"), self.tariff, _TARIFF, shown, self._set_tariff,
               tip=_("Charged on oxide and alloy from {rival}").format(rival=rival))  # fmt: skip
        column.skip(3)
        column.paragraph(_("Turns buyers to other sellers; industry pays more and approval suffers."), "small", muted)
        column.skip(12)
        shown = numbers.write(self.floor, "US$/kg") if self.floor else _("none")
        slider(column, "floor", _("Price floor"), self.floor, _FLOOR, shown, self._set_floor,
               tip=_("The state pays the difference to sites that it has offtake from"))  # fmt: skip
        column.skip(3)
        column.paragraph(
            _("Carries plants through a flood of cheap supply; the difference comes from your budget."), "small", muted
        )
        column.skip(12)
        order = {"kind": "set_trade_policy", "import_tariff": round(self.tariff, 4), "price_floor": self.floor}
        order_button(column, self, "trade:set", _("Set this policy"), order)

    def _set_tariff(self, rate: float) -> None:
        self.tariff = rate

    def _set_floor(self, price: float) -> None:
        self.floor = price

"""Trade policy: import tariff and a price floor for those who build at home."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.client import Client
from game.desktop.kit.column import Column
from game.desktop.kit.screen import Shell
from game.desktop.panels.forms import Filling, draw_fields, draw_way
from game.desktop.panels.panel import Panel, fact
from game.marks import N_
from game.telling import _, numbers


class Trade(Panel):
    key = "trade"
    title = N_("Trade policy")
    short = N_("Trade")
    icon = "ship"

    def __init__(self, app: Shell, client: Client, go: Callable[[str], None]) -> None:
        super().__init__(app, client, go)
        self.policy = Filling(client, "set_trade_policy")

    def renew(self) -> None:
        self.policy.forget()

    def draw(self, column: Column) -> None:
        policy = self.client.view.policy
        column.heading(_("In force"))
        fact(column, _("Import tariff"), numbers.write(policy.import_tariff, "share"))
        fact(column, _("Price floor"), numbers.write(policy.price_floor, "US$/kg") if policy.price_floor else _("none"))
        column.skip(10)
        column.heading(_("New policy"))
        draw_fields(column, self.policy)
        draw_way(column, self, self.policy, "tariff")

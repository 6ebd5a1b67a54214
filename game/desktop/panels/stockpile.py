"""Stockpiles: what is held, how much is wanted, how fast it is bought, when it is released."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.client import Client
from game.desktop.kit.column import Column
from game.desktop.kit.screen import Shell
from game.desktop.panels.forms import Filling, draw_fields, draw_way
from game.desktop.panels.panel import Cell, Panel, fact, table
from game.marks import N_
from game.orders.set_stockpile import ALL
from game.session.views import StockpileView
from game.telling import Teller, _, numbers


class Stockpile(Panel):
    key = "stockpile"
    title = N_("Stockpile")
    short = N_("Stockpile")
    icon = "warehouse"

    def __init__(self, app: Shell, client: Client, go: Callable[[str], None]) -> None:
        super().__init__(app, client, go)
        self.policy = Filling(client, "set_stockpile")

    def renew(self) -> None:
        self.policy.forget()

    def draw(self, column: Column) -> None:
        view = self.client.view
        teller = Teller.of(view)
        heads = (_("Good"), _("Held"), _("Days"), _("Target"), _("Firms hold"), _("To target, US$ m"))
        table(column, heads, [_line(p, teller) for p in view.stockpiles])
        column.skip(12)
        column.heading(_("New policy"))
        draw_fields(column, self.policy)
        given = self.policy.given
        piles = [p for p in view.stockpiles if given["good"] in {ALL, p.good}]
        cost = sum(_cost(p, given["target_days"]) for p in piles)
        fact(column, _("Buying to this target would cost about"), numbers.write(cost, "US$ million"))
        column.skip(6)
        draw_way(column, self, self.policy, "stockpile")
        column.skip(8)
        note = _("Purchases are paid month by month from what is left of the budget, and slow down when it runs short.")
        column.paragraph(note, "small", column.canvas.palette.muted)


def _cost(pile: StockpileView, target: float) -> float:
    """US$ million at the present price to fill up to `target` days."""
    return max(0.0, target - pile.days) * pile.day_use * pile.price / 1000.0


def _line(pile: StockpileView, teller: Teller) -> tuple[Cell, ...]:
    return (
        Cell(teller.name("goods", pile.good)),
        Cell(numbers.write(pile.tonnes, "t")),
        Cell(numbers.number(pile.days, 0), strong=True),
        Cell(numbers.number(pile.target_days, 0)),
        Cell(numbers.number(pile.commercial_days, 0), "bad" if pile.commercial_days < 30 else "plain"),
        Cell(numbers.number(pile.cost_to_target, 0)),
    )

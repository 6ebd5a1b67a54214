"""The portfolio: what the seat has in mines and plants, and what can be done with it."""

from __future__ import annotations

from game.desktop.client import Client
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Option, choice
from game.desktop.panels.forms import Filling, draw_fields, draw_way
from game.desktop.panels.panel import Cell, Panel, fact, remark, table
from game.session.views import HoldingView
from game.telling import _, finance, numbers

_ORDERS = {"ease_terms": "ease", "sell_stake": "sell", "let_go": "letgo"}
"""Kinds of order about a holding, and the way of giving each."""


class Portfolio:
    """A part of a panel: a table of what is held, and of one of it all there is and can be ordered."""

    def __init__(self, panel: Panel, client: Client) -> None:
        self.open = ""
        """Site of the holding that is shown in full; none where it is empty."""
        self._panel = panel
        self._client = client
        self._fillings: dict[tuple[str, str], Filling] = {}

    def renew(self) -> None:
        """A new turn began."""
        self._fillings.clear()

    def draw(self, column: Column) -> None:
        """Draw it where the seat holds anything."""
        held = self._client.view.holdings
        if not held:
            return
        teller = self._client.teller
        column.heading(_("What you hold"))
        heads = (_("Mine or plant"), _("Paid, US$ m"), _("A year"), _("Worth"), _("t/year"))
        table(column, heads, [self._line(one) for one in held])
        column.skip(8)
        options = [Option("", _("None")), *(Option(one.site, teller.name("sites", one.site)) for one in held)]
        choice(column, "portfolio", _("Show in full"), options, self.open, self._show)
        column.skip(8)
        for one in held:
            if one.site == self.open:
                self._details(column, one)
        column.skip(8)

    def filling(self, kind: str, site: str) -> Filling:
        """What is filled in for an order of `kind` about a holding."""
        return self._fillings.setdefault((kind, site), Filling(self._client, kind, site=site))

    def _show(self, site: str) -> None:
        self.open = site
        self._panel.app.dirty = True

    def _line(self, one: HoldingView) -> tuple[Cell, ...]:
        return (
            Cell(self._client.teller.name("sites", one.site)),
            Cell(numbers.scaled(one.paid)),
            Cell(numbers.scaled(one.yearly), "bad" if one.yearly < 0.0 else "plain"),
            Cell(numbers.scaled(one.worth)),
            Cell(numbers.scaled(one.tonnes), strong=True),
        )

    def _details(self, column: Column, one: HoldingView) -> None:
        for words in finance.parts(self._client.teller, one):
            column.paragraph(words)
        for label, value in finance.rights(one):
            fact(column, label, value)
        column.skip(6)
        for kind, way in _ORDERS.items():
            if (kind == "sell_stake" and not one.stake) or (kind == "ease_terms" and not one.interest):
                continue
            filling = self.filling(kind, one.site)
            drafted = self._client.drafted({"kind": kind, "site": one.site})
            if drafted:
                remark(column, "good", _("In your draft: {order}").format(order=drafted))
            else:
                draw_fields(column, filling)
                draw_way(column, self._panel, filling, way)
            column.skip(8)

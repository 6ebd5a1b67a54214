"""Stockpiles: what is held, how much is wanted, how fast it is bought, when it is released."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop import present
from game.desktop.client import Client
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Option, choice, slider, spoken
from game.desktop.kit.screen import Shell
from game.desktop.panels.panel import Cell, Panel, fact, order_button, table
from game.marks import N_
from game.session.views import StockpileView
from game.telling import _, numbers

_RELEASE = (
    Option("hold", N_("Hold"), N_("Nothing is released without another order")),
    Option("shortage", N_("In shortage"), N_("Released in a shortage, to industry")),
    Option("price", N_("At high prices"), N_("Released while the price is far above normal")),
)
ALL = "all"
_DAYS = (0.0, 365.0, 15.0)
_PACE = (0.0, 60.0, 5.0)
_USUAL_PACE = 10.0
"""Where the slider starts when nothing is bought so far."""


class Stockpile(Panel):
    key = "stockpile"
    title = N_("Stockpile")
    short = N_("Stockpile")
    icon = "warehouse"

    def __init__(self, app: Shell, client: Client, go: Callable[[str], None]) -> None:
        super().__init__(app, client, go)
        self.material = ALL
        self.renew()

    def renew(self) -> None:
        policy = self.client.view.policy
        self.release = policy.release_rule
        self.pace = policy.pace_days or _USUAL_PACE
        self._take_target()

    def _take_target(self) -> None:
        """Start from the target that stands."""
        piles = [p for p in self.client.view.stockpiles if self.material in {ALL, p.material}]
        self.target = max((p.target_days for p in piles), default=0.0)

    def draw(self, column: Column) -> None:
        view = self.client.view
        known = present.names(view)
        heads = (_("Material"), _("Held"), _("Days"), _("Target"), _("Firms hold"), _("To target, US$ m"))
        table(column, heads, [_line(p, known) for p in view.stockpiles])
        column.skip(12)
        column.heading(_("New policy"))
        options = [Option(ALL, _("All")), *(Option(key, _(name)) for key, name in view.materials)]
        choice(column, "stock:material", _("For"), options, self.material, self._set_material)
        column.skip(8)
        shown = numbers.write(self.target, "days")
        slider(column, "stock:target", _("Target"), self.target, _DAYS, shown, self._set_target,
               tip=_("Days of the nation's use that the public stockpile shall hold"))  # fmt: skip
        column.skip(8)
        shown = _("{days} of use").format(days=numbers.write(self.pace, "days"))
        slider(column, "stock:pace", _("Bought a month, at most"), self.pace, _PACE, shown, self._set_pace,
               tip=_("Fast buying in a tight market drives the price up"))  # fmt: skip
        column.skip(8)
        choice(column, "stock:release", _("Release"), spoken(_RELEASE), self.release, self._set_release)
        column.skip(10)
        piles = [p for p in view.stockpiles if self.material in {ALL, p.material}]
        fact(
            column,
            _("Buying to this target would cost about"),
            numbers.write(sum(_cost(p, self.target) for p in piles), "US$ million"),
        )
        column.skip(6)
        order = {
            "kind": "set_stockpile",
            "material": self.material,
            "target_days": self.target,
            "pace_days": self.pace,
            "release": self.release,
        }
        order_button(column, self, "stock:set", _("Set this policy"), order)
        column.skip(8)
        note = _("Purchases are paid month by month from what is left of the budget, and slow down when it runs short.")
        column.paragraph(note, "small", column.canvas.palette.muted)

    def _set_material(self, name: str) -> None:
        self.material = name
        self._take_target()

    def _set_target(self, days: float) -> None:
        self.target = days

    def _set_pace(self, days: float) -> None:
        self.pace = days

    def _set_release(self, name: str) -> None:
        self.release = name


def _cost(pile: StockpileView, target: float) -> float:
    """US$ million at the present price to fill up to `target` days; 0 where no use tells what a day is."""
    a_day = pile.tonnes / pile.days if pile.days > 0 else _day_from_gap(pile)
    return max(0.0, target - pile.days) * a_day * pile.price / 1000.0


def _day_from_gap(pile: StockpileView) -> float:
    gap = pile.target_days - pile.days
    return pile.cost_to_target * 1000.0 / (gap * pile.price) if gap > 0 and pile.price > 0 else 0.0


def _line(pile: StockpileView, known: dict[str, str]) -> tuple[Cell, ...]:
    return (
        Cell(known[pile.material]),
        Cell(numbers.write(pile.tonnes, "t")),
        Cell(numbers.number(pile.days, 0), strong=True),
        Cell(numbers.number(pile.target_days, 0)),
        Cell(numbers.number(pile.commercial_days, 0), "bad" if pile.commercial_days < 30 else "plain"),
        Cell(numbers.number(pile.cost_to_target, 0)),
    )

"""Supply of a seat, stage by stage, its stocks, and its books."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.session.match import Match
from game.session.views import Cause, View
from game.telling import Teller, _, numbers

_MONEY = "US$ million"


def supply_of(_match: Match, view: View) -> dict[str, Any]:
    """The chain stage by stage, stocks, and where the money came from and goes."""
    return {"chain": _chain(view), "stocks": _stocks(view), "books": _books(view)}


def _chain(view: View) -> dict[str, Any]:
    teller = Teller.of(view)
    rival = _("From {rival}").format(rival=teller.words().get("rival", ""))
    heads = [_("Good"), _("Own"), rival, _("From others"), _("Scrap"), _("Use"), _("Unmet"), _("Cover")]
    rows = [
        (
            teller.name("goods", one.good),
            *(
                numbers.scaled(figure)
                for figure in (one.production, one.from_rival, one.from_others, one.recycled, one.use, one.unmet)
            ),
            numbers.write(one.cover_days, "days"),
        )
        for one in view.chain
    ]
    return {"heads": heads, "rows": rows}


def _stocks(view: View) -> dict[str, Any]:
    teller = Teller.of(view)
    heads = [_("Good"), _("Held"), _("Days"), _("Target"), _("Firms hold"), _("To target, US$ m")]
    rows = [
        (
            teller.name("goods", one.good),
            numbers.write(one.tonnes, "t"),
            numbers.scaled(one.days),
            numbers.scaled(one.target_days),
            numbers.scaled(one.commercial_days),
            numbers.scaled(one.cost_to_target),
        )
        for one in view.stockpiles
    ]
    return {"heads": heads, "rows": rows}


def _books(view: View) -> list[dict[str, Any]]:
    teller, books, foreseen = Teller.of(view), view.books, view.forecast

    def moved(lines: Sequence[Cause]) -> list[tuple[str, str]]:
        return [(teller.sentence(line.what), numbers.change(line.size.value, _MONEY)) for line in lines]

    told: list[dict[str, Any]] = []
    if books is not None:
        opening = (_("At its start"), numbers.write(books.opening, _MONEY))
        closing = (_("Now, with the new income"), numbers.write(books.closing, _MONEY))
        told.append({"title": _("Books of the last turn"), "rows": [opening, *moved(books.lines), closing]})
    if not view.finished:
        begins = (_("Budget after your orders"), numbers.write(view.budget_after, _MONEY))
        ends = (_("Left at its end"), numbers.write(foreseen.left, _MONEY))
        short = _("The budget does not reach: what it cannot pay is cut.") if foreseen.left < 0.0 else ""
        rows = [begins, *moved(foreseen.lines), ends]
        told.append({"title": _("Running costs of this turn"), "rows": rows, "warning": short})
    return told

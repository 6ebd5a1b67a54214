"""What a seat holds, and the projects that it may carry or carries."""

from __future__ import annotations

from typing import Any

from game.engine.messages import Message
from game.session.match import Match
from game.session.views import HoldingView, ProjectView, View
from game.telling import Teller, _, citations, finance, numbers

_MONEY = "US$ million"
_OPEN = ("idle", "failed")


def holdings_of(_match: Match, view: View) -> dict[str, Any]:
    """Sites that the seat has a part in, and every project with its state and its orders."""
    teller = Teller.of(view)
    projects = sorted(view.projects, key=lambda one: _rank(view, one))
    return {
        "holdings": [_holding(teller, one) for one in view.holdings],
        "projects": [_project(teller, view, one) for one in projects],
    }


def _rank(view: View, one: ProjectView) -> int:
    """One's own first, then what may be ordered, then the rest."""
    if one.own_share or one.sponsor == view.seat:
        return 2 if one.phase in {"done", "failed"} else 0
    return 1 if one.choice.allowed else 3


def _holding(teller: Teller, one: HoldingView) -> dict[str, Any]:
    can = {"ease_terms": bool(one.interest), "sell_stake": bool(one.stake), "let_go": True}
    return {
        "site": one.site,
        "name": teller.name("sites", one.site),
        "worth": numbers.write(one.worth, _MONEY) if one.worth else "",
        "parts": finance.parts(teller, one),
        "facts": finance.rights(one),
        "orders": [kind for kind, possible in can.items() if possible],
    }


def _project(teller: Teller, view: View, one: ProjectView) -> dict[str, Any]:
    facts = [(_("Whole cost"), numbers.write(one.capex, _MONEY))]
    if one.capacity:
        facts.append((_("Adds"), numbers.write(one.capacity, "t/year")))
        facts.append((_("Time to product"), _span(one.months_low, one.months_high)))
    facts.append((_("Offtake at full public finance"), numbers.write(one.offtake, "share")))
    if one.phase == "idle" and one.capacity:
        facts.append((_("Private partners"), finance.partners(one.asked, one.earned)))
    if one.financiers:
        told = ", ".join(f"{who} {share}" for who, share in finance.shared(teller, one.financiers))
        facts.append((_("Financed by"), told))
    may = one.phase in _OPEN or one.joinable or (one.phase != "done" and not one.own_share)
    return {
        "id": one.id,
        "name": _(one.name),
        "where": teller.name("nations", one.nation),
        "own": bool(one.own_share) or one.sponsor == view.seat,
        "phase": _phase(teller, one),
        "text": _(one.text),
        "facts": facts,
        "source": _("Source: {source}").format(source=citations.sources(one.evidence)),
        "orders": ["fund_project"] if may else [],
    }


def _phase(teller: Teller, one: ProjectView) -> str:
    phase = teller.tell(Message(f"phase.{one.phase}"))
    if one.phase in {"idle", "done", "failed"}:
        return phase
    return _("waits for staff") if one.waits else f"{phase} {numbers.write(one.progress, 'share')}"


def _span(low: float, high: float) -> str:
    if high <= 0:
        return _("at once")
    return _("{low} to {high}").format(low=numbers.write(low, "months"), high=numbers.write(high, "months"))

"""Parts of a seat's page that are made when somebody looks at them: agreements, what it holds, supply, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from game.economy import machine
from game.economy.compiled import available
from game.engine.messages import Message
from game.marks import N_
from game.server import shown
from game.session.match import Match
from game.session.views import AgreementView, Cause, HoldingView, NationView, PastTurn, ProjectView, View
from game.telling import Teller, _, agreements, citations, finance, numbers

_MONEY = "US$ million"
_ORDERS: Mapping[str, tuple[str, ...]] = {
    "none": ("propose_agreement",),
    "offered": ("answer_agreement", "propose_agreement"),
    "proposed": ("leave_agreement",),
    "signed": ("leave_agreement",),
    "in force": ("leave_agreement",),
}
"""Orders that an agreement of each status asks for."""
_MARKS = {"none": "○", "proposed": "◔", "offered": "▶", "signed": "◑", "in force": "●"}
_STANDS = {
    "offered": N_("offer to you"),
    "in force": N_("{count} in force"),
    "signed": N_("{count} signed"),
    "proposed": N_("{count} proposed"),
}
"""What stands with a partner in few words, the pressing first."""
_RANKS = {status: rank for rank, status in enumerate((*_STANDS, "none"))}
_OPEN = ("idle", "failed")


def part(match: Match, view: View, name: str) -> dict[str, Any]:
    """The part of a seat's page called `name`, in words.

    Raises:
        KeyError: when there is none of that name.
    """
    return {"type": "part", "part": name, "turn": view.turn, **_PARTS[name](match, view)}


def slow(name: str) -> bool:
    """Whether turns are played again for the part called `name`, so that it is made apart."""
    return name == "turning"


# --- agreements -------------------------------------------------------------------------------------------------------


def _agreements(_match: Match, view: View) -> dict[str, Any]:
    teller = Teller.of(view)
    found = [(nation, [one for one in view.agreements if one.partner == nation.id]) for nation in view.nations]
    partners = [(nation, sorted(ours, key=lambda one: _RANKS[one.status])) for nation, ours in found if ours]
    partners.sort(key=lambda pair: _RANKS[pair[1][0].status])
    past = [
        _("{agreement}, {partner}").format(agreement=name, partner=partner) + f", {stood}: {end}"
        for name, partner, stood, end in (agreements.past(teller, one) for one in view.past_agreements)
    ]
    return {
        "offers": sum(one.status == "offered" for one in view.agreements),
        "partners": [_partner(teller, nation, ours) for nation, ours in partners],
        "past": past,
    }


def _partner(teller: Teller, nation: NationView, ours: Sequence[AgreementView]) -> dict[str, Any]:
    counts = {status: sum(one.status == status for one in ours) for status in _STANDS}
    first = next((status for status, count in counts.items() if count), None)
    return {
        "partner": nation.id,
        "name": _(nation.name),
        "trust": _("Trust {points}").format(points=numbers.write(nation.trust, "0-1")),
        "stands": _(_STANDS[first]).format(count=counts[first]) if first else "",
        "rows": [_agreement(teller, one) for one in ours],
    }


def _agreement(teller: Teller, one: AgreementView) -> dict[str, Any]:
    facts = (
        (_("Terms"), agreements.terms(teller, one)),
        (_("Worth"), agreements.worth(one)),
        (_("Stands"), agreements.life(one)),
        (_("Kept"), agreements.kept(one)),
        (_("So far"), agreements.value(one)),
        (_("Prolong"), agreements.renewal(one)),
        (_("Note"), one.note),
    )
    renews = ("renew_agreement",) if one.renewal in {"", "theirs"} else ()
    return {
        "kind": one.kind,
        "partner": one.partner,
        "name": _(one.name),
        "mark": _MARKS[one.status],
        "status_text": "" if one.status == "none" else _status(teller, one),
        "text": _(one.text),
        "facts": [fact for fact in facts if fact[1]],
        "joins": _("Who signs with one is bound with all who have signed.") if one.joins else "",
        "orders": (*_ORDERS[one.status], *renews),
    }


def _status(teller: Teller, one: AgreementView) -> str:
    if one.status == "in force" and one.months_left > 0:
        return _("in force, {months} left").format(months=numbers.write(one.months_left, "months"))
    return teller.tell(Message(f"agreement.{one.status}"))


# --- holdings and projects --------------------------------------------------------------------------------------------


def _holdings(_match: Match, view: View) -> dict[str, Any]:
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


# --- supply and books -------------------------------------------------------------------------------------------------


def _supply(_match: Match, view: View) -> dict[str, Any]:
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


# --- the end ----------------------------------------------------------------------------------------------------------


def _result(match: Match, view: View) -> dict[str, Any]:
    """How it ended.

    Raises:
        ValueError: before the end.
    """
    if not view.finished:
        raise ValueError(view.turn)
    teller, result = Teller.of(view), match.result(view.seat, turning=False)
    whole = sum(one.weight for one in result.parts) or 1.0
    return {
        "won": result.won,
        "title": _("Won") if result.won else _("Lost"),
        "total": _("{points} of 100").format(points=numbers.number(result.total, 0)),
        "verdict": f"{teller.sentence(result.verdict)}.",
        "score": [
            {
                "label": _(one.label),
                "points": round(one.points, 1),
                "counts": _("{points} of 100, counts {share}").format(
                    points=numbers.number(one.points, 0), share=numbers.write(one.weight / whole, "share")
                ),
                "text": teller.measured(one),
            }
            for one in result.parts
        ],
        "goals": [{"text": teller.reached(one), "met": one.met} for one in view.goals],
        "turns": [_turn(teller, past) for past in match.past(view.seat)],
    }


def _turning(match: Match, view: View) -> dict[str, Any]:
    """The turns that decided it: none until there is machine code, because turns are played again to measure them and
    everybody would wait; a page asks again.

    Raises:
        ValueError: before the end.
    """
    if not view.finished:
        raise ValueError(view.turn)
    if not available():
        return {"points": None, "again": False, "text": _("They stand in the debrief.")}
    if not machine.wait(0.0):
        return {"points": None, "again": True, "text": _("They are being measured: one moment.")}
    teller = Teller.of(view)
    points = [shown.headline(teller, one) for one in match.result(view.seat).turning_points]
    return {"points": points, "again": False, "text": _("No single turn decided it: the course was steady.")}


def _turn(teller: Teller, past: PastTurn) -> dict[str, Any]:
    title = _("Turn {turn}, from {month}").format(turn=past.turn + 1, month=numbers.month(past.month))
    return {
        "title": title,
        "orders": [teller.sentence(order) for order in past.orders],
        "refused": [teller.sentence(refusal) for refusal in past.refused],
        "headlines": [shown.headline(teller, one) for one in past.headlines if one.tone != "plain"],
    }


_PARTS: Mapping[str, Callable[[Match, View], dict[str, Any]]] = {
    "agreements": _agreements,
    "holdings": _holdings,
    "supply": _supply,
    "result": _result,
    "turning": _turning,
}

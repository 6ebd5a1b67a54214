"""Agreements of a seat: what may be agreed with whom, and what stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from game.engine.messages import Message
from game.marks import N_
from game.session.match import Match
from game.session.views import AgreementView, NationView, View
from game.telling import Teller, _, agreements, numbers

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


def agreements_of(_match: Match, view: View) -> dict[str, Any]:
    """Each partner with what may be agreed, what is asked for it, and what stands."""
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

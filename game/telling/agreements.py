"""What stands between two nations, in words: terms, what they are worth, how they are kept, and what became of them."""

from __future__ import annotations

from game.engine.messages import Amount, Message
from game.marks import N_
from game.session.views import AgreementView, ClauseView, PastAgreement
from game.telling.catalogue import _
from game.telling.grammar import listed
from game.telling.numbers import change, month, write
from game.telling.teller import Teller

_RENEWALS = {
    "own": N_("you wish to go on, they have not said so"),
    "theirs": N_("they wish to go on, you have not said so"),
    "both": N_("both wish to go on: it is prolonged"),
}
_ENDS = {
    "kept": N_("kept to its end"),
    "left": N_("left by you"),
    "left_us": N_("left by them"),
    "broken": N_("broken by you"),
    "broke": N_("broken by them"),
}
_PARTS = {
    "supply": N_("supply"),
    "cover": N_("cover"),
    "know_how": N_("know-how"),
    "staff": N_("staff"),
    "cost": N_("cost"),
    "fee": N_("fee"),
    "tension": N_("tension"),
}
"""What parts of its worth are called."""


def terms(teller: Teller, one: AgreementView) -> str:
    """What it states, or would state on the usual terms; empty where it states nothing by numbers."""
    told = [_clause(teller, clause) for clause in one.clauses if clause.value]
    return listed(told) if told else ""


def _clause(teller: Teller, clause: ClauseView) -> str:
    piece = "asked" if clause.name == "fee" and clause.value < 0.0 else clause.name
    return teller.tell(Message(f"piece.propose_agreement.{piece}", {"amount": Amount(abs(clause.value), clause.unit)}))


def choice(teller: Teller, one: AgreementView) -> str:
    """What may be chosen, in the order in which it is written; empty where nothing may."""
    told = [
        _("{term} from {least} to {most}").format(
            term=teller.tell(Message(f"piece.propose_agreement.term_{clause.name}")),
            least=write(clause.bounds[0], clause.unit),
            most=write(clause.bounds[2], clause.unit),
        )
        for clause in one.clauses
        if clause.open
    ]
    return "; ".join(told)


def worth(one: AgreementView) -> str:
    """What it is worth to the seat, as its ministry reckons; empty where nobody reckons."""
    if not one.worth:
        return ""
    whole = change(sum(size for _part, size in one.worth), "US$ million/year")
    parts = [
        _("{part} {size}").format(part=_(_PARTS[part]), size=change(size, "US$ million")) for part, size in one.worth
    ]
    return _("about {whole} to you: {parts}").format(whole=whole, parts=listed(parts))


def kept(one: AgreementView) -> str:
    """Whether the seat keeps what it promised; empty while it is not in force."""
    if not one.since:
        return ""
    if not one.behind:
        return _("kept by you")
    if not one.grace:
        return _("not kept by you")
    left = write(max(one.grace - one.behind, 0.0), "months")
    return _("not kept by you: {left} until it counts as broken").format(left=left)


def life(one: AgreementView) -> str:
    """Since and until when it stands; empty while it is not in force."""
    if not one.since:
        return ""
    return _("since {since}, until {until}").format(since=month(one.since), until=month(one.until))


def renewal(one: AgreementView) -> str:
    """Who wishes to go on with it; empty where nobody has said so."""
    return _(_RENEWALS[one.renewal]) if one.renewal in _RENEWALS else ""


def value(one: AgreementView) -> str:
    """What it has brought so far; empty while it is not in force."""
    if not one.since:
        return ""
    return _("{tonnes} served, {money} paid").format(
        tonnes=write(one.served, "t"), money=write(one.paid, "US$ million")
    )


def past(teller: Teller, one: PastAgreement) -> tuple[str, str, str, str]:
    """Its name, the partner, how long it stood, and how it ended."""
    stood = _("{since} to {until}").format(since=month(one.since), until=month(one.until))
    return teller.name("agreements", one.kind), teller.name("nations", one.partner), stood, _(_ENDS[one.end])

"""The register of agreements, as sheets: what is possible, offered, in force and over."""

from __future__ import annotations

from game.cli.text.amounts import choice
from game.cli.text.grammar import chosen
from game.engine.messages import Message
from game.session.views import AgreementView, View
from game.telling import Teller, _, agreements
from game.telling.numbers import number
from game.telling.sheet import Sheet, to_right


def diplomacy(view: View) -> Sheet:
    """Agreements that are possible, offered or in force."""
    teller = Teller.of(view)
    rows = tuple(
        (
            one.kind,
            _(one.name),
            one.partner,
            "" if one.status == "none" else status(teller, one),
            number(one.months_left, 0) if one.months_left else "",
            _can(one),
        )
        for one in view.agreements
    )
    note = _(
        "Posture toward {rival}: {posture}. 'agreement NAME PARTNER' tells what it says, 'register' what stands."
    ).format(
        rival=teller.within("nations", view.lexicon.rival),
        posture=chosen("set_posture", "posture", view.policy.posture),
    )
    tones = tuple({"in force": "good", "offered": "rival"}.get(one.status, "plain") for one in view.agreements)
    columns = (_("Kind"), _("Name"), _("Partner"), _("State"), to_right(_("Months")), _("You can"))
    return Sheet(_("Agreements"), columns, rows, note, tones)


def register(view: View) -> Sheet:
    """What stands between the seat and others, with its terms, and what stood."""
    teller = Teller.of(view)
    standing = tuple(
        (
            _(one.name),
            teller.name("nations", one.partner),
            agreements.life(one) or status(teller, one),
            agreements.terms(teller, one),
            "; ".join(filter(None, (agreements.kept(one), agreements.renewal(one)))),
            agreements.value(one),
        )
        for one in view.agreements
        if one.status != "none"
    )
    over = tuple(
        (*agreements.past(teller, one)[:3], "", agreements.past(teller, one)[3], "") for one in view.past_agreements
    )
    columns = (_("Agreement"), _("Partner"), _("Stands"), _("Terms"), _("Kept"), _("So far"))
    note = _("'renew NAME PARTNER' says that you wish to go on; 'leave' ends it before its time, which costs trust.")
    return Sheet(_("Register of agreements"), columns, standing + over, note if standing or over else _("Nothing yet."))


def agreement(teller: Teller, one: AgreementView) -> Sheet:
    """One agreement in full."""
    rows = (
        (_("Says"), _(one.text)),
        (_("With"), teller.name("nations", one.partner)),
        (_("State"), status(teller, one)),
        (_("Stands"), agreements.life(one)),
        (_("Terms"), agreements.terms(teller, one)),
        (_("Choice"), agreements.choice(teller, one) if one.status in {"none", "offered"} else ""),
        (_("Worth"), agreements.worth(one)),
        (_("Kept"), agreements.kept(one)),
        (_("So far"), agreements.value(one)),
        (_("Prolong"), agreements.renewal(one)),
        (_("Joins"), _("who signs with one is bound with all who have signed") if one.joins else ""),
        (_("Note"), one.note),
        (_("Price"), choice(teller, one.choice)),
    )
    return Sheet(_(one.name), ("", ""), tuple((what, text) for what, text in rows if text))


def status(teller: Teller, one: AgreementView) -> str:
    """How it stands, in a word or two."""
    return teller.tell(Message(f"agreement.{one.status}"))


def _can(one: AgreementView) -> str:
    """What the seat can type about it."""
    verb = {
        "none": "propose",
        "offered": "accept, decline, propose",
        "in force": "leave, renew" if one.renewal in {"", "theirs"} else "leave",
        "signed": "leave",
    }.get(one.status, _("wait"))
    return verb if one.choice.allowed or one.status == "offered" else _("no")

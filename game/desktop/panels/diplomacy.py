"""Diplomacy: posture toward the rival, and agreements with each partner."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop import present
from game.desktop.client import Client
from game.desktop.kit import badges
from game.desktop.kit.buttons import ButtonSpec, button_row
from game.desktop.kit.column import Column
from game.desktop.kit.screen import Shell
from game.desktop.kit.theme import Tone
from game.desktop.panels.forms import Filling, draw_field, draw_fields, draw_way, draw_ways
from game.desktop.panels.panel import Panel, fact, meter_line, remark
from game.engine.messages import Message
from game.marks import N_
from game.session.views import AgreementView, NationView
from game.telling import _, agreements
from game.telling.numbers import write

_COUNTED = {
    "offered": N_("offer to you"),
    "in force": N_("{count} in force"),
    "signed": N_("{count} signed"),
    "proposed": N_("{count} proposed"),
}
"""What stands with a partner in few words, the pressing first."""
_ORDERS = {
    "none": "propose_agreement",
    "offered": "answer_agreement",
    "proposed": "leave_agreement",
    "signed": "leave_agreement",
    "in force": "leave_agreement",
}
"""Kind of order that an agreement of each status asks for."""


class Diplomacy(Panel):
    key = "diplomacy"
    title = N_("Diplomacy and agreements")
    short = N_("Diplomacy")
    icon = "handshake"

    def __init__(self, app: Shell, client: Client, go: Callable[[str], None]) -> None:
        super().__init__(app, client, go)
        self.partner = ""
        self.posture = Filling(client, "set_posture")
        self.bargaining = ""
        """The agreement whose terms are open, as ``kind:partner``."""
        self.offer = Filling(client, "propose_agreement")

    def renew(self) -> None:
        self.posture.forget()
        self.bargaining = ""

    def badge(self) -> str:
        offers = sum(a.status == "offered" for a in self.client.view.agreements)
        return str(offers) if offers else ""

    def draw(self, column: Column) -> None:
        view = self.client.view
        own = next((n for n in view.nations if n.role == "self"), None)
        field = self.posture.form.fields[0]
        column.heading(present.filled(view, field.label))
        if own is not None:
            meter_line(
                column, _("Tension"), write(own.tension, "0-1"), own.tension, "bad" if own.tension > 0.6 else "warn"
            )
        draw_field(column, self.posture, field, named=False)
        if self.posture.changed():
            column.skip(8)
            draw_ways(column, self, self.posture)
        column.skip(14)
        column.heading(_("Agreements"))
        if self.badge():
            draw_way(column, self, Filling(self.client, "weigh_offers"), "weigh")
            column.skip(8)
        for nation, kinds in present.agreements_by_partner(view):
            self._nation(column, nation, kinds)
            column.skip(6)
        if view.past_agreements:
            column.skip(8)
            column.heading(_("What stood before"))
            for past in view.past_agreements:
                name, partner, stood, end = agreements.past(self.client.teller, past)
                fact(column, _("{agreement}, {partner}").format(agreement=name, partner=partner), f"{stood}: {end}")

    def _toggle(self, nation: str) -> None:
        self.partner = "" if self.partner == nation else nation
        self.app.dirty = True

    def _nation(self, column: Column, nation: NationView, kinds: tuple[AgreementView, ...]) -> None:
        canvas, theme = column.canvas, column.canvas.theme
        rect = column.take(canvas.line_height() + canvas.line_height("small") + theme.px(16))
        opened = self.partner == nation.id
        hot = canvas.press_area(
            f"partner:{nation.id}",
            rect,
            _(nation.name),
            lambda: self._toggle(nation.id),
            _("Agreements with this nation"),
        )
        if canvas.seen(rect):
            fill = canvas.palette.hover if hot else canvas.palette.raised
            canvas.card(rect, fill, canvas.palette.accent if opened else None)
            size = theme.letter(24)
            badges.flag_badge(
                canvas.surface, (rect.x + theme.px(10) + size // 2, rect.centery), nation.flag, size, theme
            )
            words = pygame.Rect(
                rect.x + size + theme.px(20),
                rect.y + theme.px(7),
                rect.width - size - theme.px(28),
                canvas.line_height(),
            )
            canvas.words(words, _(nation.name), weight="semibold", shorten=True)
            below = pygame.Rect(words.x, words.bottom + theme.px(2), words.width, canvas.line_height("small"))
            state, tone = _summary(kinds)
            width = canvas.width(state, "small", "semibold")
            canvas.words(
                below,
                state,
                "small",
                "semibold",
                canvas.palette.tone(tone) if tone != "plain" else canvas.palette.muted,
                "right",
            )
            below.width -= width + theme.px(8)
            trust = _("Trust {points}").format(points=write(nation.trust, "0-1"))
            canvas.words(below, trust, "small", colour=canvas.palette.muted, shorten=True)
        if opened:
            for agreement in kinds:
                self._agreement(column, agreement)

    def _agreement(self, column: Column, agreement: AgreementView) -> None:
        canvas = column.canvas
        indent = canvas.theme.px(10)
        inner = Column(canvas, column.x + indent, column.y + canvas.theme.px(10), column.width - indent)
        status = (
            ""
            if agreement.status == "none"
            else f" — {{{present.STATUS_TONES[agreement.status]}:{self._status(agreement)}}}"
        )
        inner.paragraph(f"**{_(agreement.name)}**{status}")
        inner.skip(3)
        inner.paragraph(_(agreement.text), colour=canvas.palette.muted)
        inner.skip(6)
        self._facts(inner, agreement)
        self._buttons(inner, agreement)
        column.y = inner.y + canvas.theme.px(4)

    def _status(self, agreement: AgreementView) -> str:
        if agreement.status == "in force" and agreement.months_left > 0:
            return _("in force, {months} left").format(months=write(agreement.months_left, "months"))
        return self.client.teller.tell(Message(f"agreement.{agreement.status}", {}))

    def _buttons(self, column: Column, agreement: AgreementView) -> None:
        if agreement.status == "proposed":
            remark(column, "accent", _("Proposed. The partner answers when the turn resolves."), "hourglass")
            column.skip(6)
        pair = {"agreement": agreement.kind, "partner": agreement.partner}
        bargaining = self.bargaining == ":".join(pair.values())
        if agreement.status != "none" or not bargaining:
            draw_ways(column, self, Filling(self.client, _ORDERS[agreement.status], **pair))
        if agreement.renewal in {"", "theirs"}:
            column.skip(6)
            draw_ways(column, self, Filling(self.client, "renew_agreement", **pair))
        if agreement.status in {"none", "offered"} and any(clause.open for clause in agreement.clauses):
            column.skip(6)
            self._terms(column, agreement, bargaining=bargaining)

    def _terms(self, column: Column, agreement: AgreementView, *, bargaining: bool) -> None:
        """The terms of a proposal or counter-offer, once they are asked for."""
        pair = f"{agreement.kind}:{agreement.partner}"
        if not bargaining:
            label = _("Choose the terms") if agreement.status == "none" else _("Answer with other terms")
            button_row(
                column,
                [ButtonSpec(f"terms:{pair}", label, lambda: self.bargain(agreement.kind, agreement.partner), "plain")],
            )
            return
        draw_fields(column, self.offer)
        label = "" if agreement.status == "none" else _("Counter-offer")
        draw_way(column, self, self.offer, "propose", label)

    def bargain(self, agreement: str, partner: str) -> None:
        """Open the terms of a proposal of `agreement` to `partner`."""
        self.bargaining = f"{agreement}:{partner}"
        self.offer = Filling(self.client, "propose_agreement", agreement=agreement, partner=partner)
        self.app.dirty = True

    def _facts(self, column: Column, agreement: AgreementView) -> None:
        """Its terms, what they are worth, how it is kept and what it has brought."""
        teller = self.client.teller
        told = (
            (_("Terms"), agreements.terms(teller, agreement)),
            (_("Worth"), agreements.worth(agreement)),
            (_("Stands"), agreements.life(agreement)),
            (_("Kept"), agreements.kept(agreement)),
            (_("So far"), agreements.value(agreement)),
            (_("Prolong"), agreements.renewal(agreement)),
            (_("Note"), agreement.note),
        )
        for label, words in told:
            if words:
                column.paragraph(f"{label}: {words}", "small")
                column.skip(2)
        if agreement.joins:
            column.paragraph(
                _("Who signs with one is bound with all who have signed."), "small", column.canvas.palette.muted
            )
        column.skip(4)


def _summary(kinds: tuple[AgreementView, ...]) -> tuple[str, Tone]:
    """What stands between the two nations, in a few words."""
    for status, words in _COUNTED.items():
        count = sum(a.status == status for a in kinds)
        if count:
            return _(words).format(count=count), present.STATUS_TONES[status]
    return _("none"), "plain"

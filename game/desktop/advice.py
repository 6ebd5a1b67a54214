"""What the adviser says of a turn: remarks read from the seat's view alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.desktop.kit.theme import Tone
from game.session.views import View
from game.telling import Teller, _, numbers
from game.telling.grammar import capital

LOW_COVER = 60.0
"""Days of stock under which the adviser speaks up."""


@dataclass(frozen=True)
class Advice:
    """A remark of the adviser; `panel` is the panel that it points to."""

    tone: Tone
    text: str
    panel: str = ""


def advice(view: View) -> tuple[Advice, ...]:
    """What a careful adviser would say now, the pressing first. Read from the view alone."""
    return (*_offers(view), *_shortages(view), *_covers(view), *_money(view))


def warnings(view: View) -> tuple[Advice, ...]:
    """What to think of before the turn ends."""
    found: list[Advice] = []
    if not view.draft:
        found.append(Advice("warn", _("You give no orders. What was decided earlier goes on.")))
    costs, left = view.forecast.costs, view.forecast.left
    if left < 0.0:
        short = _("Running costs come to {costs}, {short} more than there is. What the budget cannot pay is cut.")
        money = {"costs": numbers.write(costs, "US$ million"), "short": numbers.write(-left, "US$ million")}
        found.append(Advice("warn", short.format(**money)))
    elif left > 0.8 * view.budget:
        money_left = numbers.write(left, "US$ million")
        found.append(Advice("accent", _("{money} stay unspent.").format(money=money_left)))
    found += [item for item in advice(view) if item.tone in {"warn", "bad"} and item.panel == "diplomacy"]
    return tuple(found)


def _offers(view: View) -> Iterable[Advice]:
    teller = Teller.of(view)
    for one in view.agreements:
        if one.status == "offered":
            partner, agreement = teller.within("nations", one.partner), teller.within("agreements", one.kind)
            words = capital(_("{partner} offers you {agreement}.").format(partner=partner, agreement=agreement))
            yield Advice("warn", words, "diplomacy")


def _shortages(view: View) -> Iterable[Advice]:
    teller = Teller.of(view)
    counted = {good.id for good in view.goods if good.counted}
    for link in view.chain:
        if link.good in counted and link.unmet > 0.02 * max(link.use + link.unmet, 1.0):
            lost = numbers.write(link.unmet / max(link.use + link.unmet, 1e-9), "share")
            words = _("{good}: {share} of the need is unmet.")
            yield Advice("bad", words.format(good=teller.name("goods", link.good), share=lost), "chain")


def _covers(view: View) -> Iterable[Advice]:
    teller = Teller.of(view)
    for pile in view.stockpiles:
        cover = pile.days + pile.commercial_days
        if cover < LOW_COVER:
            words = _("{good}: a stock cover of {days}.")
            days = numbers.write(cover, "days")
            yield Advice("warn", words.format(good=teller.name("goods", pile.good), days=days), "stockpile")


def _money(view: View) -> Iterable[Advice]:
    under_way = [p for p in view.projects if p.own_share and p.phase not in {"idle", "done", "failed"}]
    if not under_way:
        yield Advice("accent", _("You finance no project at present. Plants take years to build."), "projects")
    if view.research and not any(line.rate for line in view.research):
        yield Advice("accent", _("No research line is paid for. Its fruit comes late, but it stays."), "research")

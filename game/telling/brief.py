"""The briefing as one seat reads it: where it stands and what it must reach with the figures of now, then the story."""

from __future__ import annotations

from collections.abc import Iterator

from game.session.views import ChainView, View
from game.telling import numbers
from game.telling.catalogue import _
from game.telling.grammar import listed
from game.telling.teller import Teller

_NAMED = 3
"""Goods, works and contracts that are named; the screens have all."""
_SOME = 1.0
"""Days of a stockpile, t/year of a good or a works: below this there is none to speak of."""


def briefing(view: View) -> str:
    """The whole briefing in Markdown: the title of the scenario, the part of the seat, the rest of the scenario's."""
    text = _(view.briefing.text)
    head, _line, rest = text.partition("\n")
    if not head.startswith("# "):
        head, rest = "", text
    return "\n\n".join(part for part in (head.strip(), standing(view), rest.strip()) if part)


def standing(view: View) -> str:
    """The part of the seat alone, in Markdown."""
    teller = Teller.of(view)
    parts = [f"## {_('{nation}: where you stand').format(nation=_(view.seat_name))}"]
    parts += [_(view.briefing.role)] if view.briefing.role else []
    parts += ["\n".join(f"- {line}" for line in (*_holds(view, teller), *_uses(view, teller), *_hangs(view, teller)))]
    parts += list(_wanted(view, teller))
    if view.briefing.objectives:
        learnt = "\n".join(f"- {_(text)}" for text in view.briefing.objectives)
        parts.append(f"{_('**What this match is to teach**')}\n\n{learnt}")
    return "\n\n".join(parts)


def _holds(view: View, teller: Teller) -> Iterator[str]:
    """Money, stockpile, works at home and contracts."""
    money, capital = numbers.write(view.budget, "US$ million"), numbers.number(view.capital, 0)
    yield _("**You have** {money} to spend, and {capital} of political capital.").format(money=money, capital=capital)
    piles = [
        _("{days} of {good}").format(days=numbers.write(pile.days, "days"), good=teller.within("goods", pile.good))
        for pile in view.stockpiles
        if pile.days > _SOME
    ]
    stock = _("**You hold** a public stockpile: {piles}.").format(piles=listed(piles)) if piles else ""
    yield stock or _("**You hold** no public stockpile.")
    works = sorted((site for site in view.sites if site.nation == view.seat), key=lambda site: -site.output)
    working = [
        _("{site} ({output})").format(site=_(site.name), output=numbers.write(site.output, "t/year"))
        for site in works
        if site.output > _SOME
    ]
    if working:
        yield _("**At home** work {sites}.").format(sites=listed(working[:_NAMED]))
    yield from _contracts(view)


def _contracts(view: View) -> Iterator[str]:
    """What of a site is the seat's by contract."""
    held = [(dict(site.offtake).get(view.seat, 0.0), site.name) for site in view.sites]
    told = [
        _("{share} of what {site} makes").format(share=numbers.write(share, "share"), site=_(name))
        for share, name in sorted(held, key=lambda one: -one[0])[:_NAMED]
        if share > 0.0
    ]
    if told:
        yield _("**By contract** you get {parts}.").format(parts=listed(told))


def _uses(view: View, teller: Teller) -> Iterator[str]:
    """How much industry and works use in a year, and of what."""
    demand = next(nation.demand for nation in view.nations if nation.id == view.seat)
    goods = [
        _("{use} of {good}").format(use=numbers.write(link.use, "t/year"), good=teller.within("goods", link.good))
        for link in sorted(_counted(view), key=lambda link: -link.use)[:_NAMED]
    ]
    text = _("**You use** {demand} of {headline}, above all {goods}.")
    headline = teller.words()["headline"]
    yield text.format(demand=numbers.write(demand, "t/year"), headline=headline, goods=listed(goods))


def _hangs(view: View, teller: Teller) -> Iterator[str]:
    """How far the seat hangs on the rival, where most, and how long its stocks would last."""
    figures = {entry.key: numbers.write(entry.value, entry.unit) for entry in view.indicators}
    most = max(_counted(view), key=lambda link: link.dependence, default=None)
    rival = teller.within("nations", view.lexicon.rival)
    if most is not None and {"import_share", "bottleneck", "stock_cover"} <= figures.keys():
        yield _(
            "**You depend**: {share} of your imports come from {rival}, {bottleneck} at the bottleneck; the most "
            "for {good}: {part}. All stocks together, firms' and state's, last {cover}."
        ).format(
            share=figures["import_share"],
            rival=rival,
            bottleneck=figures["bottleneck"],
            good=teller.within("goods", most.good),
            part=numbers.write(most.dependence, "share"),
            cover=figures["stock_cover"],
        )


def _counted(view: View) -> list[ChainView]:
    """Goods that count in stocks and dependence and are used."""
    counted = {good.id for good in view.goods if good.counted}
    return [link for link in view.chain if link.good in counted and link.use > _SOME]


def _wanted(view: View, teller: Teller) -> Iterator[str]:
    """What it takes to win, every goal with its figure of today."""
    points = teller.wanted(view.briefing)[: view.briefing.win_score > 0.0]
    wanted = [*points, *map(teller.standing, view.goals)]
    if wanted:
        yield "\n".join((f"{_('**To win**')}\n", *(f"- {line}" for line in wanted)))

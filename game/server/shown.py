"""What a seat and the public see, as plain data for the wire, in the language spoken now."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from game.marks import N_
from game.server.sitting import Done
from game.session.views import Choice, Headline, Indicator, Series, View, Why
from game.telling import Teller, _, finance, numbers

_MONEY, _CAPITAL = "US$ million", "points"
_DUST = 0.05
"""US$ million a turn under which an order costs nothing that is worth a word."""


@cache
def _as_html(text: str) -> str:
    """A briefing as a page shows it, its headings below the page's own; what its author wrote as HTML stays text."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).disable("image")
    tokens = reader.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + 2, 6)}"
    return str(reader.renderer.render(tokens, reader.options, {}))


def view_of(view: View) -> dict[str, Any]:
    """A seat's view in words."""
    teller, briefing = Teller.of(view), view.briefing
    return {
        "type": "view",
        "seat": view.seat,
        "seat_name": _(view.seat_name),
        **period(view),
        "briefing": {
            "title": _(briefing.title),
            "summary": _(briefing.summary),
            "html": _as_html(_(briefing.text)),
            "role": _(briefing.role),
            "goals": [_(goal) for goal in briefing.goals],
            "objectives": [_(objective) for objective in briefing.objectives],
            "win": "; ".join(teller.wanted(briefing)),
        },
        "budget": _purse(view.budget, view.budget_after, _MONEY),
        "capital": _purse(view.capital, view.capital_after, _CAPITAL),
        "indicators": [_indicator(teller, one) for one in view.indicators],
        "score": [
            {"label": _(one.label), "text": teller.measured(one), "points": round(one.points, 1), "weight": one.weight}
            for one in view.score
        ],
        "goals": [{"text": teller.standing(one), "met": one.met, "secret": one.secret} for one in view.goals],
        "headlines": [headline(teller, one) for one in view.headlines],
        "series": [series(teller, one) for one in view.series],
        "months": months(view),
        "offers": sum(one.status == "offered" for one in view.agreements),
    }


_DEEDS: Mapping[str, str] = {
    "add": N_("{who} added: {order}"),
    "remove": N_("{who} took out: {order}"),
    "seal": N_("{who} sealed the orders"),
    "unseal": N_("{who} opened the orders again"),
}


def draft_of(view: View, orders: Sequence[Any], done: Sequence[Done], *, sealed: bool) -> dict[str, Any]:
    """The seat's draft with its prices, and who of the team did what to it."""
    teller = Teller.of(view)
    return {
        "type": "draft",
        "turn": view.turn,
        "sealed": sealed,
        "orders": [
            {
                "text": teller.sentence(shown.message),
                "price": shown.price,
                "price_text": numbers.write(shown.price, _MONEY),
                "capital_text": numbers.write(shown.capital, _CAPITAL) if shown.capital else "",
                "order": order.model_dump(mode="json"),
            }
            for shown, order in zip(view.draft, orders, strict=True)
        ],
        "budget_after_text": numbers.write(view.budget_after, _MONEY),
        "capital_after_text": numbers.write(view.capital_after, _CAPITAL),
        "done": [
            _(_DEEDS[one.do]).format(who=one.who, order=teller.tell(one.order) if one.order else "")
            for one in done
            if (one.seat, one.turn) == (view.seat, view.turn)
        ],
    }


def choice_of(view: View, choice: Choice) -> dict[str, Any]:
    """A price, and why not."""
    most = choice.price + choice.overrun.high
    more = [_("{amount} more a turn"), _("{amount} less a turn")][choice.running < 0.0]
    return {
        "allowed": choice.allowed,
        "price": choice.price,
        "price_text": numbers.write(choice.price, _MONEY),
        "capital": choice.capital,
        "capital_text": numbers.write(choice.capital, _CAPITAL),
        "refusal": Teller.of(view).refusal(choice),
        "band_text": _("up to {most}").format(most=numbers.write(most, _MONEY)) if choice.overrun.high else "",
        "more": [
            more.format(amount=numbers.write(abs(choice.running), _MONEY)) if abs(choice.running) >= _DUST else "",
            finance.late(choice.late),
        ],
    }


def why_of(view: View, key: str, told: Why) -> dict[str, Any]:
    """What the figure `key` means and what moved it."""
    teller = Teller.of(view)
    lines = [teller.sentence(told.meaning), *(teller.owed(cause) for cause in told.causes)]
    return {"type": "why", "key": key, "text": lines}


def period(view: View) -> dict[str, Any]:
    """The turn that is played, and its months."""
    return {
        "turn": view.turn,
        "turns": view.turns,
        "month": view.month,
        "until": view.until,
        "period": numbers.months(view.month, view.until),
        "finished": view.finished,
    }


def months(view: View) -> list[str]:
    """Every month of the match as charts have it below their curves."""
    return [numbers.month(month) for month in view.briefing.months]


def headline(teller: Teller, headline: Headline) -> dict[str, Any]:
    """One thing that happened, in words, with what stands behind it."""
    return {
        "turn": headline.turn,
        "month": headline.month,
        "when": numbers.month(headline.month),
        "text": teller.headline(headline),
        "cause": teller.cause(headline),
        "tone": headline.tone,
        "behind": [] if headline.story is None else teller.behind(headline.story, sources=True),
    }


def _purse(now: float, after: float, unit: str) -> dict[str, Any]:
    return {
        "value": now,
        "text": numbers.write(now, unit),
        "after": after,
        "after_text": numbers.write(after, unit),
    }


def _indicator(teller: Teller, one: Indicator) -> dict[str, Any]:
    return {
        "key": one.key,
        "label": teller.label(one.key),
        "short": teller.short_label(one.key),
        "value": _plain(one.value),
        "text": numbers.write(one.value, one.unit),
        "change": numbers.change(one.change, one.unit) if one.change else "",
        "way": "" if not one.change or not one.good else "good" if one.change * one.good > 0 else "bad",
        "good": one.good,
        "unit": one.unit,
    }


def series(teller: Teller, one: Series) -> dict[str, Any]:
    """A monthly history, with its latest value in words."""
    return {
        "key": one.key,
        "label": teller.label(one.key),
        "page": teller.page(one.key),
        "unit": one.unit,
        "months": one.months,
        "values": [_plain(value) for value in one.values],
        "last": numbers.write(one.values[-1], one.unit) if one.values else "",
    }


def _plain(value: float) -> float | None:
    """A number as JSON has it: what is infinite or unknown is null there."""
    return value if math.isfinite(value) else None

"""What a seat sees, as sheets: each function takes the view and says one thing of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.cli.text.amounts import MONEY
from game.cli.text.grammar import chosen
from game.session.views import DraftOrder, Headline, Result, ScoreView, View, Why
from game.telling import Teller, _, finance
from game.telling.numbers import change, month, number, scaled, write
from game.telling.sheet import Sheet, to_right

if TYPE_CHECKING:
    from game.reports.aims import Expected

_SEEN = 0.005
"""Shares below this are shown as nothing."""
_NAMED = 4
"""Figures that are named as examples."""


def heading(view: View) -> str:
    """Where the match stands and what is left to spend, in a line."""
    budget, capital = write(view.budget, MONEY), number(view.capital, 0)
    if view.draft:
        budget = _after(budget, write(view.budget_after, MONEY))
        capital = _after(capital, number(view.capital_after, 0))
    if not view.finished:
        left = write(view.forecast.left, MONEY)
        budget = _("{budget}, {left} left at the end of the turn").format(budget=budget, left=left)
    return _("{seat}, turn {turn} of {turns}: {first} to {last}. Budget {budget}; political capital {capital}.").format(
        seat=_(view.seat_name),
        turn=view.turn + 1,
        turns=view.turns,
        first=month(view.month),
        last=month(view.until),
        budget=budget,
        capital=capital,
    )


def _after(before: str, after: str) -> str:
    """An amount, and what the orders leave of it where that is another."""
    return before if before == after else _("{before}, {after} after your orders").format(before=before, after=after)


def situation(view: View) -> Sheet:
    """Key figures and how they moved since the last turn."""
    rows, tones, teller = [], [], Teller.of(view)
    for entry in view.indicators:
        shown = write(entry.value, entry.unit)
        rows.append((teller.label(entry.key), shown, _moved(entry.change, entry.value, entry.unit)))
        way = entry.good * entry.change
        tones.append("good" if way > 0 else "bad" if way < 0 else "plain")
    keys = ", ".join(entry.key for entry in view.indicators[:_NAMED])
    note = _("'why FIGURE' says where one comes from: {figures}, ...").format(figures=keys)
    columns = (_("Figure"), to_right(_("Now")), to_right(_("Since last turn")))
    return Sheet(_("Situation"), columns, tuple(rows), note, tuple(tones))


def documented(view: View) -> Sheet:
    """Figures of the first month beside what is documented of them."""
    teller = Teller.of(view)
    rows = tuple(
        (teller.label(known.key), write(known.value, known.unit), teller.documented(known)) for known in view.documented
    )
    return Sheet(_("What is documented"), (_("Figure"), to_right(_("Now")), _("Documented, with the source")), rows)


def news(teller: Teller, headlines: Iterable[Headline], title: str, *, sources: bool = False) -> Sheet:
    """Headlines with their causes, in the order given; below acts of the script what is behind them."""
    told = tuple(headlines)
    rows: list[tuple[str, str]] = []
    tones: list[str] = []
    for line in told:
        rows.append((month(line.month), teller.event(line)))
        behind = teller.behind(line.story, sources=sources) if line.story else ()
        rows += [("", text) for text in behind]
        tones += [line.tone, *["plain"] * len(behind)]
    return Sheet(title, (_("Month"), _("What happened")), tuple(rows), tones=tuple(tones))


def chain(view: View) -> Sheet:
    """The seat's supply chain, t/year."""
    teller = Teller.of(view)
    links = [link for link in view.chain if link.use + link.production + link.unmet > 0]
    rows = tuple(
        (
            teller.name("goods", link.good),
            scaled(link.use),
            scaled(link.production),
            scaled(link.from_rival),
            scaled(link.from_others),
            scaled(link.recycled),
            scaled(link.unmet),
            number(link.cover_days, 0),
            number(100 * link.dependence, 0),
        )
        for link in links
    )
    rival = teller.within("nations", view.lexicon.rival)
    from_rival = _("From {rival}").format(rival=rival)
    short = tuple("bad" if link.unmet > _SEEN * max(link.use, 1.0) else "plain" for link in links)
    figures = (_("Use"), _("Own"), from_rival, _("Other"), _("Scrap"), _("Unmet"), _("Cover"), _("Part %"))
    note = _(
        "t/year at last month's rate. Cover: days that stocks would last. Part %: dependence on {rival}, "
        "its part of what was used."
    ).format(rival=rival)
    return Sheet(_("Supply chain"), (_("Good"), *map(to_right, figures)), rows, note, short)


def draft(view: View) -> Sheet:
    """Orders of this turn that are not yet sent."""
    teller = Teller.of(view)
    rows = tuple(
        (
            str(place),
            _ordered(teller, order),
            scaled(order.price),
            scaled(order.price + order.overrun.high),
            scaled(order.running),
            number(order.capital, 0),
        )
        for place, order in enumerate(view.draft, start=1)
    )
    note = _(
        "US$m: by plan, charged at once. Most: with the greatest overruns. A turn: what it adds to running costs. "
        "After these: budget {budget}, political capital {capital}."
    ).format(budget=write(view.budget_after, MONEY), capital=number(view.capital_after, 0))
    columns = ("", _("Order"), *map(to_right, (_("US$m"), _("Most"), _("A turn"), _("Capital"))))
    return Sheet(_("Your orders for this turn"), columns, rows, note)


def _ordered(teller: Teller, order: DraftOrder) -> str:
    """An order in words, and that it comes too late where it does."""
    told, late = teller.sentence(order.message), finance.late(order.late)
    return f"{told} ({late})" if late else told


def policies(view: View) -> Sheet:
    """Standing policies; they hold until they are changed."""
    held = view.policy
    rows: tuple[tuple[str, str], ...] = (
        (_("Posture"), chosen("set_posture", "posture", held.posture)),
        (_("Import tariff"), write(held.import_tariff, "share")),
        (_("Price floor"), write(held.price_floor, "US$/kg") if held.price_floor else _("none")),
        (_("Stockpile release"), chosen("set_stockpile", "release", held.release_rule)),
        (_("Stockpile pace"), _("{days} of use a month").format(days=write(held.pace_days, "days"))),
    )
    if held.standard:
        rows = (*rows, (_("Environmental standard"), chosen("set_standard", "standard", held.standard)))
    return Sheet(_("Standing policies"), ("", ""), rows)


def score(view: View) -> Sheet:
    """The parts of the score so far, what it takes to win, and how far that is today."""
    teller, points = Teller.of(view), view.briefing.win_score > 0
    wanted = "; ".join((*teller.wanted(view.briefing)[:points], *map(teller.standing, view.goals)))
    note = _("To win: {conditions}.").format(conditions=wanted) if wanted else ""
    return Sheet(_("Score so far"), _columns_of_score(), _parts(teller, view.score), note)


def result(teller: Teller, final: Result) -> Sheet:
    """The score at the end."""
    title = _("Won: {points} of 100 points") if final.won else _("Lost: {points} of 100 points")
    return Sheet(
        title.format(points=number(final.total, 1)),
        _columns_of_score(),
        _parts(teller, final.parts),
        f"{teller.sentence(final.verdict)}.",
    )


def expected(points: Iterable[Expected]) -> Sheet:
    """What the scenario was expected to turn on, beside what came."""
    rows = tuple(
        (point.text, month(point.month) if point.month else _("any time"), _came(point.came)) for point in points
    )
    return Sheet(_("Expected turning points"), (_("Expected"), _("When"), _("In this match")), rows)


def _came(months: tuple[str, ...]) -> str:
    return ", ".join(map(month, months)) or _("did not happen")


def why(teller: Teller, answer: Why) -> Sheet:
    """Where a figure comes from."""
    rows = [(_("Means"), teller.sentence(answer.meaning))]
    rows += [(_("Last turn"), change(answer.moved, answer.unit))] if answer.moved else []
    rows += [(_("Of that"), teller.owed(cause)) for cause in answer.causes]
    if answer.moved and not answer.causes:
        rows.append((_("Of that"), _("nothing that was ordered or that happened counts for much of it")))
    rows += [(_("Source"), teller.citation(source)) for source in answer.sources]
    return Sheet(_("Why: {figure}").format(figure=teller.sentence(answer.label)), ("", ""), tuple(rows))


def _columns_of_score() -> tuple[str, ...]:
    return (_("Part"), _("Measured"), to_right(_("Points")), to_right(_("Weight")))


def _parts(teller: Teller, parts: Iterable[ScoreView]) -> tuple[tuple[str, ...], ...]:
    listed = tuple(parts)
    whole = sum(part.weight for part in listed) or 1.0
    return tuple(
        (_(part.label), teller.measured(part), number(part.points, 0), write(part.weight / whole, "share"))
        for part in listed
    )


def _moved(moved: float, value: float, unit: str) -> str:
    told = change(moved, unit)
    return _("steady") if abs(moved) <= _SEEN * max(abs(value), 0.1) or told == change(0.0, unit) else told

"""What a seat sees, as sheets: each function takes the view and says one thing of it."""

from __future__ import annotations

from collections.abc import Iterable

from game.cli.text.amounts import money, percent, tonnes
from game.session.views import Headline, Result, ScoreView, View, Why
from game.telling import Teller
from game.telling.numbers import change, write
from game.telling.sheet import Sheet

_SEEN = 0.005
"""Shares below this are shown as nothing."""


def heading(view: View) -> str:
    """Where the match stands and what is left to spend, in a line."""
    draft = f", {money(view.budget_after)} after your orders" if view.draft else ""
    if not view.finished:
        draft += f", {money(view.forecast.left)} left at the end of the turn"
    left = f", {view.capital_after:.0f} after your orders" if view.draft and view.capital_after != view.capital else ""
    return (
        f"{view.seat_name}, turn {view.turn + 1} of {view.turns}: {view.month} to {view.until}. "
        f"Budget {money(view.budget)}{draft}; political capital {view.capital:.0f}{left}."
    )


def situation(view: View) -> Sheet:
    """Key figures and how they moved since the last turn."""
    rows, tones, teller = [], [], Teller.of(view)
    for entry in view.indicators:
        shown = write(entry.value, entry.unit)
        rows.append((teller.label(entry.key), shown, _moved(entry.change, entry.value, entry.unit)))
        way = entry.good * entry.change
        tones.append("good" if way > 0 else "bad" if way < 0 else "plain")
    note = "'why FIGURE' says where one comes from: " + ", ".join(entry.key for entry in view.indicators[:4]) + ", ..."
    return Sheet("Situation", ("Figure", "Now>", "Since last turn>"), tuple(rows), note, tuple(tones))


def news(teller: Teller, headlines: Iterable[Headline], title: str) -> Sheet:
    """Headlines with their causes, in the order given."""
    told = tuple(headlines)
    rows = tuple((line.month, teller.event(line)) for line in told)
    return Sheet(title, ("Month", "What happened"), rows, tones=tuple(line.tone for line in told))


def chain(view: View) -> Sheet:
    """The seat's supply chain, t/year."""
    stage = dict(view.stages)
    links = [link for link in view.chain if link.use + link.production + link.unmet > 0]
    rows = tuple(
        (
            f"{link.material}, {stage.get(link.stage, link.stage).lower()}",
            tonnes(link.use),
            tonnes(link.production),
            tonnes(link.from_rival),
            tonnes(link.from_others),
            tonnes(link.recycled),
            tonnes(link.unmet),
            f"{link.cover_days:.0f}",
            f"{100 * link.dependence:.0f}",
        )
        for link in links
    )
    short = tuple("bad" if link.unmet > _SEEN * max(link.use, 1.0) else "plain" for link in links)
    columns = ("Good", "Use>", "Own>", "Rival>", "Other>", "Scrap>", "Unmet>", "Days>", "Dep %>")
    note = (
        f"{'; '.join(f'{key}: {name}' for key, name in view.materials)}. t/year at last month's rate. "
        "Days: stocks in days of use. Dep %: part that came from the rival."
    )
    return Sheet("Supply chain", columns, rows, note, short)


def draft(view: View) -> Sheet:
    """Orders of this turn that are not yet sent."""
    teller = Teller.of(view)
    rows = tuple(
        (
            str(number),
            teller.sentence(order.message),
            f"{order.price:,.0f}",
            f"{order.price + order.overrun.high:,.0f}",
            f"{order.running:,.0f}",
            f"{order.capital:.0f}",
        )
        for number, order in enumerate(view.draft, start=1)
    )
    note = (
        "US$m: by plan, charged at once. Most: with the greatest overruns. A turn: what it adds to running costs. "
        f"After these: budget {money(view.budget_after)}, political capital {view.capital_after:.0f}."
    )
    return Sheet("Your orders for this turn", ("", "Order", "US$m>", "Most>", "A turn>", "Capital>"), rows, note)


def policies(view: View) -> Sheet:
    """Standing policies; they hold until they are changed."""
    held = view.policy
    rows = (
        ("Posture", held.posture),
        ("Import tariff", percent(held.import_tariff)),
        ("Price floor", f"US$ {held.price_floor:g}/kg" if held.price_floor else "none"),
        ("Stockpile release", held.release_rule),
        ("Stockpile pace", f"{held.pace_days:g} days of use a month"),
        *((("Environmental standard", held.standard),) if held.standard else ()),
    )
    return Sheet("Standing policies", ("", ""), rows)


def score(view: View, goals: Iterable[str] = (), needed: float = 0.0) -> Sheet:
    """The parts of the score so far, and what it takes to win: points `needed`, and the `goals` in words."""
    wanted = [f"{needed:.0f} points of 100"] * (needed > 0.0) + [goal.rstrip(".") for goal in goals]
    note = f"To win: {'; '.join(wanted)}." if wanted else ""
    return Sheet("Score so far", ("Part", "Measured", "Points>", "Weight>"), _parts(Teller.of(view), view.score), note)


def result(teller: Teller, final: Result) -> Sheet:
    """The score at the end."""
    title = f"{'Won' if final.won else 'Lost'}: {final.total:.1f} of 100 points"
    return Sheet(
        title,
        ("Part", "Measured", "Points>", "Weight>"),
        _parts(teller, final.parts),
        f"{teller.sentence(final.verdict)}.",
    )


def why(teller: Teller, answer: Why) -> Sheet:
    """Where a figure comes from."""
    rows = [("Means", f"{teller.sentence(answer.meaning)} ({answer.unit})")]
    rows += [("Last turn", change(answer.moved, answer.unit))] if answer.moved else []
    rows += [("Of that", teller.owed(cause)) for cause in answer.causes]
    rows += [("Source", teller.citation(source)) for source in answer.sources]
    return Sheet(f"Why: {answer.key}", ("", ""), tuple(rows))


def _parts(teller: Teller, parts: Iterable[ScoreView]) -> tuple[tuple[str, ...], ...]:
    listed = tuple(parts)
    whole = sum(part.weight for part in listed) or 1.0
    return tuple(
        (part.label, teller.measured(part), f"{part.points:.0f}", percent(part.weight / whole)) for part in listed
    )


def _moved(change: float, value: float, unit: str) -> str:
    if abs(change) <= _SEEN * max(abs(value), 0.1):
        return "steady"
    amount = f"{100 * abs(change):.1f} points" if unit == "share" else write(abs(change), unit)
    return f"{'up' if change > 0 else 'down'} {amount}"

"""A match told for a person to read: what every seat ordered, what happened, and how the figures moved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.content.package import Package
from game.doctrines import open_match
from game.session.labels import label_of, unit_of, write
from game.session.match import Match
from game.session.words import Words

FOLDER = Path(__file__).parent
SEED = 2010
_FIGURES = ("import_share", "bottleneck", "stock_cover", "shortage", "tension", "approval", "budget", "gdp_loss")


def path_of(scenario: str) -> Path:
    """The file of a scenario's golden transcript."""
    return FOLDER / f"{scenario}.txt"


def transcript(package: Package) -> str:
    """The match that the scenario's own doctrines play, seen from its default seat.

    Figures are rounded for reading, which also hides what processors differ in.
    """
    match = open_match(package, seed=SEED)
    while not match.finished:
        match.resolve()
    return "\n".join(_lines(match, Words(package))) + "\n"


def _lines(match: Match, words: Words) -> Iterator[str]:
    package, seat = match.control.package, match.control.package.default_seat
    yield f"{package.title} ({package.scenario}), rule set {package.rule_set} {package.rule_set_version}, seed {SEED}"
    yield f"Seen from {words.of('nations', seat)}. " + ", ".join(
        f"{words.of('nations', held)}: {doctrine}" for held, doctrine in match.doctrines.items()
    )
    for turn in range(match.turn):
        yield ""
        yield from _turn(match, words, turn, seat)
    yield ""
    yield from _end(match, words)


def _turn(match: Match, words: Words, turn: int, seat: str) -> Iterator[str]:
    calendar = match.control.world.calendar
    first = turn * calendar.turn_months
    yield f"== Turn {turn + 1}: {calendar.label(first)} to {calendar.label(first + calendar.turn_months - 1)} =="
    report = match.control.reports[turn]
    for giver, orders in report.orders.items():
        for order in orders:
            yield f"  {words.of('nations', giver)} orders: {words.named(order.describe(match.control.world))}"
    for giver, refusals in report.refused.items():
        for refusal in refusals:
            yield f"  {words.of('nations', giver)} is refused: {refusal.text}"
    for headline in match.headlines(seat, turn):
        cause = f" ({headline.cause})" if headline.cause else ""
        yield f"  {headline.month}  {headline.text}{cause}"
    yield from _figures(match, words, turn, seat)


def _figures(match: Match, words: Words, turn: int, seat: str) -> Iterator[str]:
    month = (turn + 1) * match.control.world.calendar.turn_months
    keys = [(metric, seat) for metric in _FIGURES] + [("price", name) for name in match.control.world.names.materials]
    for key in keys:
        value = match.control.history(*key).values[month]
        yield f"    {label_of(words, key):<44}{write(value, unit_of(key[0])):>18}"


def _end(match: Match, words: Words) -> Iterator[str]:
    yield "== The end =="
    for seat in match.seats:
        result = match.result(seat)
        yield f"{words.of('nations', seat)}: {result.verdict}"
        for part in result.parts:
            yield f"    {part.label:<44}{part.points:>8.0f} of 100, weight {part.weight:g}: {part.text}"
    yield f"Turning points for {words.of('nations', match.control.package.default_seat)}:"
    for point in match.result(match.control.package.default_seat).turning_points:
        yield f"    Turn {point.turn + 1}: {point.text}" + (f" - {point.cause}" if point.cause else "")

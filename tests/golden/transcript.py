"""A match told for a person to read: what every seat ordered, what happened, and how the figures moved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.content.package import Package
from game.doctrines import open_match
from game.engine.metrics import METRICS
from game.session.keys import label
from game.session.lexicon import Lexicon
from game.session.match import Match
from game.telling import Teller
from game.telling.numbers import BLANK, write

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
    lines = _lines(match, Teller(Lexicon.of_control(package)))
    return "\n".join(lines).replace(BLANK, " ") + "\n"


def _lines(match: Match, teller: Teller) -> Iterator[str]:
    package, seat = match.control.package, match.control.package.default_seat
    yield f"{package.title} ({package.scenario}), rule set {package.rule_set} {package.rule_set_version}, seed {SEED}"
    yield f"Seen from {teller.name('nations', seat)}. " + ", ".join(
        f"{teller.name('nations', held)}: {doctrine}" for held, doctrine in match.doctrines.items()
    )
    for turn in range(match.turn):
        yield ""
        yield from _turn(match, teller, turn, seat)
    yield ""
    yield from _end(match, teller)


def _turn(match: Match, teller: Teller, turn: int, seat: str) -> Iterator[str]:
    calendar = match.control.world.calendar
    first = turn * calendar.turn_months
    yield f"== Turn {turn + 1}: {calendar.label(first)} to {calendar.label(first + calendar.turn_months - 1)} =="
    report = match.control.reports[turn]
    for giver, orders in report.orders.items():
        for order in orders:
            yield f"  {teller.name('nations', giver)} orders: {teller.tell(order.describe())}"
    for giver, refusals in report.refused.items():
        for refusal in refusals:
            yield f"  {teller.name('nations', giver)} is refused: {teller.sentence(refusal.message)}"
    for headline in match.headlines(seat, turn):
        yield f"  {headline.month}  {teller.event(headline)}"
    yield from _figures(match, teller, turn, seat)


def _figures(match: Match, teller: Teller, turn: int, seat: str) -> Iterator[str]:
    month = (turn + 1) * match.control.world.calendar.turn_months
    world = match.control.world
    headline = [world.names.goods[good] for good in world.goods.of_stage(world.goods.headline)]
    keys = [(metric, seat) for metric in _FIGURES] + [("price", good) for good in headline]
    for key in keys:
        value = match.control.history(*key).values[month]
        yield f"    {teller.sentence(label(key)):<44}{write(value, METRICS[key[0]].unit):>18}"


def _end(match: Match, teller: Teller) -> Iterator[str]:
    yield "== The end =="
    for seat in match.seats:
        result = match.result(seat)
        yield f"{teller.name('nations', seat)}: {teller.sentence(result.verdict)}."
        for part in result.parts:
            yield f"    {part.label:<44}{part.points:>8.0f} of 100, weight {part.weight:g}: {teller.measured(part)}"
    yield f"Turning points for {teller.name('nations', match.control.package.default_seat)}:"
    for point in match.result(match.control.package.default_seat).turning_points:
        yield f"    Turn {point.turn + 1}: {teller.event(point)}"

"""The replay of rare earths, 2008-25, beside what is documented.

    python -m tests.economy.history

prints it. ``tests.economy.history_fit`` moves the numbers that are marked as fitted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np

from game.economy.compiled import available
from tests.economy.documented import facts, series
from tests.economy.measured import MEASURES, basket, mean, measure, shortage
from tests.economy.rare_earths import FIRST, at, fitted
from tests.economy.replay import Replay

YEARS = range(2008, 2026)
BUBBLE = at("2010", "2013")
"""Months in which the peak of the basket is looked for."""


def report(run: Replay) -> str:
    """What came out beside what is documented."""
    return "\n".join([*_series(run), *_facts(run), f"fitted numbers: {fitted()}", _peak(run), _shortages(run)])


def _series(run: Replay) -> Iterator[str]:
    for name, record in series().items():
        found, form = MEASURES[name](run), record.form
        yield record.text
        yield "       " + " ".join(f"{year % 100:5d}" for year in YEARS)
        yield "  ours " + " ".join(f"{mean(found, at(str(year))):5{form}}" for year in YEARS)
        known = record.by_year
        yield "  doc. " + " ".join(f"{known[year]:5{form}}" if year in known else "    ." for year in YEARS)


def _facts(run: Replay) -> Iterator[str]:
    values = [(fact, measure(run, fact)) for fact in facts()]
    for fact, value in values:
        mark, remark = "holds" if fact.holds(value) else "FAILS", "  (input)" if fact.is_input else ""
        yield f"{mark}  {fact.name} {fact.text:45s} {value:9.3f}  [{fact.low:.3g}, {fact.high:.3g}]{remark}"
    held = [fact.holds(value) for fact, value in values]
    outcomes = [fact.holds(value) for fact, value in values if not fact.is_input]
    yield f"{sum(held)} of {len(held)} parts hold; without inputs {sum(outcomes)} of {len(outcomes)}"


def _peak(run: Replay) -> str:
    price = basket(run)
    month = int(np.nanargmax(price[: BUBBLE.stop]))
    return f"peak of the basket {np.nanmax(price[BUBBLE]):.1f} in month {month % 12 + 1} of {month // 12 + FIRST}"


def _shortages(run: Replay) -> str:
    worst = shortage(run)
    return "worst shortage a year: " + " ".join(f"{y % 100}:{np.nanmax(worst[at(str(y))]):.2f}" for y in YEARS)


def main() -> None:
    sys.stdout.write(report(Replay(fast=available())) + "\n")


if __name__ == "__main__":
    main()

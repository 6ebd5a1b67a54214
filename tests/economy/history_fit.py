"""Moves the numbers of ``moved.yaml`` in the rare-earth rule set by random steps, held against 2008-16 alone.

    python -m tests.economy.history_fit SECONDS [SEED]

prints those that fit best; they are written into the rule set by hand.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from game.economy.compiled import available
from tests.economy.documented import Fact, Series, facts, series
from tests.economy.history import report
from tests.economy.measured import MEASURES, mean, measure
from tests.economy.rare_earths import at
from tests.economy.replay import Replay
from tests.economy.ruleset import Rules, draft, read

FILE = Path(__file__).parent / "moved.yaml"
MOST_SQUARE = 30.0
"""Square of an error beyond which it grows no worse."""
AT_A_TIME = 5
"""Fewer numbers than this are moved at once."""
Values = dict[str, float]


@cache
def moved() -> dict[str, Any]:
    """Which numbers are moved, where they stand, least and most, and what they are held against."""
    return read(FILE)


def put(values: Values) -> Rules:
    """The rules with these values."""
    places = {path: value for name, value in values.items() for path in moved()["numbers"][name]["at"]}
    return Rules("rare_earths", places)


def now() -> Values:
    """The values as they stand."""
    return {name: draft("rare_earths").value(number["at"][0]) for name, number in moved()["numbers"].items()}


def error(run: Replay) -> float:
    """How far a replay is from the record: mean squares of every series, capped, and the facts that do not hold."""
    missed = sum(not fact.holds(measure(run, fact)) for fact in facts() if _counts(fact))
    far = sum(_square(MEASURES[name](run), record) for name, record in series().items())
    return far + float(moved()["missed"] * missed)


def _square(found: Any, record: Series) -> float:
    years = [year for year in record.by_year if year <= moved()["until"]]
    ours = [max(mean(found, at(str(year))), 1e-3) for year in years]
    errors = [np.log(value / record.by_year[year]) / record.spread for year, value in zip(years, ours, strict=True)]
    return float(np.mean([min(each * each, MOST_SQUARE) for each in errors]))


def _counts(fact: Fact) -> bool:
    """Whether the search looks at a fact: an outcome all of whose months end by the last year that it looks at."""
    last = max(fact.months.stop, fact.against.stop if fact.against else 0)
    return not (fact.is_input or fact.held_out) and last <= at(str(moved()["until"])).stop


@dataclass
class Search:
    """Random steps of a few numbers at a time from the best so far, smaller as they fail."""

    draw: np.random.Generator
    best: Values
    lowest: float
    size: float = 0.3
    tried: int = 0

    def step(self) -> None:
        """One step, kept if it is better."""
        values, numbers = dict(self.best), moved()["numbers"]
        for name in self.draw.choice(list(numbers), self.draw.integers(1, AT_A_TIME), replace=False):
            value = values[name] * np.exp(self.size * self.draw.normal())
            values[name] = float(np.clip(value, numbers[name]["least"], numbers[name]["most"]))
        found = error(played(values))
        self.tried += 1
        if found < self.lowest:
            self.lowest, self.best, self.size = found, values, min(self.size * 1.2, 0.6)
        else:
            self.size = max(self.size * 0.985, 0.05)


def played(values: Values) -> Replay:
    """The replay with these values."""
    return Replay(fast=available(), written=put(values))


def search(seconds: float, seed: int) -> Values:
    """The best that some seconds find."""
    begun = now()
    found = Search(np.random.default_rng(seed), begun, error(played(begun)))
    sys.stdout.write(f"begins at {found.lowest:.2f}\n")
    end = time.time() + seconds
    while time.time() < end:
        found.step()
    sys.stdout.write(f"{found.tried} runs, ends at {found.lowest:.3f}\n")
    return found.best


def main(seconds: str, seed: str = "0") -> None:
    best = search(float(seconds), int(seed))
    for name, value in now().items():
        sys.stdout.write(f"{name:20s} {value:10.4g} -> {best[name]:10.4g}\n")
    sys.stdout.write(report(played(best)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""How many facts pass, and how many numbers of the years that were fitted and of those that were not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.facts import FIT, HELD_OUT, RULES
from game.lab.backtest.run import Backtest


@dataclass(frozen=True)
class Count:
    """So many of `what` pass, fail and wait."""

    what: str
    passed: int
    failed: int
    waiting: int

    @property
    def text(self) -> str:
        """In words, as ``13 of 20 pass, 1 waits``."""
        told = f"{self.passed} of {self.passed + self.failed} pass"
        return f"{told}, {self.waiting} wait{'s' * (self.waiting == 1)}" if self.waiting else told


def tally(test: Backtest) -> Iterator[Count]:
    """Facts by group, then single numbers by the years to which they belong."""
    for group in dict.fromkeys(result.fact.group for result in test.results):
        mine = [result for result in test.results if result.fact.group == group]
        letters = sorted({result.fact.key[0] for result in mine})
        yield _count(f"{group} facts ({', '.join(letters)})", (result.passed for result in mine))
    parts = [part for result in test.results for part in result.parts if part.passed is not None]
    until = test.facts.fit_until
    names = {FIT: f"numbers of the years to {until}", HELD_OUT: f"numbers of the years after {until}", RULES: "rules"}
    for years, name in names.items():
        yield _count(name, (part.passed for part in parts if part.part.years == years))


def _count(what: str, verdicts: Iterable[bool | None]) -> Count:
    found = list(verdicts)
    return Count(what, found.count(True), found.count(False), found.count(None))

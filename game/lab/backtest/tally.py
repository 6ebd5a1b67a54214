"""How many facts pass, and how many numbers of the years that were fitted and of those that were not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.facts import FIT, HELD_OUT, RULES, WITHIN
from game.lab.backtest.run import Backtest
from game.marks import N_, Said


@dataclass(frozen=True)
class Count:
    """So many of `what` pass, fail and wait."""

    what: Said
    passed: int
    failed: int
    waiting: int

    @property
    def text(self) -> Said:
        """In words, as ``13 of 20 pass, waiting: 1``."""
        judged = Said(N_("{passed} of {all} pass"), passed=self.passed, all=self.passed + self.failed)
        return Said(N_("{judged}, waiting: {waiting}"), judged=judged, waiting=self.waiting) if self.waiting else judged


def tally(test: Backtest) -> Iterator[Count]:
    """Facts by group, then single numbers by the years to which they belong."""
    for group in dict.fromkeys(result.fact.group for result in test.results):
        mine = [result for result in test.results if result.fact.group == group]
        letters = sorted({result.fact.key[0] for result in mine})
        said = Said(N_("{group} facts ({letters})"), group=group, letters=", ".join(letters))
        yield _count(said, (result.passed for result in mine))
    parts = [part for result in test.results for part in result.parts if part.passed is not None]
    until = test.facts.fit_until
    names = {
        FIT: Said(N_("numbers of the years to {year}"), year=until),
        HELD_OUT: Said(N_("numbers of the years after {year}"), year=until),
        WITHIN: Said(N_("numbers of the years after {year} in which numbers were fitted"), year=until),
        RULES: Said(N_("numbers that go in, and test nothing")),
    }
    for years, name in names.items():
        yield _count(name, (part.passed for part in parts if part.part.years == years))


def _count(what: Said, verdicts: Iterable[bool | None]) -> Count:
    found = list(verdicts)
    return Count(what, found.count(True), found.count(False), found.count(None))

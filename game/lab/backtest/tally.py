"""How many facts pass that speak for the model, and how many numbers, by the years to which they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.facts import FIT, HELD_OUT, RULES, WITHIN
from game.lab.backtest.run import Backtest
from game.marks import N_, Said

GIVEN = RULES
"""Of numbers that test nothing, whatever their years: they stand in the rules, or come out in the placebo too."""


@dataclass(frozen=True)
class Count:
    """So many of `what` pass, fail and wait; inputs are counted apart."""

    what: Said
    passed: int
    failed: int
    waiting: int
    inputs: int = 0

    @property
    def text(self) -> Said:
        """In words, as ``13 of 20 pass, waiting: 1``."""
        told = Said(N_("{passed} of {all} pass"), passed=self.passed, all=self.passed + self.failed)
        if self.inputs:
            told = Said(N_("{judged}, inputs: {inputs}"), judged=told, inputs=self.inputs)
        return Said(N_("{judged}, waiting: {waiting}"), judged=told, waiting=self.waiting) if self.waiting else told


def tally(test: Backtest) -> Iterator[Count]:
    """Facts by group, then single numbers by the years to which they belong."""
    yield from of_facts(test)
    yield from of_numbers(test).values()


def of_facts(test: Backtest) -> Iterator[Count]:
    """Facts by group; one that is an input is none of those that pass."""
    for group in dict.fromkeys(result.fact.group for result in test.results):
        mine = [result for result in test.results if result.fact.group == group]
        letters = sorted({result.fact.key[0] for result in mine})
        said = Said(N_("{group} facts ({letters})"), group=group, letters=", ".join(letters))
        inputs = sum(map(test.is_input, mine))
        yield _count(said, (result.passed for result in mine if not test.is_input(result)), inputs)


def of_numbers(test: Backtest) -> dict[str, Count]:
    """Numbers by their years; those that are given by `GIVEN`."""
    verdicts: dict[str, list[bool]] = {FIT: [], HELD_OUT: [], WITHIN: [], GIVEN: []}
    for result in test.results:
        for place, part in enumerate(result.parts):
            if part.passed is not None:
                years = GIVEN if test.is_given(result, place) else part.part.years
                verdicts[years].append(part.passed)
    until = test.facts.fit_until
    names = {
        FIT: Said(N_("numbers of the years to {year}"), year=until),
        HELD_OUT: Said(N_("numbers of the years after {year}"), year=until),
        WITHIN: Said(N_("numbers of the years after {year} in which numbers were fitted"), year=until),
        GIVEN: Said(N_("numbers that go in, and test nothing")),
    }
    return {years: _count(name, verdicts[years]) for years, name in names.items()}


def _count(what: Said, verdicts: Iterable[bool | None], inputs: int = 0) -> Count:
    found = list(verdicts)
    return Count(what, found.count(True), found.count(False), found.count(None), inputs)

"""How far to trust the model, in plain words: what follows from the counts of its back-test, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.facts import FIT, HELD_OUT, WITHIN
from game.lab.backtest.run import Backtest
from game.lab.backtest.tally import Count, of_facts, of_numbers
from game.telling import _

GOOD, FAIR = 0.8, 0.5
"""Parts of what can test the model from which its sizes, or at least its directions, may be trusted."""
FEW = 10
"""Numbers of years in which nothing was fitted below which they decide nothing."""


def trust(test: Backtest) -> str:
    """A paragraph: what tests the model, how it does, and what it is good for."""
    return " ".join(_sentences(test))


def _sentences(test: Backtest) -> Iterator[str]:
    facts, numbers = list(of_facts(test)), of_numbers(test)
    passed, tested = sum(one.passed for one in facts), sum(map(_all, facts))
    inputs = sum(one.inputs for one in facts)
    yield _(
        "Of the {all} facts that can be measured {inputs} are inputs: they are put in, or come out as well where no "
        "price moves and nobody controls anything. Of the other {tested}, {passed} come out."
    ).format(all=tested + inputs, inputs=inputs, tested=tested, passed=passed)
    yield from _on_fitting(test, numbers)
    if test.worse:
        yield _(
            "Where no price moves and nobody controls anything {facts} would come out, and with the model they do not: "
            "there it is worse than none."
        ).format(facts=", ".join(test.worse))
    yield _verdict(_part(passed, tested), numbers[HELD_OUT])
    if test.band is not None:
        yield _("Read the band and not the median alone.")


def _on_fitting(test: Backtest, numbers: dict[str, Count]) -> Iterator[str]:
    """What was fitted against what can tell."""
    seen, unseen = _all(numbers[FIT]) + _all(numbers[WITHIN]), numbers[HELD_OUT]
    yield _(
        "{fitted} numbers of the rules were fitted with outcomes in sight. They face {seen} measured numbers of years "
        "that were in sight, and {unseen} of years that were not; of these, {right} come out."
    ).format(fitted=test.facts.fitted, seen=seen, unseen=_all(unseen), right=unseen.passed)
    if test.facts.fitted > _all(numbers[FIT]):
        yield _(
            "More numbers were fitted than the years to {year} have to test them ({tested}): that those come "
            "out says little."
        ).format(year=test.facts.fit_until, tested=_all(numbers[FIT]))


def _verdict(facts: float, unseen: Count) -> str:
    """What the model is good for, by the part of the facts that come out and by the years that nobody looked at."""
    if _all(unseen) < FEW:
        return _("That is too little to say how well it foretells: take it as an account of what hangs on what.")
    least = min(facts, _part(unseen.passed, _all(unseen)))
    if least >= GOOD:
        return _("Its directions may be trusted, and its sizes roughly.")
    if least >= FAIR:
        return _("Its directions may be trusted more often than not; its sizes and dates may not.")
    return _("It shows what hangs on what; neither its sizes nor its directions are a forecast.")


def _all(count: Count) -> int:
    return count.passed + count.failed


def _part(some: int, of: int) -> float:
    return some / of if of else 0.0

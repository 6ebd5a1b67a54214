"""The back-test: the runs in which a scenario's facts are measured, and what came out of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from game.content.facts import RULES, Facts
from game.content.package import Package
from game.content.record import Curve
from game.engine.conditions import Reading
from game.lab.backtest.moved import Band, play_moved, sets_of
from game.lab.backtest.placebo import as_placebo, placebo
from game.lab.facts.evaluation import FactResult, evaluate
from game.lab.runs.columns import Columns
from game.lab.runs.play import Tell, play
from game.lab.runs.pool import others
from game.lab.runs.seeds import Draws

DRAWS = Draws(seed=1, count=64)
PLACEBO = 8
"""Matches of the placebo at most: without prices and controls they hardly differ."""


@dataclass(frozen=True)
class Backtest:
    """Facts of a scenario as they came out, and the months of each run that was played for them."""

    scenario: str
    title: str
    draws: Draws
    facts: Facts
    results: tuple[FactResult, ...]
    runs: Mapping[str, Columns]
    placebo: Mapping[str, FactResult] = field(default_factory=dict)
    """Each fact by its key as it came out with prices that stand still and without controls."""
    band: Band | None = None
    """Matches with other fitted numbers, of which the spread is; None where it is of chance alone."""

    @property
    def holds(self) -> bool:
        """Whether no documented fact fails; one that waits does not."""
        return all(result.passed is not False for result in self.results if result.fact.group == "documented")

    @property
    def worse(self) -> tuple[str, ...]:
        """The facts that fail, and pass in the placebo."""
        return tuple(
            result.fact.key
            for result in self.results
            if result.passed is False and self.placebo[result.fact.key].passed
        )

    def is_input(self, result: FactResult) -> bool:
        """Whether a fact passes whatever the model does: it passes in the placebo too, or says what gives it."""
        return bool(result.passed) and bool(result.fact.given or self.placebo[result.fact.key].passed)

    def is_given(self, result: FactResult, place: int) -> bool:
        """The same of one of its numbers; one that is read from the rules is given, in its range or not."""
        own = result.parts[place]
        if own.part.years == RULES:
            return own.passed is not None
        return bool(own.passed) and bool(result.fact.given or self.placebo[result.fact.key].parts[place].passed)


def backtest(
    package: Package,
    source: str,
    facts: Facts,
    draws: Draws,
    *,
    curves: Sequence[Curve] = (),
    processes: int = 1,
    tell: Tell | None = None,
) -> Backtest:
    """Play every run that `facts` look at once for each of `draws`, and measure the facts; then a few matches as a
    placebo, and a few with other fitted numbers, of which the spread is.

    `source` is what the package was loaded from: processes load it themselves. What `curves` show is recorded too.
    `tell(done, total)` is called as matches are finished, in one process also as turns are.
    """
    wanted, shown, few = facts.readings(), with_curves(facts.readings(), curves), draws.seeds[:PLACEBO]
    counts = [len(wanted) * count for count in (draws.count, len(few), sets_of(facts, draws))]
    first, second, third = (_part_of(tell, sum(counts[:place]), sum(counts)) for place in range(len(counts)))
    last = last_months(facts, curves)
    still, at = placebo(package), as_placebo
    with others(processes) as pool:
        runs = play(package, source, facts.runs, shown, draws.seeds, last=last, pool=pool, tell=first)
        frozen = play(still, source, facts.runs, wanted, few, last=last, pool=pool, tell=second, loaded=at)
        band = play_moved(source, facts, shown, draws, last=last, pool=pool, tell=third)
    results = evaluate(facts, runs)
    return Backtest(
        scenario=package.scenario,
        title=package.title,
        draws=draws,
        facts=facts,
        results=results if band is None else _spread(results, evaluate(facts, band.runs)),
        runs=runs,
        placebo={result.fact.key: result for result in evaluate(facts, frozen)},
        band=band,
    )


def _spread(results: Sequence[FactResult], other: Sequence[FactResult]) -> tuple[FactResult, ...]:
    """The results, with the spread of others."""
    return tuple(
        replace(
            one, parts=tuple(replace(part, spread=wide.spread) for part, wide in zip(one.parts, two.parts, strict=True))
        )
        for one, two in zip(results, other, strict=True)
    )


def with_curves(wanted: Mapping[str, tuple[Reading, ...]], curves: Sequence[Curve]) -> dict[str, tuple[Reading, ...]]:
    """Run to the metrics to be recorded in it: those `wanted`, and what `curves` show."""
    found = dict(wanted)
    for curve in curves:
        found[curve.look.run] = (*found.get(curve.look.run, ()), *curve.look.readings())
    return {run: tuple(dict.fromkeys(readings)) for run, readings in found.items()}


def last_months(facts: Facts, curves: Sequence[Curve]) -> dict[str, int]:
    """Run to the last month of it that a fact or a curve looks at."""
    found = facts.last_months()
    for curve in curves:
        found[curve.look.run] = max(found.get(curve.look.run, 0), curve.look.last)
    return found


def _part_of(tell: Tell | None, before: int, total: int) -> Tell | None:
    """Tell of so many matches in all, `before` of which others have played."""
    return None if tell is None else partial(_onward, tell, before, total)


def _onward(tell: Tell, before: int, total: int, done: int, most: int) -> None:
    del most
    tell(before + done, total)

"""The back-test: the runs in which a scenario's facts are measured, and what came out of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.content.facts import Facts
from game.content.package import Package
from game.content.record import Curve
from game.lab.facts.evaluation import FactResult, evaluate
from game.lab.runs.columns import Columns
from game.lab.runs.play import Tell, play
from game.lab.runs.seeds import Draws

DRAWS = Draws(seed=1, count=64)


@dataclass(frozen=True)
class Backtest:
    """Facts of a scenario as they came out, and the months of each run that was played for them."""

    scenario: str
    title: str
    draws: Draws
    facts: Facts
    results: tuple[FactResult, ...]
    runs: Mapping[str, Columns]

    @property
    def holds(self) -> bool:
        """Whether no documented fact fails; one that waits does not."""
        return all(result.passed is not False for result in self.results if result.fact.group == "documented")


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
    """Play every run that `facts` look at once for each of `draws`, and measure the facts.

    `source` is what the package was loaded from: processes load it themselves. What `curves` show is recorded too.
    `tell(done, total)` is called as matches are finished, in one process also as turns are.
    """
    wanted, last = dict(facts.readings()), facts.last_months()
    for curve in curves:
        last[curve.look.run] = max(last.get(curve.look.run, 0), curve.look.last)
        wanted[curve.look.run] = (*wanted.get(curve.look.run, ()), *curve.look.readings())
    wanted = {run: tuple(dict.fromkeys(readings)) for run, readings in wanted.items()}
    runs = play(package, source, facts.runs, wanted, draws.seeds, last=last, processes=processes, tell=tell)
    return Backtest(package.scenario, package.title, draws, facts, evaluate(facts, runs), runs)

"""Ablation: each lever alone against all of them together, under the same seeds, and what that should show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.content import load_ablation
from game.content.ablation import Ablation
from game.content.package import Package
from game.lab.facts.evaluation import FactResult, PartResult, evaluate
from game.lab.runs.columns import Columns
from game.lab.runs.play import Tell, play
from game.lab.runs.pool import others
from game.lab.runs.seeds import Draws


@dataclass(frozen=True)
class Ablated:
    """What came out of an ablation."""

    ablation: Ablation
    draws: Draws
    table: Mapping[str, Mapping[str, PartResult]]
    """Measure, then run, to what was measured; whether it passed means nothing here."""
    worse: tuple[FactResult, ...]
    """A fact for each single lever: by how much it is worse than all together, measure by measure."""
    claims: tuple[FactResult, ...]

    @property
    def matched(self) -> tuple[tuple[str, str], ...]:
        """Lever and measure where a single lever is as good as all together."""
        return tuple(
            (lever.fact.key, measure.key)
            for lever in self.worse
            for measure, part in zip(self.ablation.compared, lever.parts, strict=True)
            if not part.passed
        )

    @property
    def enough(self) -> tuple[str, ...]:
        """Levers that are as good as all together by every measure."""
        return tuple(lever.fact.key for lever in self.worse if not any(part.passed for part in lever.parts))

    @property
    def holds(self) -> bool:
        """Whether no single lever is enough, and every claim holds."""
        return not self.enough and all(claim.passed for claim in self.claims)


def ablate(
    package: Package,
    ablation: Ablation,
    source: str,
    draws: Draws,
    *,
    processes: int = 1,
    tell: Tell | None = None,
) -> Ablated:
    """Play every run of the ablation once for each of `draws`, and measure.

    `package` and `ablation` are those of `load_ablation`, `source` is what they were loaded from: processes load it
    themselves. `tell(done, total)` is called as matches are finished.
    """
    wanted = ablation.readings()
    with others(processes) as pool:
        runs = play(package, source, ablation.runs, wanted, draws.seeds, pool=pool, tell=tell, loaded=with_rules)
    return measured(ablation, draws, runs)


def measured(ablation: Ablation, draws: Draws, runs: Mapping[str, Columns]) -> Ablated:
    """What the recorded `runs` come to; a pure function of them.

    Raises:
        KeyError: when a run or metric was not recorded.
    """
    table = {
        row.fact.key: dict(zip(ablation.names, row.parts, strict=True)) for row in evaluate(ablation.table(), runs)
    }
    worse = evaluate(ablation.worse(), runs)
    return Ablated(ablation, draws, table, worse, evaluate(ablation.claimed(), runs))


def with_rules(source: str) -> Package:
    """The scenario with the rules that its ablation adds to the rival's.

    Raises:
        ContentError: when anything in it is wrong.
        LookupError: when it has no ablation.
    """
    found = load_ablation(source)
    if found is None:
        raise LookupError(f"{source} has no ablation.yaml")
    return found[0]

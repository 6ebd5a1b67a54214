"""Levers compared with each other: ``ablation.yaml`` with names looked up and months counted, ready for use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf

from game.content.facts import Fact, Facts, Look, Part, Run
from game.content.facts import Measure as FactMeasure
from game.content.library import Evidence
from game.content.models.ablation import NONE, STRESSED, TOGETHER
from game.content.models.facts import BASE
from game.engine.conditions import Reading


@dataclass(frozen=True)
class Measure:
    """By what levers are compared."""

    key: str
    label: str
    unit: str
    low_is_good: bool
    margin: float
    """By how much a lever must be worse than all together."""
    compared: bool
    """Whether a lever must be worse by it, or it is only shown."""
    stressed: bool
    part: Part
    """As measured in the run `BASE`."""

    def of(self, run: str) -> Part:
        """The same for another of the runs that are compared."""
        return replace(self.part, measure=replace(self._measure, look=replace(self._look, run=self.run_of(run))))

    def worse(self, run: str) -> Part:
        """By how much a run is worse than all levers together, match by match; at least by the margin."""
        part = self.of(run)
        against = replace(self._look, run=self.run_of(TOGETHER))
        sign = 1.0 if self.low_is_good else -1.0
        measure = replace(self._measure, look=part.measure.look if part.measure else None, against=against)
        measure = replace(measure, difference=True, times=self._measure.times * sign)
        return replace(part, target=(self.margin, inf), low=self.margin, measure=measure)

    def run_of(self, run: str) -> str:
        """The run in which it is measured for `run`: the one with the stress where it asks for that."""
        return run + STRESSED if self.stressed else run

    @property
    def _measure(self) -> FactMeasure:
        if self.part.measure is None:
            raise ValueError(f"{self.key} measures nothing")
        return self.part.measure

    @property
    def _look(self) -> Look:
        if self._measure.look is None:
            raise ValueError(f"{self.key} looks at nothing")
        return self._measure.look


@dataclass(frozen=True)
class Ablation:
    """Levers, what they are compared by, and what that should show."""

    seat: str
    names: Mapping[str, str]
    """Run to its name in the table: `NONE`, the levers, `TOGETHER`, and `BASE`, in this order."""
    measures: tuple[Measure, ...]
    claims: tuple[Fact, ...]
    runs: Mapping[str, Run]
    """All runs, those with the stress too."""

    @property
    def compared(self) -> tuple[Measure, ...]:
        """The measures by which a single lever must be worse than all together."""
        return tuple(measure for measure in self.measures if measure.compared)

    @property
    def levers(self) -> tuple[str, ...]:
        """The runs with a single lever."""
        return tuple(name for name in self.names if name not in (NONE, TOGETHER, BASE))

    def table(self) -> Facts:
        """Every measure in every run of the table, a part for each run, so that it is measured like a fact."""
        return self._facts(
            [(measure.key, measure.label, tuple(map(measure.of, self.names))) for measure in self.measures]
        )

    def worse(self) -> Facts:
        """How much worse each single lever is than all together by each measure: a part for each, in a fact a lever."""
        return self._facts(
            [(run, self.names[run], tuple(measure.worse(run) for measure in self.compared)) for run in self.levers]
        )

    def claimed(self) -> Facts:
        """The claims as facts."""
        return self._whole(self.claims)

    def readings(self) -> dict[str, tuple[Reading, ...]]:
        """Run to the metrics to be recorded in it, for table and claims."""
        return self._whole((*self.table().facts, *self.claims)).readings()

    def _facts(self, entries: Iterable[tuple[str, str, tuple[Part, ...]]]) -> Facts:
        return self._whole(tuple(Fact(key, "", what, Evidence(), "", "", "", parts) for key, what, parts in entries))

    def _whole(self, facts: tuple[Fact, ...]) -> Facts:
        """`facts` in the runs of the ablation; none of them is fitted to."""
        return Facts(facts, self.runs, fit_until="")


def expanded(names: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
    """The runs of the table: name, the run that it is a form of, and whether the stress acts in it."""
    for name in names:
        yield name, name, False
        yield name + STRESSED, name, True

"""From ``ablation.yaml`` to `Ablation`. What cannot be compiled is reported where it stands, all at once."""

from __future__ import annotations

import math
from dataclasses import replace

from game.content.ablation import Ablation, Measure, expanded
from game.content.compiling.facts import Compiler
from game.content.compiling.frame import Frame
from game.content.compiling.looks import Report
from game.content.facts import Fact, Run
from game.content.models import ablation as models
from game.content.models import facts as fact_models
from game.content.models.facts import BASE
from game.content.numbers import Path
from game.content.origin import Origin


def compile_ablation(record: models.Ablation, frame: Frame, report: Report) -> Ablation:
    """The ablation of `record`, whose rules are among those of the frame.

    Where anything was reported, what is returned is incomplete and must not be used.
    """
    return _Compiler(record, frame, report).ablation()


class _Compiler:
    """Compiles runs, measures and claims as those of ``facts.yaml``: they are written the same way."""

    def __init__(self, record: models.Ablation, frame: Frame, report: Report) -> None:
        self.record, self.frame, self.report = record, frame, report
        self.levers = {models.NONE: record.none, **record.levers, models.TOGETHER: record.together}
        self.runs = self._runs()
        self.facts = Compiler(
            fact_models.Facts.model_construct(fit_until=frame.calendar.label(0), runs=self.runs, facts={}),
            frame,
            report,
        )

    def ablation(self) -> Ablation:
        self._names()
        runs = {name: self._run(name, run) for name, run in self.runs.items()}
        return Ablation(
            seat=self.record.seat,
            names={**{name: lever.name for name, lever in self.levers.items()}, BASE: self.record.base},
            measures=tuple(self._measure(key, entry) for key, entry in self.record.measures.items()),
            claims=tuple(self._claim(key, claim) for key, claim in self.record.claims.items()),
            runs=runs,
        )

    def _runs(self) -> dict[str, models.Run]:
        """All runs as if they had been written out."""
        runs = {}
        for name, lever, stressed in expanded((*self.levers, BASE)):
            led = {self.record.seat: self.levers[lever].doctrine} if lever in self.levers else {}
            rules = self.record.stress if stressed else []
            runs[name] = models.Run(text=name, doctrines=led, with_rules=rules)
        return {**runs, **self.record.runs}

    def _names(self) -> None:
        """Report what is named and is not there, or is there twice."""
        record = self.record
        self.facts.looks.known(("seat",), record.seat, "seat", self.frame.seat_names)
        for place, rule in enumerate(record.stress):
            self.facts.looks.known(("stress", place), rule, "rule of this file", record.rules)
        for name in record.levers:
            if name in (models.NONE, models.TOGETHER, BASE):
                self.report(("levers", name), f"'{name}' is no single lever", "give it another name", key=True)
        taken = {name for name, _, _ in expanded((*self.levers, BASE))}
        for name in record.runs:
            if name in taken:
                self.report(("runs", name), f"the run '{name}' is there without being named", "rename it", key=True)
            for place, rule in enumerate(record.runs[name].with_rules):
                at = ("runs", name, "with_rules", place)
                self.facts.looks.known(at, rule, "rule of this file", record.rules)

    def _run(self, name: str, run: models.Run) -> Run:
        at: Path = ("runs", name)
        if name not in self.record.runs:
            lever = name.removesuffix(models.STRESSED)
            at = ("levers", lever) if lever in self.record.levers else (lever,)
        compiled = self.facts.run(at, run)
        idle = tuple(rule for rule in self.record.rules if rule not in run.with_rules)
        return replace(compiled, without_rules=(*compiled.without_rules, *idle))

    def _measure(self, key: str, entry: models.Measure) -> Measure:
        at: Path = ("measures", key)
        for name in ("run", "against", "figure"):
            if getattr(entry.measure, name) is not None:
                what = f"{name} in a measure by which runs are compared"
                self.report((*at, "measure", name), what, "leave it out", key=True)
        part = fact_models.Part.model_construct(
            label=entry.label,
            unit=entry.unit,
            target=[0.0],
            low=-math.inf,
            high=math.inf,
            measure=entry.measure,
            note=None,
        )
        return Measure(
            key=key,
            label=entry.label,
            unit=entry.unit,
            low_is_good=entry.better == "low",
            margin=entry.margin,
            compared=entry.compared,
            stressed=entry.stressed,
            part=self.facts.part(at, part, _NOT_WAITING),
        )

    def _claim(self, key: str, claim: models.Claim) -> Fact:
        parts = tuple(
            self.facts.part(("claims", key, "parts", place), part, _NOT_WAITING)
            for place, part in enumerate(claim.parts)
        )
        return Fact(
            key=key,
            group="",
            what=claim.what,
            evidence=self.frame.manuscript.library.evidence(Origin(tuple(claim.source))),
            note=claim.note or "",
            explanation=claim.explanation or "",
            waits_for="",
            parts=parts,
        )


_NOT_WAITING: fact_models.Fact = fact_models.Fact.model_construct(waits_for=None)

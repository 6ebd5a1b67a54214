"""An ablation as plain data, for other programs."""

from __future__ import annotations

import math
from typing import Any

from game.content.ablation import Measure
from game.lab.ablation.run import Ablated
from game.lab.facts.evaluation import FactResult, PartResult
from game.telling import citations


def as_json(done: Ablated) -> dict[str, Any]:
    """Levers, measures and claims; None stands for what never happens."""
    return {
        "draws": done.draws.count,
        "seed": done.draws.seed,
        "seat": done.ablation.seat,
        "holds": done.holds,
        "no_single_lever_is_enough": not done.enough,
        "measures": [_measure(done, measure) for measure in done.ablation.measures],
        "worse": [_lever(done, lever) for lever in done.worse],
        "claims": [_claim(claim) for claim in done.claims],
    }


def _measure(done: Ablated, measure: Measure) -> dict[str, Any]:
    return {
        "id": measure.key,
        "what": measure.label,
        "unit": measure.unit,
        "better": "low" if measure.low_is_good else "high",
        "margin": measure.margin if measure.compared else None,
        "runs": {
            run: {"name": name, **_numbers(done.table[measure.key][run])} for run, name in done.ablation.names.items()
        },
    }


def _lever(done: Ablated, lever: FactResult) -> dict[str, Any]:
    """By how much a lever is worse than all together, by each measure that counts."""
    parts = zip(done.ablation.compared, lever.parts, strict=True)
    return {
        "id": lever.fact.key,
        "name": lever.fact.what,
        "by": {measure.key: {"measured": part.measured, "pass": part.passed} for measure, part in parts},
    }


def _claim(claim: FactResult) -> dict[str, Any]:
    fact = claim.fact
    return {
        "id": fact.key,
        "what": fact.what,
        "pass": claim.passed,
        "source": citations.sources(fact.evidence),
        "note": fact.note,
        "explanation": fact.explanation,
        "parts": [_part(part) for part in claim.parts],
    }


def _part(result: PartResult) -> dict[str, Any]:
    part = result.part
    return {
        "what": part.label,
        "unit": part.unit,
        "low": _known(part.low),
        "high": _known(part.high),
        **_numbers(result),
        "pass": result.passed,
    }


def _numbers(result: PartResult) -> dict[str, Any]:
    return {"measured": result.measured, "spread": list(result.spread)}


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None

"""A back-test as plain data, for other programs."""

from __future__ import annotations

from typing import Any

from game.lab.backtest.run import Backtest
from game.lab.backtest.tally import tally
from game.lab.backtest.trust import trust
from game.lab.facts.evaluation import FactResult, PartResult
from game.telling import citations


def as_json(test: Backtest) -> dict[str, Any]:
    """All facts with their parts. A fact's own numbers are those of the part that lies worst in its range."""
    return {
        "scenario": test.scenario,
        "draws": test.draws.count,
        "seed": test.draws.seed,
        "fit_until": test.facts.fit_until,
        "fitted": test.facts.fitted,
        "band": _band(test),
        "runs": {name: run.text for name, run in test.facts.runs.items()},
        "summary": {
            line.what: {"pass": line.passed, "fail": line.failed, "wait": line.waiting, "input": line.inputs}
            for line in tally(test)
        },
        "trust": trust(test),
        "facts": [_fact(test, result) for result in test.results],
    }


def _band(test: Backtest) -> dict[str, Any]:
    """Of which matches the spread is: of the draws, or of others in which fitted numbers were moved within an error."""
    error = test.facts.error
    if test.band is None or error is None:
        return {"draws": test.draws.count, "numbers": 0, "error": None, "why": ""}
    why = error.evidence.origin.why or citations.sources(error.evidence)
    return {"draws": test.band.count, "numbers": test.band.numbers, "error": error.value, "why": why}


def _fact(test: Backtest, result: FactResult) -> dict[str, Any]:
    fact = result.fact
    return {
        "id": fact.key,
        "what": fact.what,
        "group": fact.group,
        **_numbers(result.worst),
        "pass": result.passed,
        "placebo": test.placebo[fact.key].passed,
        "input": test.is_input(result),
        "given": fact.given,
        "explanation": fact.explanation,
        "waits_for": fact.waits_for,
        "note": fact.note,
        "source": citations.sources(fact.evidence),
        "parts": [_part(test, result, place) for place in range(len(result.parts))],
    }


def _part(test: Backtest, result: FactResult, place: int) -> dict[str, Any]:
    own, frozen = result.parts[place], test.placebo[result.fact.key].parts[place]
    return {
        "id": f"{result.fact.key}.{place + 1}",
        "what": own.part.label,
        "group": result.fact.group,
        **_numbers(own),
        "pass": own.passed,
        "placebo": {"measured": frozen.measured, "pass": frozen.passed},
        "input": test.is_given(result, place),
        "explanation": result.fact.explanation,
        "waits_for": result.fact.waits_for,
        "note": own.part.note,
        "source": citations.sources(result.fact.evidence),
    }


def _numbers(result: PartResult) -> dict[str, Any]:
    part = result.part
    return {
        "unit": part.unit,
        "target": sum(part.target) / len(part.target),
        "band": list(part.target) if len(part.target) > 1 else None,
        "low": part.low,
        "high": part.high,
        "measured": result.measured,
        "spread": list(result.spread),
        "years": part.years,
    }

"""A calibration as plain data for other programs, and as a fragment for the overrides of a scenario."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from game.content.calibration import Parameter
from game.lab.calibration.fit import Fitted
from game.lab.calibration.run import Calibrated, Line
from game.telling import citations


def as_json(done: Calibrated) -> dict[str, Any]:
    """Everything that the table shows; None stands for what never happens and for what has no tolerance."""
    before, after = done.norms
    return {
        "scenario": done.scenario,
        "draws": done.draws.count,
        "seed": done.draws.seed,
        "trials": done.trials,
        "steps": done.fit.steps,
        "converged": done.fit.converged,
        "norm": {"before": before, "after": after},
        "marked": done.marked,
        "figures": [_figure(figure) for figure in done.fit.figures],
        "fitted": [_line(line) for line in done.fitted],
        "held_out": [_line(line) for line in done.held_out],
        "sensitivity": list(_sensitivity(done)),
    }


def _figure(figure: Fitted) -> dict[str, Any]:
    parameter = figure.parameter
    return {
        "path": parameter.path,
        "unit": parameter.unit,
        "low": parameter.low,
        "high": parameter.high,
        "source": citations.sources(parameter.evidence),
        "start": parameter.start,
        "fitted": figure.value,
        "moved": figure.moved,
        "error": figure.error,
        "at_end": figure.at_end,
        "loose": figure.loose,
        "tied_to": dict(figure.tied_to),
    }


def _line(line: Line) -> dict[str, Any]:
    part = line.part
    return {
        "fact": line.fact,
        "what": part.label,
        "unit": part.unit,
        "target": list(part.target),
        "low": part.low,
        "high": part.high,
        "before": {"measured": line.before.measured, "pass": line.before.passed},
        "after": {"measured": line.after.measured, "pass": line.after.passed},
    }


def _sensitivity(done: Calibrated) -> Iterator[dict[str, Any]]:
    found = done.sensitivity
    for row, name in enumerate(found.names):
        swings = {
            parameter.path: {
                "low": _known(found.ends[row, place, 0]),
                "high": _known(found.ends[row, place, 1]),
                "tolerances": _known(found.swings[row, place]),
            }
            for place, parameter in enumerate(found.parameters)
        }
        yield {"part": name, "figures": swings}


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def fragment(done: Calibrated) -> str:
    """The fitted values as YAML for ``overrides`` of a scenario, each with where it comes from."""
    drawn = f"{done.draws.count} draws of seed {done.draws.seed}"
    out = [
        f"# Fitted by `chokepoint calibrate {done.scenario}` to {len(done.fitted)} numbers, {drawn}.",
        "# For the overrides of scenario.yaml, or figure by figure for the rule set, with reasons.",
        "overrides:",
    ]
    for figure in done.fit.figures:
        parameter = figure.parameter
        where = f"Calibrated to facts.yaml, {drawn}; range {parameter.low:g} to {parameter.high:g}"
        unit = f"unit: {parameter.unit}, " if parameter.unit else ""
        out.append(f"  {parameter.path}: {{value: {figure.value:.4g}, {unit}{_origin(parameter, where)}}}")
    return "\n".join(out) + "\n"


def _origin(parameter: Parameter, where: str) -> str:
    """The origin of a fitted value: what its range rests on, and how it was fitted."""
    origin = parameter.evidence.origin
    if not origin.cited:
        return f"assumed: true, why: {json.dumps(f'{where}: {origin.why}', ensure_ascii=False)}"
    return f"source: [{', '.join(origin.cited)}], confidence: low, note: {json.dumps(f'{where}.')}"

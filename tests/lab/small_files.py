"""A small scenario on disk with facts, a calibration and an ablation: played in a moment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.content.broken import GOOD, copy_of_good

CRISIS = GOOD / "crisis"
"""The scenario of the good files, which has facts."""

MEASURES = {
    "A01": ("US$/kg", "{metric: price(light_oxide), year: 2010}"),
    "A02": ("US$/kg", "{metric: price(light_oxide), year: 2011}"),
    "A03": ("US$/kg", "{metric: price(light_oxide), take: max}"),
    "B01": ("t", "{metric: used(island), year: 2010, take: sum}"),
    "B02": ("t", "{metric: used(island), year: 2011, take: sum}"),
}
"""Fact to the unit and measure of its only part."""

CALIBRATION = """\
format: 1
kind: calibration
draws: 3
pull: 0.0
why_pull: Nothing is held.
parameters:
  market.scarcity: {low: 0.2, high: 0.8, source: "table_1", confidence: low}
  sectors.cars.elasticity: {low: 0.05, high: 0.6, assumed: true, why: "Wide."}
"""

ABLATION = """\
format: 1
kind: ablation
seat: island
rules:
  again:
    name: Embargo again
    when: since("2011-03")
    do: {embargo: {nations: [island], goods: [separation], share: 0.9}}
    for_months: 6
    once: true
    reason: It bit.
    assumed: true
    why: "To have a second one."
stress: [again]
levers:
  store: {name: Store, doctrine: hedger}
  wait: {name: Wait, doctrine: idle}
none: {name: Nothing, doctrine: idle}
together: {name: Both, doctrine: hedger}
base: As it stands
measures:
  craft: {label: Readiness at the end, unit: level, better: high, margin: 0.1,
          measure: {metric: "readiness(island, sorting)", take: last}}
  refused: {label: Embargoed months, unit: months, better: low, compared: false, stressed: true,
            measure: {holds: embargo(island) > 0.2, take: lasts}}
runs:
  calm: {text: Nothing is cut., without_rules: [embargo, squeeze]}
claims:
  bites:
    what: The second embargo lasts six months
    source: "table_1"
    parts:
      - label: stressed less calm
        unit: months
        target: 6
        low: 6
        high: 6
        measure: {run: none_stressed, holds: embargo(island) > 0.2, from: 2011-01, take: lasts,
                  against: {run: calm, as: difference}}
"""


def scenario(folder: Path, targets: Mapping[str, float], *, fit_until: str = "2011-12") -> Path:
    """The good scenario with a fact for each of the `targets`, a tenth around it allowed; returns its folder."""
    place = copy_of_good(folder)
    (place / "facts.yaml").write_text(facts(targets, fit_until), encoding="utf-8")
    (place / "calibration.yaml").write_text(CALIBRATION, encoding="utf-8")
    (place / "ablation.yaml").write_text(ABLATION, encoding="utf-8")
    return place


def facts(targets: Mapping[str, float], fit_until: str) -> str:
    """``facts.yaml`` with the `targets`."""
    out = ["format: 1", "kind: facts", f"fit_until: {fit_until}", "facts:"]
    for name, target in targets.items():
        unit, measure = MEASURES[name]
        ends = f"target: {target}, low: {target * 0.9}, high: {target * 1.1}"
        out.append(f"  {name}: {{group: external, what: A number, source: [table_20, table_21, table_22], parts: [")
        out.append(f"    {{label: it, unit: {unit}, {ends}, measure: {measure}}}]}}")
    return "\n".join(out) + "\n"

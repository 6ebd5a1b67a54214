"""YAML to a checked, compiled world. The only reader of `rules/` and `scenarios/`."""

from game.content.findings import ContentError, Finding
from game.content.load import (
    ScenarioInfo,
    Variants,
    check,
    fitted_in,
    list_scenarios,
    load,
    load_ablation,
    load_calibration,
    load_facts,
    load_plan,
    load_record,
)
from game.content.package import Package

__all__ = [
    "ContentError",
    "Finding",
    "Package",
    "ScenarioInfo",
    "Variants",
    "check",
    "fitted_in",
    "list_scenarios",
    "load",
    "load_ablation",
    "load_calibration",
    "load_facts",
    "load_plan",
    "load_record",
]

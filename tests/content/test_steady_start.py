"""A match made for play begins at rest: with no order, no incident and no rule its first year goes on as it began."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from game.content import list_scenarios, load
from game.content.package import Package
from game.doctrines import run_batch
from game.engine import metrics
from game.engine.start import begin
from game.engine.state import State

FIGURES = ("import_share", "bottleneck", "tension", "approval")
"""Of 100, as they are shown."""
POINTS = 0.03
"""Most that one of them moves."""
SEEDS = range(1, 9)
TREND = {
    "embargo_2010": {"bottleneck": "industry leaves the slump of 2009, and magnets become the narrow place"},
    "first_steps": {"bottleneck": "as in embargo_2010"},
    "free_play": {"bottleneck": "as in embargo_2010"},
    "trough_2013": {"bottleneck": "plants that the bubble paid for are filling"},
    "cobalt_2025": {"tension": "the quarrel over trade of 2024 fades to its rest"},
}
"""What moves by itself in a scenario, and why: a slump that ends, a quarrel that fades."""
PLAYED = tuple(info.id for info in list_scenarios(own=False) if not info.has_facts)


def quiet(package: Package) -> Package:
    """The scenario in which neither incidents nor rules happen."""
    rules = package.world.rival_rules
    world = replace(package.world, incidents=(), rival_rules=replace(rules, chance=np.zeros_like(rules.chance)))
    return replace(package, world=world)


def moved(package: Package) -> Mapping[tuple[str, str], float]:
    """How far each figure of each seat lies from where it began, at most in the first year, in the median."""
    world, seats = package.world, tuple(package.seat_doctrines)
    months: list[dict[tuple[str, str], float]] = []

    def note(state: State) -> None:
        if state.month <= 12:
            months.append({
                (figure, seat): float(np.median(metrics.value(world, state, figure, seat)))
                for figure in FIGURES
                for seat in seats
            })  # fmt: skip

    note(begin(world, np.array(SEEDS, dtype=np.uint64)))
    run_batch(package, SEEDS, doctrines=dict.fromkeys(seats, "status_quo"), on_month=note)
    return {key: max(abs(month[key] - months[0][key]) for month in months) for key in months[0]}


@pytest.mark.slow
@pytest.mark.parametrize("scenario", PLAYED)
def test_left_alone_the_first_year_goes_on_as_it_began(scenario: str) -> None:
    named = TREND.get(scenario, {})
    restless = {key: size for key, size in moved(quiet(load(scenario))).items() if size > POINTS}
    assert {figure for figure, _ in restless} == set(named), restless

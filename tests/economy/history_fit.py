"""Moves the fitted numbers of the rare-earth rule set, held against 2008-2016 alone, by random steps.

python -m tests.economy.history_fit SECONDS [SEED]     prints the numbers that fit best; they are written by hand
"""

from __future__ import annotations

import copy
import sys
import time
from typing import Any

import numpy as np

from game.economy.compiled import available
from tests.economy.history import INPUTS, Run, facts, figures, report, rules, year
from tests.economy.rules import Rules

BULK = ("cracking", "polishing", "disk_polishing", "alloys")

MOVED: dict[str, tuple[list[tuple[str, ...]], float, float]] = {
    **{
        name: ([("market", name)], low, high)
        for name, low, high in (
            ("scarcity", 0.15, 1.5),
            ("price_months", 1.0, 4.0),
            ("expect_months", 8.0, 60.0),
            ("haste", 0.2, 6.0),
            ("panic", 0.3, 4.0),
            ("alarm", 0.03, 1.0),
            ("excitement", 0.005, 0.5),
            ("calm_months", 2.0, 12.0),
            ("order_months", 2.0, 12.0),
            ("wary_gain", 0.05, 1.0),
            ("wary_effect", 0.1, 0.9),
        )
    },
    "quota_skew": ([("quota_skew",)], 0.01, 1.5),
    "lasting": ([("sectors", name, "lasting") for name in ("light_alloys", "exhaust", *BULK)], 0.2, 0.9),
    "motors in China": ([("sectors", "motors", "use", "china")], 12000, 30000),
    "alloys in China": ([("sectors", "alloys", "use", "china")], 15000, 45000),
    "alloys in Japan": ([("sectors", "alloys", "use", "japan")], 4000, 12000),
    "polish choke": ([("sectors", "polishing", "choke"), ("sectors", "disk_polishing", "choke")], 2.0, 10.0),
    "bulk months": ([("sectors", name, "months") for name in ("exhaust", *BULK)], 5, 24),
    "clay campaign": ([("works", "clay_pits", "capacity", "2011-06")], 2000, 14000),
    "light campaign": ([("works", "light_pits", "capacity", "2011-06")], 5000, 25000),
    "clay cost": ([("works", "clays", "cost")], 6.0, 12.0),
    "clay pits cost": ([("works", "clay_pits", "cost")], 7.0, 12.0),
    "heavy of clays": ([("processes", "part_clay", "makes", "dytb")], 0.04, 0.06),
    "light pits cost": ([("works", "light_pits", "cost")], 1.5, 4.0),
    "kuantan bulk": ([("contracts", "1", "share")], 0.02, 0.4),
    "japan europe": ([("habits", "japan", "bulk", "europe")], 0.02, 0.3),
}
"""Numbers that are moved, by name: where they stand, least and most."""
UNTIL = 2016
MISSED = 0.3
"""What a fact up to then that does not hold adds to the error."""


def put(r: Rules, values: dict[str, float]) -> Rules:
    """A copy of the rules with these values."""
    other = copy.copy(r)
    other.written = copy.deepcopy(r.written)
    for name, value in values.items():
        for path in MOVED[name][0]:
            at: Any = other.written
            for key in path[:-1]:
                at = at[int(key)] if isinstance(at, list) else at[key]
            at[path[-1]] = value
    return other


def now(r: Rules) -> dict[str, float]:
    """The values as they stand."""
    found = {}
    for name, (paths, _, _) in MOVED.items():
        at: Any = r.written
        for key in paths[0]:
            at = at[int(key)] if isinstance(at, list) else at[key]
        found[name] = float(at)
    return found


SPREAD = {
    "NdPr outside, US$/kg": 0.3,
    "DyTb outside, US$/kg": 0.4,
    "bulk outside, US$/kg": 0.4,
    "basket, 2009 = 1": 0.25,
    "NdPr outside/inside": 0.25,
    "bulk outside/inside": 0.3,
    "Japan from China": 0.07,
    "Japan's use, kt": 0.12,
    "China in mining": 0.03,
    "world mined, kt": 0.1,
}
"""Errors, as logarithms, that are taken for one."""


def error(run: Run) -> float:
    """How far the replay is from the record up to 2016: mean over series of capped squares, and the facts that do not hold."""
    total = 0.0
    for name, (series, record, _) in figures(run).items():
        errors = [
            np.log(max(year(series, y), 1e-3) / value) / SPREAD[name] for y, value in record.items() if y <= UNTIL
        ]
        total += float(np.mean([min(e * e, 30.0) for e in errors]))
    for name, what, value, least, most in facts(run):
        dates = [
            int(word) for word in what.replace(",", " ").replace("-", " ").split() if word.isdigit() and len(word) == 4
        ]
        if name not in INPUTS and (name == "A07" or (dates and max(dates) <= UNTIL)):
            total += MISSED * (not least <= value <= most)
    return total


def search(seconds: float, seed: int) -> tuple[float, dict[str, float]]:
    """Random steps of a few numbers at a time from the best so far, smaller as they fail."""
    draw = np.random.default_rng(seed)
    best = now(rules())
    lowest = error(Run(fast=available(), rules_=put(rules(), best)))
    print(f"begins at {lowest:.2f}")
    names, size, end, tried = list(MOVED), 0.3, time.time() + seconds, 0
    while time.time() < end:
        values = dict(best)
        for name in draw.choice(names, draw.integers(1, 5), replace=False):
            _, low, high = MOVED[name]
            values[name] = float(np.clip(values[name] * np.exp(size * draw.normal()), low, high))
        found = error(Run(fast=available(), rules_=put(rules(), values)))
        tried += 1
        if found < lowest:
            lowest, best, size = found, values, min(size * 1.2, 0.6)
        else:
            size = max(size * 0.985, 0.05)
    print(f"{tried} runs, ends at {lowest:.3f}")
    return lowest, best


if __name__ == "__main__":
    _, found = search(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    for name, value in found.items():
        print(f"{name:20s} {now(rules())[name]:10.4g} -> {value:10.4g}")
    print(report(Run(fast=available(), rules_=put(rules(), found))))

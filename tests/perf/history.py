"""Speed of the back-test: 64 draws of every run that the facts look at, loading included."""

from __future__ import annotations

import time

from game.content import list_scenarios, load, load_facts
from game.lab.backtest.run import DRAWS, backtest
from tests.perf.table import Speed

PROCESSES = 2


def back_test() -> Speed:
    """On the clock of the wall, in two processes."""
    scenario = next(info.id for info in list_scenarios(own=False) if info.has_facts)
    before = time.perf_counter()
    package, facts = load(scenario), load_facts(scenario)
    if facts is None:
        raise ValueError(f"{scenario} has no facts")
    backtest(package, scenario, facts, DRAWS, processes=PROCESSES)
    spent = time.perf_counter() - before
    return Speed(f"back-test, {DRAWS.count} draws, {PROCESSES} processes", spent, "s", 10, more_is_better=False)


BENCHMARKS = (back_test,)

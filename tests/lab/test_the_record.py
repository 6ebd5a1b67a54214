"""What the shipped rule sets reproduce of the record, and that whatever they do not says why."""

from __future__ import annotations

import pytest

from game.content import load_facts
from game.lab.backtest.run import DRAWS, backtest
from tests import shipped

KNOWN = {
    "history_2008_2025": {"A": 15, "B": 2},
    "cobalt_2018_2025": {"A": 0, "B": 0, "C": 2},
}
"""Facts by their kind that come out whole, at least. The others stand in the table of the back-test as failing."""
NUMBERS = {"history_2008_2025": 0.62, "cobalt_2018_2025": 0.3}
"""Part of all judged numbers that come out, at least: a fact holds where all of its numbers do."""


@pytest.mark.slow
@pytest.mark.parametrize("scenario", KNOWN)
def test_what_does_not_come_out_is_explained(scenario: str) -> None:
    package, facts = shipped.package(scenario), load_facts(scenario)
    assert facts is not None
    judged = [result for result in backtest(package, scenario, facts, DRAWS).results if result.passed is not None]
    for kind, least in KNOWN[scenario].items():
        assert sum(bool(one.passed) for one in judged if one.fact.key.startswith(kind)) >= least, kind
    parts = [part.passed for one in judged for part in one.parts if part.passed is not None]
    assert sum(map(bool, parts)) >= NUMBERS[scenario] * len(parts)
    assert not [one.fact.key for one in judged if not one.passed and not one.fact.explanation]

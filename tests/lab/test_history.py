"""What the replay of history gives comes from what is put into it, not from a curve that it was handed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.content import load
from game.content.facts import Run
from game.engine.conditions import Reading
from game.lab.runs.play import play
from tests import shipped

BASKET = Reading("basket")
MINES_OPEN = {
    "sites.sites.clay_pits.capacity.by_month.2011-06": 24000.0,
    "sites.sites.light_pits.capacity.by_month.2011-06": 27000.0,
}
"""What these mines dig in other years: closing them was a control at home."""
CONTROLS = ("quota_cut_2010", "quota_low", "quota_loose", "embargo_japan", "slow_licences")


@pytest.mark.slow
def test_without_the_rivals_controls_there_is_no_bubble() -> None:
    package, undisturbed = shipped.package("history_2008_2025"), load("history_2008_2025", MINES_OPEN)
    rules = undisturbed.world.rival_rules
    unbound = replace(rules, base_quota=np.full_like(rules.base_quota, np.inf))
    free = replace(undisturbed, world=replace(undisturbed.world, rival_rules=unbound))
    found = {
        name: play(played, "", {name: run}, {name: (BASKET,)}, range(1, 9))[name]
        for name, played, run in (("base", package, Run("")), ("free", free, Run("", without_rules=CONTROLS)))
    }
    start = package.world.calendar.start
    year_2009, bubble = (slice(first * 12 - start, end * 12 - start) for first, end in ((2009, 2010), (2010, 2013)))
    peaks = {}
    for run, columns in found.items():
        basket = columns.values[BASKET] / columns.values[BASKET][year_2009].mean(axis=0)
        peaks[run] = np.median(basket[bubble].max(axis=0))
    assert peaks["base"] > 8.0
    assert peaks["free"] < 5.0

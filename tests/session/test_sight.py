"""What a program in a seat may look at: what a person in it may see, and nothing that leads further."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import metrics
from game.engine.condition_table import ConditionTable
from game.engine.conditions import Reading
from game.engine.start import begin
from game.session.sight import Sight
from tests.session.small_package import above, small_package

PACKAGE = small_package()
WORLD = PACKAGE.world
ARDEN, BOREAS = 0, 1


@pytest.fixture
def sight() -> Sight:
    return Sight(WORLD, begin(WORLD, np.arange(3, dtype=np.uint64)), ARDEN)


def test_it_reads_what_is_open_to_its_seat(sight: Sight) -> None:
    assert sight.read(Reading("budget", (ARDEN,))).tolist() == [200.0] * 3
    assert sight.read(Reading("tension", (BOREAS,))).shape == (3,)


@pytest.mark.parametrize("reading", [Reading("budget", (BOREAS,)), Reading("rule_count", (0,))])
def test_it_reads_nothing_else_alone_or_in_a_condition(sight: Sight, reading: Reading) -> None:
    with pytest.raises(KeyError, match="no figure is called"):
        sight.read(reading)
    table = ConditionTable((above(reading.metric, *reading.arguments, threshold=0.5),))
    with pytest.raises(KeyError, match="no figure is called"):
        sight.found(table, [True])


def test_every_figure_is_open_or_refused_as_its_entry_says(sight: Sight) -> None:
    for name, metric in metrics.METRICS.items():
        position = tuple(1 if letter == "N" else 0 for letter in metric.axes)
        names = [
            getattr(WORLD.names, metrics.argument_axis(letter))[at]
            for letter, at in zip(metric.axes, position, strict=True)
        ]
        if metric.open_to("arden", names):
            sight.read(Reading(name, position))
        else:
            with pytest.raises(KeyError):
                sight.read(Reading(name, position))


def test_nothing_in_it_leads_to_the_truth(sight: Sight) -> None:
    shown = [getattr(sight, name) for name in dir(sight) if not name.startswith("_")]
    assert {type(value).__name__ for value in shown} == {"int", "str", "method"}

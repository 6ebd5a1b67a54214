"""What a match is scored by moves: no part gives the same whatever is done."""

from __future__ import annotations

import numpy as np
import pytest

from game.content.package import Package
from game.doctrines import open_match, run_batch
from game.engine import scoring
from tests import shipped
from tests.felt.conftest import Play

pytestmark = pytest.mark.slow

EDGE = 3.0
"""Points from nothing and from all within which a part counts as idle."""
MUCH = 4.0
"""Points that a tariff of the last year must not bring."""


@pytest.mark.parametrize("scenario", ["embargo_2010", "cobalt_2025"])
def test_no_part_of_the_score_is_always_empty_or_always_full(scenario: str) -> None:
    package = shipped.package(scenario)
    lines = [{}, *(dict.fromkeys(package.seat_doctrines, line) for line in ("status_quo", "hedger", "resource_agency"))]
    lines += [
        {seat: "resource_agency"} for seat in package.seat_doctrines
    ]  # where all want the same stakes some get none
    found = [
        np.median(scoring.points(package.world, played), axis=-1)
        for played in (run_batch(package, range(1, 9), doctrines=line) for line in lines)
    ]
    for row, part in enumerate(package.world.score):
        for place, seat in enumerate(package.seat_doctrines):
            got = [points[row, place] for points in found]
            assert max(got) > EDGE, f"{part.key} gives {seat} nothing"
            assert min(got) < 100.0 - EDGE, f"{part.key} gives {seat} all"


def test_a_tariff_of_the_last_year_is_no_diversification(played: Play) -> None:
    late, nothing = played("late_tariff"), played("nothing")
    world = late.package.world
    gained = scoring.total(world, late.state)[0] - scoring.total(world, nothing.state)[0]
    assert np.median(gained) < MUCH


@pytest.mark.parametrize("line", ["tariff_wall", "half_a_wall"])
def test_a_tariff_alone_wins_nothing(package: Package, line: str) -> None:
    for seed in range(1, 5):
        match = open_match(package, seed=seed, doctrines={"japan": line})
        while not match.finished:
            match.resolve()
        assert not match.result("japan").won

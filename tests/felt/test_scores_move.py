"""What a match is scored by moves: no part gives the same whatever is done."""

from __future__ import annotations

import numpy as np
import pytest

from game.content import load
from game.doctrines import run_batch
from game.engine import scoring

pytestmark = pytest.mark.slow

EDGE = 3.0
"""Points from nothing and from all within which a part counts as idle."""


@pytest.mark.parametrize("scenario", ["embargo_2010", "cobalt_2025"])
def test_no_part_of_the_score_is_always_empty_or_always_full(scenario: str) -> None:
    package = load(scenario)
    lines = [{}, *(dict.fromkeys(package.seat_doctrines, line) for line in ("status_quo", "hedger", "resource_agency"))]
    found = [
        np.median(scoring.points(package.world, played), axis=-1)
        for played in (run_batch(package, range(1, 9), doctrines=line) for line in lines)
    ]
    for row, part in enumerate(package.world.score):
        for place, seat in enumerate(package.seat_doctrines):
            got = [points[row, place] for points in found]
            assert max(got) > EDGE, f"{part.key} gives {seat} nothing"
            assert min(got) < 100.0 - EDGE, f"{part.key} gives {seat} all"

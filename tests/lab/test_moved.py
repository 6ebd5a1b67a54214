"""Bands: in each match of them the fitted numbers are others, within the error that is stated."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.content import load, load_facts, load_record
from game.lab.backtest.data import as_json
from game.lab.backtest.moved import in_their_ranges, play_moved, positions, sets_of
from game.lab.backtest.page import render
from game.lab.backtest.run import Backtest, backtest
from game.lab.backtest.table import bands, lines
from game.lab.runs.pool import others
from game.lab.runs.seeds import Draws
from tests.content.broken import patch
from tests.lab.small_files import scenario

DRAWS = Draws(seed=5, count=3)
ERROR = "fit_until: 2011-12\nfitted_error: {value: 0.3, unit: share, assumed: true, why: A guess.}"
MARKED = 'scarcity: {value: 0.4, unit: exponent, fitted: true, assumed: true, why: "By eye."}'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small scenario with one fitted number, on which prices hang."""
    place = scenario(tmp_path_factory.mktemp("moved"), {"A01": 2.0, "A03": 3.0})
    patch(place.parent, "small/market.yaml", "scarcity: 0.4", MARKED)
    patch(place, "facts.yaml", "fit_until: 2011-12", ERROR)
    return place


def run_of(folder: Path, *, stated: bool) -> Backtest:
    facts = load_facts(folder)
    assert facts is not None
    facts = facts if stated else replace(facts, error=None)
    return backtest(load(folder), str(folder), facts, DRAWS, curves=load_record(folder))


@pytest.fixture(scope="module")
def played(folder: Path) -> Backtest:
    return run_of(folder, stated=True)


def test_the_numbers_fill_their_range(played: Backtest) -> None:
    found = positions(8, 5, seed=3)
    assert found.shape == (8, 5)
    assert (np.sort(np.floor((found + 1.0) * 4.0), axis=0) == np.arange(8)[:, None]).all()
    assert (found == positions(8, 5, seed=3)).all()
    assert not (found == positions(8, 5, seed=4)).all()


def test_a_number_stays_in_the_range_that_calibration_has_for_it(folder: Path) -> None:
    (number,) = in_their_ranges(str(folder))
    assert (number.value, number.low, number.high) == (0.4, 0.2, 0.8)


def test_the_error_widens_the_spread_and_leaves_the_median(folder: Path, played: Backtest) -> None:
    plain = run_of(folder, stated=False)
    assert plain.band is None
    assert played.band is not None
    assert (played.band.count, played.band.numbers) == (DRAWS.count, 1)
    for one, other in zip(played.results, plain.results, strict=True):
        for moved, still in zip(one.parts, other.parts, strict=True):
            assert (moved.measured, moved.passed) == (still.measured, still.passed)
            assert _wide(moved.spread) > 1.5 * _wide(still.spread)


def _wide(spread: tuple[float | None, float | None]) -> float:
    low, high = spread
    assert low is not None
    assert high is not None
    return high - low


def test_table_json_and_page_say_of_what_the_spread_is(folder: Path, played: Backtest) -> None:
    said = "3 matches in which the fitted numbers, 1 with all that stand in a table with some, are each up to 30"
    assert said in bands(played)
    assert bands(played).endswith("A guess.")
    assert said in " ".join(lines(played, 1000))
    assert bands(played) in render(played, ())
    assert as_json(played)["band"] == {"draws": 3, "numbers": 1, "error": 0.3, "why": "A guess."}
    plain = run_of(folder, stated=False)
    assert "of chance alone" in bands(plain)
    assert as_json(plain)["band"]["error"] is None


def test_curves_are_drawn_with_it(folder: Path, played: Backtest) -> None:
    curves = load_record(folder)
    assert render(played, curves) != render(replace(played, band=None), curves)


def test_an_error_needs_its_reason(folder: Path, tmp_path: Path) -> None:
    place = scenario(tmp_path, {"A01": 2.0})
    patch(place, "facts.yaml", "fit_until: 2011-12", "fit_until: 2011-12\nfitted_error: 0.3")
    with pytest.raises(Exception, match="missing source for the error of fitted numbers"):
        load_facts(place)


@pytest.mark.slow
def test_processes_change_nothing(folder: Path, played: Backtest) -> None:
    facts = load_facts(folder)
    assert facts is not None
    with others(2) as pool:
        shared = play_moved(str(folder), facts, facts.readings(), DRAWS, last=facts.last_months(), pool=pool)
    assert shared is not None
    assert played.band is not None
    for run, columns in shared.runs.items():
        for reading, values in columns.values.items():
            assert np.array_equal(values, played.band.runs[run].values[reading])


@pytest.mark.parametrize("name", ["history_2008_2025", "cobalt_2018_2025"])
@pytest.mark.slow
def test_replays_state_an_error(name: str) -> None:
    facts = load_facts(name)
    assert facts is not None
    assert facts.error is not None
    assert facts.error.evidence.origin.why
    assert sets_of(facts, Draws(1, 64)) == 8
    assert len(in_their_ranges(name)) >= facts.fitted

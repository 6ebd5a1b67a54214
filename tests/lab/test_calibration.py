"""Calibration: known figures are found again, early years only, the same every time; and how distances are told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray

from game.content import Variants, load, load_calibration
from game.content.calibration import Calibration, Parameter
from game.content.facts import FIT, Part
from game.content.library import Evidence
from game.lab import WIDTH
from game.lab.calibration.data import as_json, fragment
from game.lab.calibration.fit import FAR, LOST, distance, fit, values_at
from game.lab.calibration.run import Calibrated, calibrate
from game.lab.calibration.sensitivity import in_tolerances
from game.lab.calibration.table import lines
from game.lab.calibration.tornado import draw
from game.lab.calibration.trials import Setting, Trials
from game.lab.runs.seeds import Draws
from tests.content.broken import patch
from tests.lab.small_files import MEASURES, scenario

TRUE = {"market.scarcity": 0.55, "sectors.cars.elasticity": 0.35}
DRAWS = Draws(seed=1, count=3)
SEEDS = DRAWS.seeds


def part(target: Sequence[float], low: float, high: float) -> Part:
    return Part("a part", "ratio", tuple(target), low, high, None, "", FIT)


def figures(count: int, pull: float = 0.0) -> Calibration:
    parameters = tuple(Parameter(f"p{at}", "", 2.0, 0.0, 10.0, Evidence()) for at in range(count))
    return Calibration(parameters, {}, 1, 1, pull)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small scenario, with what it gives for the true figures as its facts."""
    blank = scenario(tmp_path_factory.mktemp("blank"), dict.fromkeys(MEASURES, 1.0))
    found = load_calibration(blank)
    assert found is not None
    with Trials(Setting(str(blank), found[1], SEEDS, 24)) as trials:
        (measured,) = trials.medians([TRUE])
    place = scenario(tmp_path_factory.mktemp("true"), dict(zip(MEASURES, map(float, measured), strict=True)))
    patch(place.parent, "small/sectors.yaml", "exponent, source", "exponent, fitted: true, source")
    return place


def calibrated(folder: Path, processes: int = 1, steps: int = 20) -> Calibrated:
    found = load_calibration(folder)
    assert found is not None
    return calibrate("crisis", str(folder), *found, DRAWS, steps=steps, processes=processes)


@pytest.fixture(scope="module")
def done(folder: Path) -> Calibrated:
    return calibrated(folder)


@pytest.mark.slow
def test_known_figures_are_found_again(done: Calibrated) -> None:
    assert done.norms[0] > 1.0
    assert done.norms[1] < 0.05
    for figure in done.fit.figures:
        width = figure.parameter.high - figure.parameter.low
        assert figure.value == pytest.approx(TRUE[figure.parameter.path], abs=0.03 * width)
        assert not figure.at_end
        assert figure.moved == pytest.approx((figure.value - figure.parameter.start) / width)
    # Two years of dear months hardly tell how users answer, as they take longer than that: the error says so.
    assert [figure.loose for figure in done.fit.figures] == [False, True]


@pytest.mark.slow
def test_the_same_seeds_give_the_same_fit_in_any_number_of_processes(done: Calibrated, folder: Path) -> None:
    again = calibrated(folder, processes=2)

    assert [figure.value for figure in again.fit.figures] == [figure.value for figure in done.fit.figures]
    assert np.array_equal(again.fit.after, done.fit.after)
    assert np.array_equal(again.sensitivity.ends, done.sensitivity.ends)


def test_late_years_are_held_out(tmp_path: Path) -> None:
    targets = dict.fromkeys(MEASURES, 20.0)

    done = calibrated(scenario(tmp_path, targets, fit_until="2010-12"), steps=1)

    assert [line.fact for line in done.fitted] == ["A01", "B01"]
    assert [line.fact for line in done.held_out] == ["A02", "A03", "B02"]
    assert len(done.fit.before) == 2


def test_a_fact_without_weight_is_not_fitted(tmp_path: Path) -> None:
    folder = scenario(tmp_path, dict.fromkeys(MEASURES, 20.0))
    file = folder / "calibration.yaml"
    weights = "weights: {A03: {weight: 0, why: Doubtful.}, A01: {weight: 2, why: Sure.}}\n"
    file.write_text(file.read_text(encoding="utf-8") + weights, encoding="utf-8")

    done = calibrated(folder, steps=1)

    assert [line.fact for line in done.fitted] == ["A01", "A02", "B01", "B02"]


def test_nothing_to_fit_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no fact ends in the years to fit"):
        calibrated(scenario(tmp_path, {"A02": 20.0}, fit_until="2010-06"))


@pytest.mark.slow
def test_the_scenario_itself_stays_as_it_is(done: Calibrated, folder: Path) -> None:
    assert {figure.parameter.path: figure.parameter.start for figure in done.fit.figures} == {
        "market.scarcity": 0.4,
        "sectors.cars.elasticity": 0.2,
    }
    assert float(load(folder).world.supply.rules["scarcity"][0]) == 0.4


@pytest.mark.slow
def test_the_fitted_values_can_be_put_into_the_overrides(done: Calibrated, folder: Path) -> None:
    written = yaml.safe_load(fragment(done))["overrides"]
    file = folder / "scenario.yaml"
    before = file.read_text(encoding="utf-8")
    file.write_text(before + fragment(done).split("overrides:\n")[1], encoding="utf-8")
    try:
        world = load(folder).world
    finally:
        file.write_text(before, encoding="utf-8")

    assert list(written) == list(TRUE)
    assert all((entry.get("note") or entry["why"]).startswith("Calibrated") for entry in written.values())
    assert float(world.supply.rules["scarcity"][0]) == pytest.approx(written["market.scarcity"]["value"])


@pytest.mark.slow
def test_every_figure_and_part_is_in_the_json(done: Calibrated) -> None:
    data = as_json(done)

    assert [figure["path"] for figure in data["figures"]] == list(TRUE)
    assert [line["fact"] for line in data["fitted"]] == list(MEASURES)
    assert data["norm"] == {"before": done.norms[0], "after": done.norms[1]}
    assert [row["part"] for row in data["sensitivity"]] == [f"{name} it" for name in MEASURES]
    swing = data["sensitivity"][0]["figures"]["market.scarcity"]
    assert swing["tolerances"] == pytest.approx((swing["high"] - swing["low"]) / (0.1 * data["fitted"][0]["target"][0]))


@pytest.mark.slow
def test_the_table_fits_and_tells_what_moved(done: Calibrated) -> None:
    text = list(lines(done))

    assert max(map(len, text)) <= WIDTH
    assert text[0] == "crisis: 5 numbers of 5 facts fitted with 2 figures"
    counted = "Numbers of the rules that were fitted, with an outcome in sight: 1; measured: 5 to fit to, 0 of years"
    assert counted in " ".join(" ".join(text).split())
    assert as_json(done)["marked"] == 1
    assert any(line.startswith("1  market.scarcity") for line in text)
    assert any(line.startswith("Fitted: ") and line.endswith("5 after") for line in text)


@pytest.mark.slow
def test_the_picture_is_drawn(done: Calibrated, tmp_path: Path) -> None:
    draw(done.sensitivity, tmp_path / "tornado.png")

    assert (tmp_path / "tornado.png").read_bytes()[:4] == b"\x89PNG"


# --- distances ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("measured", "expected"),
    [(0.58, 0.0), (0.63, 1.0), (0.53, -1.0), (0.605, 0.5), (math.nan, LOST), (math.inf, LOST)],
)
def test_a_distance_is_told_in_tolerances(measured: float, expected: float) -> None:
    assert distance(part([0.58], 0.53, 0.63), measured) == pytest.approx(expected)


def test_what_is_far_off_counts_for_less_and_still_tells_where_nearer_is() -> None:
    far, farther = (distance(part([0.58], 0.53, 0.63), value) for value in (2.0, 9.0))

    assert FAR < far < farther < LOST


def test_distances_of_factors_are_logarithms() -> None:
    price = part([4.0], 1.0, 16.0)

    assert distance(price, 8.0) == pytest.approx(0.5)
    assert distance(price, 2.0) == pytest.approx(-0.5)
    assert distance(price, -1.0) == -LOST


def test_a_band_of_targets_has_no_distance_inside() -> None:
    band = part([120.0, 130.0], 110.0, 145.0)

    assert [distance(band, value) for value in (120.0, 125.0, 130.0)] == [0.0, 0.0, 0.0]
    assert distance(band, 137.5) == pytest.approx(0.5)
    assert distance(band, 105.0) == pytest.approx(-1.5)


def test_a_side_without_tolerance_takes_that_of_the_other() -> None:
    assert distance(part([0.85], 0.85, 1.0), 0.8) == pytest.approx(-1.0 / 3.0)
    assert distance(part([60.0], 60.0, 60.0), 61.0) == LOST


def test_swings_are_told_in_half_ranges() -> None:
    assert in_tolerances(part([0.58], 0.53, 0.63), 0.5, 0.6) == pytest.approx(2.0)
    assert in_tolerances(part([4.0], 1.0, 16.0), 1.0, 16.0) == pytest.approx(2.0)
    assert math.isnan(in_tolerances(part([60.0], 60.0, 60.0), 60.0, 61.0))
    assert math.isnan(in_tolerances(part([0.58], 0.53, 0.63), math.nan, 0.6))


# --- the fit alone ------------------------------------------------------------------------------------------------


def line_through(sets: Sequence[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
    """Two figures of which only the sum shows."""
    return [np.array([1.0 + at[0] + at[1]]) for at in sets]


def test_figures_that_only_show_together_are_called_tied() -> None:
    found = fit(figures(2, pull=0.01), [(part([2.5], 2.4, 2.6), 1.0)], line_through, steps=30)

    assert found.after == pytest.approx([0.0], abs=0.05)
    assert found.figures[0].tied_to[0][0] == "p1"
    assert found.figures[0].tied_to[0][1] < -0.9
    assert found.figures[0].loose


def test_what_the_facts_do_not_identify_goes_to_the_middle_of_its_range() -> None:
    def first_alone(sets: Sequence[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
        return [np.array([1.0 + at[0]]) for at in sets]

    found = fit(figures(2, pull=0.3), [(part([1.3], 1.2, 1.4), 1.0)], first_alone, steps=30)

    assert found.figures[0].value == pytest.approx(3.0, abs=0.2)
    assert found.figures[1].value == pytest.approx(5.0, abs=0.01)


def test_a_target_out_of_reach_ends_at_the_end_of_the_range() -> None:
    found = fit(
        figures(1), [(part([4.0], 3.9, 4.1), 1.0)], lambda sets: [np.array([1.0 + at[0]]) for at in sets], steps=50
    )

    assert found.figures[0].at_end
    assert found.figures[0].value == pytest.approx(10.0, abs=0.1)


def test_the_weight_of_a_fact_decides_between_two() -> None:
    def same(sets: Sequence[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
        return [np.array([1.0 + at[0], 1.0 + at[0]]) for at in sets]

    parts = [(part([1.3], 1.2, 1.4), 3.0), (part([1.5], 1.4, 1.6), 1.0)]

    found = fit(figures(1), parts, same, steps=30)

    assert found.figures[0].value == pytest.approx(3.2, abs=0.05)


def test_all_weights_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="no fact to fit"):
        fit(figures(1), [(part([4.0], 3.9, 4.1), 0.0)], line_through, steps=1)


def test_positions_are_turned_into_values_of_the_range() -> None:
    assert values_at(replace(figures(2)), [0.0, 0.75]) == {"p0": 0.0, "p1": 7.5}


@pytest.mark.slow
def test_trials_play_only_the_months_that_are_looked_at(folder: Path) -> None:
    found = load_calibration(folder)
    assert found is not None
    first = found[1].facts[0]
    early = replace(found[1], facts=(first,))

    with (
        Trials(Setting(str(folder), early, SEEDS, 12)) as short,
        Trials(Setting(str(folder), early, SEEDS, 24)) as whole,
    ):
        assert np.array_equal(short.medians([{}])[0], whole.medians([{}])[0])
        assert short.played == 1


@pytest.mark.slow
def test_variants_are_what_load_gives(folder: Path) -> None:
    variants = Variants(folder)

    changed = variants.package(TRUE)

    assert changed.hash != variants.package({}).hash == load(folder).hash
    assert changed.hash == load(folder, TRUE).hash

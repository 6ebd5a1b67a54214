"""Ensembles: the same in any tile and any process, and told as they go."""

from __future__ import annotations

import numpy as np
import pytest

from game.content.package import Package
from game.engine.metrics import METRICS
from game.lab.ensemble import run as room
from game.lab.ensemble.figures import final_figures
from game.lab.ensemble.run import run
from game.lab.ensemble.summary import summary_lines
from game.lab.runs.seeds import Draws
from tests.session.small_package import small_package

_DRAWS = Draws(seed=100, count=11)


def test_tiles_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    package = small_package()
    whole = run(package, "", _DRAWS)
    monkeypatch.setattr(room, "TILE", 4)

    cut = run(package, "", _DRAWS)

    assert cut.digests == whole.digests
    assert cut.draws == whole.draws == _DRAWS
    for key, values in whole.figures.items():
        assert np.array_equal(values, cut.figures[key]), key


def test_progress_rises_to_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "TILE", 4)
    told: list[tuple[int, int]] = []

    run(small_package(), "", _DRAWS, tell=lambda done, total: told.append((done, total)))

    assert told == sorted(told)
    assert told[-1] == (11, 11)
    assert len(told) > 11


def test_figures_have_a_value_for_each_match() -> None:
    package = small_package()
    result = run(package, "", _DRAWS)

    assert {key[0] for key in result.figures} <= {*METRICS, "score", "score_part"}
    assert {values.shape for values in result.figures.values()} == {(11,)}
    low, middle, high = result.spread(("score", "arden"))
    assert 0.0 <= low <= middle <= high <= 100.0
    assert all(np.isfinite(values).all() for values in result.figures.values())


def test_other_doctrines_give_other_figures() -> None:
    package = small_package()

    usual, idle = (run(package, "", _DRAWS, doctrines=led) for led in ({}, {"arden": "idle"}))

    assert usual.digests != idle.digests
    assert idle.figures["spent", "arden"].max() <= usual.figures["spent", "arden"].max()


def test_the_summary_fits_the_screen_and_names_every_seat() -> None:
    package = small_package()
    lines = list(summary_lines(package, run(package, "", _DRAWS)))

    assert max(map(len, lines)) <= 80
    assert [line.split()[0] for line in lines if "median" in line] == ["Arden", "Boreas", "World"]


def test_final_figures_of_one_match_are_those_of_the_batch(package: Package) -> None:
    from game.doctrines import open_match

    result = run(package, package.scenario, Draws(7, 3))
    match = open_match(package, seed=result.draws.seeds[1])
    while not match.finished:
        match.resolve()

    for figure in final_figures(match.control.world, match.control.state):
        assert figure.values[0] == result.figures[figure.metric, *figure.arguments][1], figure.metric


@pytest.mark.slow
def test_processes_change_nothing(monkeypatch: pytest.MonkeyPatch, package: Package) -> None:
    monkeypatch.setattr(room, "TILE", 2)
    told: list[int] = []
    alone = run(package, package.scenario, Draws(1, 6))

    shared = run(package, package.scenario, Draws(1, 6), processes=2, tell=lambda done, total: told.append(done))

    assert shared.digests == alone.digests
    assert told == sorted(told)
    assert told[-1] == 6

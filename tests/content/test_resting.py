"""Months at rest that come along: one for each shipped scenario, as it would be found, and none that is left over."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest

from game.content import list_scenarios, load, resting
from game.economy import machine


@pytest.mark.slow
def test_every_shipped_scenario_finds_its_rest(tmp_path: Path) -> None:
    with mock.patch.object(resting, "_own", return_value=tmp_path):
        for scenario in list_scenarios(own=False):
            load(scenario.id)
    assert not list(tmp_path.iterdir()), "run python -m tests.regenerate"


@pytest.mark.slow
def test_what_comes_along_is_what_would_be_found(tmp_path: Path) -> None:
    assert machine.wait()
    with (
        mock.patch.object(resting, "_own", return_value=tmp_path),
        mock.patch.object(resting, "shipped", return_value=tmp_path),
    ):
        for scenario in list_scenarios(own=False):
            load(scenario.id)
    found, kept = (
        {file.name: file.read_bytes() for file in folder.glob("*.z")} for folder in (tmp_path, resting.shipped())
    )
    assert found == kept


def test_a_file_that_is_cut_short_is_sought_again(tmp_path: Path) -> None:
    whole = next(resting.shipped().glob("*.z"))
    (tmp_path / whole.name).write_bytes(whole.read_bytes()[:100])
    assert resting._read(tmp_path / whole.name) is None

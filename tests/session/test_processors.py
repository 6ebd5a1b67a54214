"""A match on a processor without the instructions that numpy would use here is bit for bit the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.doctrines import load_match
from game.session.saves.loading import Way
from game.session.saves.log import read
from tests.processors import features

_PROGRAM = (sys.executable, "-m", "game.cli.main")


def _run(*words: str, without: str) -> None:
    environment = {**os.environ, "NPY_DISABLE_CPU_FEATURES": without}
    subprocess.run([*_PROGRAM, *words], env=environment, check=True, capture_output=True)


@pytest.mark.slow
@pytest.mark.skipif(not features(), reason="numpy uses nothing here that it could do without")
@pytest.mark.parametrize("scenario", ["embargo_2010", "history_2008_2025"])
def test_a_match_has_the_same_digests_with_fewer_instructions(tmp_path: Path, scenario: str) -> None:
    here, there = tmp_path / "here.chokepoint", tmp_path / "there.chokepoint"
    _run("simulate", scenario, "--seed", "3", "--save", str(here), without="")
    _run("simulate", scenario, "--seed", "3", "--save", str(there), without=features())

    assert [turn["digest"] for turn in read(here).turns] == [turn["digest"] for turn in read(there).turns]
    _run("replay", "--verify", str(here), without=features())
    assert load_match(there, way=Way.READ).finished

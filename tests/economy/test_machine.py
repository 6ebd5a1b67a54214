"""Machine code in the background: who plays changes over when it is there, and plays on where it is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLAYED_THROUGH = """
from game.economy import machine
from game.economy.play import play
from tests.economy.example import EXAMPLE
w = EXAMPLE.world()
on = EXAMPLE.guess(w)
plain = on.copy()
assert not machine.ready()
play(w, on, 1, fast=machine.ready())
{prepared}
play(w, on, 1, fast=machine.ready())
play(w, plain, 2, fast=False)
assert on.tobytes() == plain.tobytes()
"""


def play_through(prepared: str) -> None:
    command = [sys.executable, "-c", PLAYED_THROUGH.format(prepared=prepared)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_a_match_changes_over_between_two_months(fast: bool) -> None:
    play_through("machine.on_demand(); machine.prepare(); assert machine._preparing is None; assert machine.wait()")


@pytest.mark.slow
def test_where_no_machine_code_can_be_made_play_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    play_through("import sys; sys.executable = '/nowhere'; machine.sys = sys\nassert not machine.wait()")

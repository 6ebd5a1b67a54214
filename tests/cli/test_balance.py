"""``chokepoint balance``: what is printed, written and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.lab.balance import sizes
from tests.cli.conftest import Run
from tests.content.broken import copy_of_good
from tests.lab.test_balance import TINY


@pytest.mark.slow
def test_the_command_prints_the_gates_and_writes_at_full_size_alone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = copy_of_good(tmp_path)
    monkeypatch.setattr(sizes, "FULL", TINY)
    monkeypatch.setattr(sizes, "QUICK", TINY)

    quick = run("balance", str(place), "--quick", "--processes", "1")
    assert (quick.code, (place / "BALANCE.md").exists()) == (0, False)
    whole = run("balance", str(place), "--processes", "1")

    assert whole.code == 0
    assert "gates hold" in whole.out
    assert (place / "BALANCE.md").is_file()
    assert sorted(file.name for file in (place / "plans").iterdir()) == ["island.yaml", "union.yaml"]


@pytest.mark.parametrize("words", [(), ("crisis", "--all")], ids=["none", "both"])
def test_the_command_wants_a_scenario_or_all(run: Run, words: tuple[str, ...]) -> None:
    outcome = run("balance", *words)

    assert (outcome.code, outcome.out) == (2, "")
    assert "name a scenario, or give --all" in outcome.err

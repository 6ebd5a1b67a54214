"""Run the program as a person does: words in, text and an exit code out."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from game import content, places
from game.cli.main import main
from game.content.gathering import scenario_folder
from game.content.package import Package
from tests.conftest import SCENARIO


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@cache
def _shipped() -> Package:
    return content.load(SCENARIO)


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands that ask for the usual scenario, as it came along, share one package."""
    _shipped()
    real, folder = content.load, places.data("scenarios") / SCENARIO

    def load(scenario: str | Path, changes: Mapping[str, float] | None = None) -> Package:
        usual = scenario == SCENARIO and not changes and scenario_folder(scenario) == folder
        return _shipped() if usual else real(scenario, changes)

    monkeypatch.setattr(content, "load", load)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call with the words after ``chokepoint`` and, as `typed`, what comes in at stdin."""

    def call(*words: str, typed: str = "") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["chokepoint", *words])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as leaving:
            main()
        shown = capsys.readouterr()
        code = leaving.value.code
        return Outcome(code if isinstance(code, int) else 0, shown.out, shown.err)

    return call

"""Run the program as a person does: words in, text and an exit code out."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from game.cli.main import main


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


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

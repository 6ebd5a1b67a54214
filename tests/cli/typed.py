"""A terminal whose keyboard is a list of lines, and what was shown on it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable

import pytest

from game.cli.text.terminal import Terminal


class Typed:
    """Plays lines into ``stdin`` and reads the screen from ``capsys``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def terminal(self, lines: Iterable[str], *, plain: bool = False) -> Terminal:
        """A terminal at which `lines` are typed; after the last the input ends."""
        self._monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return Terminal(plain=plain)

    def screen(self) -> str:
        """What was shown since it was last read."""
        return self._capsys.readouterr().out

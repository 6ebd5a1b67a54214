"""Terminals of twenty columns or five lines, and narrower: every screen is shown, and nothing ends the match."""

from __future__ import annotations

import io
import os
import re
import select
import sys
import time

import pytest

from game.cli.text.game import play
from game.cli.text.terminal import Terminal
from game.content.package import Package
from game.doctrines import open_match
from tests.cli.program import started

SCREENS = (
    *("situation", "chain", "projects", "stockpiles", "lines", "diplomacy", "policy", "nations", "sites", "news"),
    *("score", "briefing", "help", "orders", "chart price", "why tension", "help fund", "project mt_weld_1"),
)
LINES = ("", *SCREENS, "menu", "0", "posture protest", "end", "y", *SCREENS, "quit", "y")


class _Screen(io.StringIO):
    """Keeps how much was shown, and the end of it."""

    shown, tail = 0, ""

    def write(self, text: str, /) -> int:
        self.shown += len(text)
        self.tail = (self.tail + text)[-200:]
        return len(text)

    def isatty(self) -> bool:
        return True


class _Keyboard(io.StringIO):
    """Types the next of `LINES` whenever it is asked for one, and turns pages."""

    def __init__(self, screen: _Screen) -> None:
        super().__init__()
        self.screen = screen
        self.left = list(LINES)

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override] # as typeshed has it of files
        del size
        if re.sub(r"\s", "", self.screen.tail).endswith("Enterformore,qtostop--"):
            return "\n"
        return f"{self.left.pop(0)}\n" if self.left else ""


@pytest.mark.slow
@pytest.mark.parametrize(("columns", "lines"), [(20, 24), (80, 5), (20, 5), (5, 2), (1, 1)])
def test_a_small_terminal_shows_every_screen(
    monkeypatch: pytest.MonkeyPatch, package: Package, columns: int, lines: int
) -> None:
    for name, value in {"COLUMNS": columns, "LINES": lines, "TERM": "xterm"}.items():
        monkeypatch.setenv(name, str(value))
    screen = _Screen()
    keyboard = _Keyboard(screen)
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(sys, "stdin", keyboard)
    match = open_match(package, seed=7, people={"japan": "Ann"})

    assert play(match, Terminal()) == 0
    assert keyboard.left == []
    assert match.turn == 1
    assert screen.shown > 5000


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_terminal_that_goes_away_ends_the_program() -> None:
    import pty

    outer, inner = pty.openpty()
    words = ("play", "embargo_2010", "--text", "--seat", "japan", "--seed", "7")
    with started(*words, stdin=inner, stdout=inner, stderr=inner) as process:
        os.close(inner)
        said, end = b"", time.monotonic() + 30.0
        while b"Enter" not in said and time.monotonic() < end:
            if select.select([outer], [], [], 0.2)[0]:
                said += os.read(outer, 65536)
        os.close(outer)
        process.wait(20)
    assert b"Enter" in said

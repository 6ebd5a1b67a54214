"""One terminal for several people: nothing that one saw or typed is there for the next."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.examples import sparing

pty = pytest.importorskip("pty", reason="pseudo-terminals are a matter of Unix")
ARROW_UP = "\x1b[A"
_PLAYERS = ("play", "embargo_2010", "--text", "--seed", "7", "--players", "japan=Ann,usa=Ben")


class Sitting:
    """The program in a pseudo-terminal, with somebody who types."""

    def __init__(self, kind: str, home: Path, *words: str) -> None:
        self.master, slave = pty.openpty()
        environment = {**os.environ, "TERM": kind, "CHOKEPOINT_HOME": str(home), "COLUMNS": "100", "LINES": "200"}
        command = [sys.executable, "-m", "game.cli.main", *_PLAYERS, *words]
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
        os.close(slave)
        self.shown = ""

    def until(self, words: str, within: float = 60.0) -> str:
        """What is shown up to and with `words`, since the last call."""
        end = time.monotonic() + within
        while words not in self.shown and time.monotonic() < end:
            if select.select([self.master], [], [], 0.2)[0]:
                self.shown += os.read(self.master, 65536).decode(errors="replace").replace("\r\n", "\n")
        assert words in self.shown, f"{words!r} was not shown within {within:.0f} s:\n{self.shown[-2000:]}"
        before, _, self.shown = self.shown.partition(words)
        return before + words

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def leave(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.master)


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Callable[..., Sitting]]:
    """Sit down at a kind of terminal, with more words for the command."""
    sittings: list[Sitting] = []

    def down(kind: str, *words: str) -> Sitting:
        sittings.append(Sitting(kind, tmp_path, *words))
        return sittings[-1]

    yield down
    for sitting in sittings:
        sitting.leave()


@sparing("words", [(), ("--plain",)], 0)
@pytest.mark.slow
def test_the_next_person_finds_an_empty_terminal_and_no_history(
    sit: Callable[..., Sitting], words: tuple[str, ...]
) -> None:
    table = sit("xterm", *words)
    table.until("Press Enter to begin.")
    table.type("\n")
    table.until("Press Enter when Ann alone can see the screen.")
    table.type("\n")
    table.until("2010 >")
    table.type("posture protest\n")
    table.until("Noted: ")
    table.until("2010 >")
    table.type("end\n")
    table.until("(y/n)")
    table.type("y\n")
    handed_over = table.until("Press Enter when Ben alone can see the screen.")
    assert re.search(r"\x1b\[2J\x1b\[3J", handed_over)
    assert "protest" not in handed_over.rpartition("\x1b[3J")[2]
    table.type("\n")
    table.until("2010 >")
    table.type(ARROW_UP * 5 + "\n")
    table.type("orders\n")
    answer = table.until("2010 >") + table.until("2010 >")
    assert "Noted" not in answer
    assert "protest" not in answer


@pytest.mark.slow
def test_where_nothing_can_be_cleared_it_is_said_and_asked(sit: Callable[..., Sitting]) -> None:
    table = sit("dumb")
    said = table.until("Play all the same? (y/n)")
    assert "cannot be cleared" in said
    table.type("n\n")
    table.until("The match is kept up to turn 1, with the orders that were given in it.")
    assert table.process.wait(timeout=30) == 0


@pytest.mark.slow
def test_in_a_terminal_that_is_asked_for_it_each_hand_over_says_it_again(sit: Callable[..., Sitting]) -> None:
    table = sit("dumb")
    table.until("Play all the same? (y/n)")
    table.type("y\n")
    table.until("Press Enter to begin.")
    table.type("\n")
    assert "cannot be cleared" in table.until("Press Enter when Ann alone can see the screen.")

"""Terminals of twenty columns or five lines, and narrower: every screen is shown, and nothing ends the match."""

from __future__ import annotations

import os
import select
import struct
import sys
import time

import pytest

from tests.cli.program import started

SCREENS = (
    *(
        "situation",
        "chain",
        "projects",
        "stockpiles",
        "lines",
        "diplomacy",
        "policy",
        "nations",
        "sites",
        "news",
        "score",
    ),
    *("briefing", "help", "orders", "chart price", "why tension", "help fund", "project mt_weld_1", "menu", "0"),
)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
@pytest.mark.parametrize(("columns", "lines"), [(20, 24), (80, 5), (20, 5), (5, 2), (1, 1)])
def test_a_small_terminal_shows_every_screen(columns: int, lines: int) -> None:
    import fcntl
    import pty
    import termios

    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    words = ("play", "embargo_2010", "--text", "--seat", "japan", "--seed", "7")
    environment = {name: text for name, text in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    with started(*words, stdin=inner, stdout=inner, stderr=inner, env={**environment, "TERM": "xterm"}) as process:
        os.close(inner)
        # "q" ends the pages of a screen; where there are none it is refused as no command
        os.write(outer, "".join(f"{line}\nq\n" for line in ("", *SCREENS)).encode())
        os.write(outer, b"end\ny\nquit\nq\ny\nquit\ny\ny\n\x04")
        said, end = b"", time.monotonic() + 60.0
        while process.poll() is None and time.monotonic() < end:
            if select.select([outer], [], [], 0.2)[0]:
                try:
                    said += os.read(outer, 65536)
                except OSError:
                    break
        assert process.wait(20) == 0, said[-2000:]
    os.close(outer)
    assert b"Traceback" not in said
    assert b"fault of the program" not in said

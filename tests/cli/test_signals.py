"""Ctrl+C, SIGTERM and a closed terminal: the program and its workers end, and what was played is kept."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game.session.saves import files, list_saves
from game.session.saves.log import read
from tests.cli.program import started

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")]

GRACE = 20.0
"""Seconds that a busy machine may take to end a program."""
LONG = {
    "simulate": ["simulate", "embargo_2010", "--runs", "20000", "--processes", "2"],
    "backtest": ["backtest", "--draws", "20000", "--processes", "2"],
    "calibrate": ["calibrate", "--draws", "200", "--evaluations", "200", "--processes", "2"],
}


def _family(session: int) -> set[int]:
    """Processes of a session that are alive, its leader apart."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and int(entry.name) != session:
            try:
                state, _, _, of_session = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue
            if int(of_session) == session and state != "Z":
                found.add(int(entry.name))
    return found


def _wait(happens: str, condition: Callable[[], object], limit: float = GRACE) -> None:
    end = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < end, happens
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("name", "how"),
    [
        *(("simulate", how) for how in ("SIGINT to all", "SIGTERM", "SIGHUP to all", "SIGKILL")),
        ("backtest", "SIGTERM"),
        ("backtest", "SIGHUP to all"),
        ("calibrate", "SIGINT to all"),
        ("calibrate", "SIGTERM"),
    ],
)
def test_workers_end_with_the_program(name: str, how: str) -> None:
    number = signal.Signals[how.split(maxsplit=1)[0]]
    with started(*LONG[name], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        # What tracks their pipes, and a worker: the program plays along itself.
        _wait("workers start", lambda: len(_family(process.pid)) >= 2, limit=60.0)
        time.sleep(0.5 if name == "simulate" else 3.0)  # while they start, and while they play
        if how.endswith("all"):
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        _, told = process.communicate(timeout=GRACE)
        _wait("workers end", lambda: not _family(process.pid))
    assert b"Traceback" not in told
    assert process.returncode == (-number if how == "SIGKILL" else 128 + number)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_match_that_is_ended_is_kept_with_its_orders(number: signal.Signals) -> None:
    pipe = subprocess.PIPE
    words = ("play", "embargo_2010", "--text", "--seat", "japan", "--seed", "7")
    with started(*words, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        process.stdin.write(b"\nend\ny\nposture protest\n")
        process.stdin.flush()
        _wait("a turn", lambda: bool(list_saves()) and list_saves()[0].turn == 1 and read(list_saves()[0].path).acts)
        process.send_signal(number)
        _, told = process.communicate(timeout=GRACE)
    (save,) = list_saves()
    assert b"Traceback" not in told
    assert process.returncode == 128 + number
    assert [act["do"] for act in read(save.path).acts] == ["add"]


def _more_than(number: int) -> Callable[[], object]:
    return lambda: len(files()) > number


def test_ctrl_c_at_any_moment_promises_what_the_file_holds() -> None:
    typed = b"\n" + b"posture protest\nend\ny\n" * 14
    words = ("play", "embargo_2010", "--text", "--seat", "japan", "--seed", "7")
    promised = 0
    for moment in range(8):
        with started(*words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdin is not None
            process.stdin.write(typed)
            process.stdin.flush()
            before = len(files())
            _wait("a save", _more_than(before))
            time.sleep(0.3 * moment)
            process.send_signal(signal.SIGINT)
            out, told = process.communicate(timeout=GRACE)
        assert b"Traceback" not in told
        save = re.search(r"--load '?(.*?)'?$", out.decode(), re.MULTILINE)
        turn = re.search(r"kept up to turn (\d+),", out.decode())
        if save and turn:
            promised += 1
            assert len(read(Path(save[1])).turns) == int(turn[1]) - 1
    assert promised >= 2

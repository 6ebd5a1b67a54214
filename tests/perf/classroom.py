"""Speed of the host of a room: a class of forty in a process of its own, and a bare echo server beside it."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.perf.crowd import Wish
from tests.perf.table import Speed
from tests.server.hosted import Hosted

CLIENTS, TURNS = 40, 20
_MATCH = 14
"""Turns of the scenario that is hosted: what is more is played in another session."""
_STARTS = 3


def a_class() -> Iterator[Speed]:
    """Forty clients and twenty turns, and the same said to a bare echo server."""
    told: dict[str, list[float]] = {"acts": [], "questions": [], "shown": []}
    most, spent, began = 0.0, 0.0, time.perf_counter()
    for turns in (_MATCH, TURNS - _MATCH):
        with tempfile.TemporaryDirectory() as home:
            host = Hosted(Path(home))
            try:
                measured = _crowd(_wish(host, turns))
                most, spent = max(most, resident(host.process.pid)), spent + processor(host.process.pid)
            finally:
                host.kill()
        for name in told:
            told[name] += measured[name]
    share = spent / (time.perf_counter() - began)
    bare = _bare()
    name = f"{CLIENTS} clients, {TURNS} turns:"
    yield Speed(f"{name} acknowledged, p50", _part(told["acts"], 0.5), "ms", None)
    yield Speed(f"{name} acknowledged, p99", _part(told["acts"], 0.99), "ms", 50, more_is_better=False)
    yield Speed(f"{name} echoed, p50", _part(bare, 0.5), "ms", None)
    yield Speed(f"{name} echoed, p99", _part(bare, 0.99), "ms", None)
    yield Speed("acknowledged to echoed, p99", _part(told["acts"], 0.99) / _part(bare, 0.99), "times", 3, False)
    yield Speed(f"{name} answered, p99", _part(told["questions"], 0.99), "ms", None)
    yield Speed(f"{name} turn shown, p50", _part(told["shown"], 0.5), "ms", None)
    yield Speed(f"{name} turn shown, p99", _part(told["shown"], 0.99), "ms", 300, more_is_better=False)
    yield Speed(f"{name} memory of the host", most, "MB", 150, more_is_better=False)
    yield Speed(f"{name} processor of the host", 100 * share, "%", None)


def start() -> Iterator[Speed]:
    """From the command to the line behind the QR, best of some."""
    yield Speed("start of a host to its QR", min(_started() for _ in range(_STARTS)), "s", 1.5, more_is_better=False)


def _started() -> float:
    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        host = Hosted(Path(home))
        spent = time.perf_counter() - began
        host.kill()
    return spent


def _wish(host: Hosted, turns: int) -> Wish:
    console = host.client(token=host.console)
    links = console.until("links")["links"]
    console.close()  # who does not read would be the first frozen reader
    seats = [str(one["path"]).partition("#")[2] for one in links if one["seat"]]
    return Wish(host.port, [seats[place % len(seats)] for place in range(CLIENTS)], host.console, turns)


def _bare() -> list[float]:
    """The answers of an echo server to the same clients at the same pace."""
    with subprocess.Popen([sys.executable, "-m", "tests.perf.echo"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            port = int(server.stdout.readline())
            links = [f"seat {place % 4}" for place in range(CLIENTS)]
            measured = _crowd(Wish(port, links, "console", TURNS // 2, echo=True))
        finally:
            server.kill()
    return list(measured["acts"])


def _crowd(wish: Wish) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.perf.crowd"],
        input=json.dumps(asdict(wish)),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=600,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _part(values: Sequence[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[math.ceil(part * len(ordered)) - 1]


def resident(process: int) -> float:
    """Megabytes that a process had in memory at most."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def processor(process: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100.0


BENCHMARKS = (start, a_class)

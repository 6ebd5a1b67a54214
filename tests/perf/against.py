"""This build beside an earlier one, figure by figure, in turns on the same machine: what is compared is the ratio.

The earlier build is laid out from git in a folder of its own and measured with its own benchmarks, so that a figure is
compared as long as both builds have a benchmark of that name. Both find what a player has: modules that were compiled
once, and no saves but their own; an environment that forbids to keep byte code would measure the compiler.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ROUNDS = 5
WORSE = 0.1
"""Part by which a figure may be worse before it is marked."""
_MODULES = ("engine", "frames", "turns", "history")
_LISTED = """
import importlib, json
names = {{}}
for module in {modules!r}:
    found = importlib.import_module(f"tests.perf.{{module}}")
    names.update({{f"{{module}}.{{one.__name__}}": True for one in found.BENCHMARKS}})
print(json.dumps(list(names)))
"""
_MEASURED = """
import importlib, json
module, name = {name!r}.split(".")
one = getattr(importlib.import_module(f"tests.perf.{{module}}"), name)()
print(json.dumps([one.name, one.figure, one.unit, one.more_is_better]))
"""


def lines(revision: str) -> Iterator[str]:
    """The table, line by line, as it is measured.

    Raises:
        subprocess.CalledProcessError: when git does not know `revision`, or a benchmark fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "build"
        before.mkdir()
        _lay_out(revision, before)
        yield f"{'what':<44}{revision[:9]:>12}{'now':>12}{'better':>9}  unit"
        listed = _LISTED.format(modules=_MODULES)
        known = set(_ask(before, listed, folder))
        for name in _ask(ROOT, listed, folder):
            if name in known:
                yield _compared(name, before, folder)


def _compared(name: str, before: Path, folder: str) -> str:
    then, now = [], []
    for _ in range(ROUNDS):
        then.append(_ask(before, _MEASURED.format(name=name), folder))
        now.append(_ask(ROOT, _MEASURED.format(name=name), folder))
    label, _, unit, more = now[0]
    best = max if more else min
    old, new = best(one[1] for one in then), best(one[1] for one in now)
    better = new / old if more else old / new
    note = "  (worse)" if better < 1.0 - WORSE else ""
    return f"{label:<44}{old:>12,.1f}{new:>12,.1f}{better:>8.2f}x  {unit}{note}"


def _ask(tree: Path, program: str, folder: str) -> list[Any]:
    """What `program` prints, run in `tree`, with what it compiles and saves kept in `folder`."""
    with tempfile.TemporaryDirectory(dir=folder) as home:
        own = {"PYTHONPATH": str(tree), "PYTHONPYCACHEPREFIX": f"{folder}/compiled", "XDG_DATA_HOME": home}
        left_out = ("PYTHONDONTWRITEBYTECODE", "CHOKEPOINT_HOME")
        found = {name: value for name, value in os.environ.items() if name not in left_out}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=tree, env=found | own, capture_output=True, text=True, check=True
        )
    answer: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _lay_out(revision: str, folder: Path) -> None:
    packed = subprocess.run(["git", "archive", revision], cwd=ROOT, capture_output=True, check=True).stdout
    archive = folder / "build.tar"
    archive.write_bytes(packed)
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")

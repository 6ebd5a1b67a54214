"""This build beside an earlier one, figure by figure, in turns on the same machine: what is compared is the ratio.

The earlier build is laid out from git in a folder of its own and measured with its own benchmarks, so that a figure is
compared as long as both builds have a benchmark of that name.
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
ROUNDS = 3
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
        before = Path(folder)
        _lay_out(revision, before)
        yield f"{'what':<44}{revision[:9]:>12}{'now':>12}{'better':>9}  unit"
        known = set(_ask(before, _LISTED.format(modules=_MODULES)))
        for name in _ask(ROOT, _LISTED.format(modules=_MODULES)):
            if name in known:
                yield _compared(name, before)


def _compared(name: str, before: Path) -> str:
    then, now = [], []
    for _ in range(ROUNDS):
        then.append(_ask(before, _MEASURED.format(name=name)))
        now.append(_ask(ROOT, _MEASURED.format(name=name)))
    label, _, unit, more = now[0]
    best = max if more else min
    old, new = best(one[1] for one in then), best(one[1] for one in now)
    better = new / old if more else old / new
    note = "  (worse)" if better < 1.0 - WORSE else ""
    return f"{label:<44}{old:>12,.1f}{new:>12,.1f}{better:>8.2f}x  {unit}{note}"


def _ask(tree: Path, program: str) -> list[Any]:
    """What `program` prints, run in `tree`."""
    quiet = {**os.environ, "PYTHONPATH": str(tree)}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tree, env=quiet, capture_output=True, text=True, check=True
    )
    answer: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _lay_out(revision: str, folder: Path) -> None:
    packed = subprocess.run(["git", "archive", revision], cwd=ROOT, capture_output=True, check=True).stdout
    archive = folder / "build.tar"
    archive.write_bytes(packed)
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")

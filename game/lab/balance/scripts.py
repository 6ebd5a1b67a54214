"""How hard each script of the rival is for each seat: what its doctrine makes under it, against the usual script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from game.content import load
from game.content.package import Package
from game.content.scripts import choice
from game.lab.runs.play import Tell, silent
from game.lab.runs.seeds import Draws
from game.lab.tables.hands import seats_of, usual
from game.lab.tables.play import play

FILE = "rival.yaml"
RUNS = 64
"""Matches under each script; the standard error of a difference is then about half a point."""

Measured = Mapping[str, Mapping[str, float]]
"""Script, then seat, to the points that its doctrine makes more than under the usual script."""


def measured(package: Package, *, seed: int = 1, runs: int = RUNS, tell: Tell = silent) -> Measured:
    """Every script but the usual one, which plays in `package`. All are played under the same seeds, all seats by their
    doctrines.
    """
    names = [package.script, *(name for name in package.scripts if name != package.script)]
    points: list[np.ndarray[tuple[int, ...], np.dtype[np.float64]]] = []
    for done, name in enumerate(names):
        tell(done * runs, len(names) * runs)
        changed = load(package.folder, {**package.changes, **choice(name)})
        points.append(play(changed, [usual(changed)], Draws(seed, runs).seeds).points.mean(axis=(1, 2)))
    tell(len(names) * runs, len(names) * runs)
    return {
        name: {
            seat: round(float(gain), 1) + 0.0 for seat, gain in zip(seats_of(package), mine - points[0], strict=True)
        }
        for name, mine in zip(names[1:], points[1:], strict=True)
    }


def write(folder: Path, found: Measured) -> None:
    """Put what was measured into the scripts of the scenario in `folder`, in place of what stood there."""
    path = folder / FILE
    before, heading, scripts, after = _SCRIPTS.split(path.read_text(encoding="utf-8"), maxsplit=1)
    for name, points in found.items():
        scripts = _with(scripts, name, ", ".join(f"{seat}: {gain:g}" for seat, gain in points.items()))
    path.write_text(f"{before}{heading}{scripts}{after}", encoding="utf-8", newline="\n")


_SCRIPTS = re.compile(r"^(scripts:.*\n)((?:  .*\n)+)", re.MULTILINE)
"""The heading of the scripts in the file, and they themselves."""


def _with(scripts: str, name: str, points: str) -> str:
    """The text of the scripts with a line of points at the end of one of them."""
    block = re.compile(rf"^  {re.escape(name)}:\n(?:    .*\n)+", re.MULTILINE)

    def rewritten(found: re.Match[str]) -> str:
        return f"{_POINTS.sub('', found[0])}    points_more: {{{points}}}\n"

    return block.sub(rewritten, scripts, count=1)


_POINTS = re.compile(r"^    points_more:.*\n", re.MULTILINE)

"""``python -m tests.perf``: measure and print a table; with ``--only PART``, that part of it alone; with ``--against
REVISION``, beside an earlier build; with ``--peers``, one match of the core beside the same month in Mesa and in PySD
instead (``pip install -e '.[peers]'``).

A module with a tuple ``BENCHMARKS`` of functions that return a `table.Speed`, or several, is added to `MODULES`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from types import ModuleType

from tests.perf import against, classroom, economy, engine, frames, history, turns
from tests.perf.peers import bench as peers
from tests.perf.table import figures, lines

MODULES = (engine, economy, frames, turns, history, classroom)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.perf", description=__doc__)
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--against", metavar="REVISION", help="a commit to measure in turns with this build")
    names = [module.__name__.rpartition(".")[2] for module in MODULES]
    other.add_argument("--only", choices=names, help="one part of the table")
    other.add_argument("--peers", action="store_true", help="measure the core beside Mesa and PySD instead")
    given = parser.parse_args()
    lacking = peers.missing() if given.peers else None
    if lacking:
        sys.stderr.write(lacking + "\n")
        return 1
    wanted = [module for module in MODULES if given.only in (None, module.__name__.rpartition(".")[2])]
    modules: Sequence[ModuleType] = [peers] if given.peers else wanted
    table: Iterable[str] = (
        against.lines(given.against)
        if given.against
        else lines(figure for module in modules for benchmark in module.BENCHMARKS for figure in figures(benchmark()))
    )
    for line in table:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

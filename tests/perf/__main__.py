"""``python -m tests.perf``: measure and print a table; with ``--against REVISION``, beside an earlier build; with
``--peers``, one match of the core beside the same month in Mesa and in PySD instead (``pip install -e '.[peers]'``).

A module with a tuple ``BENCHMARKS`` of functions that return a `table.Speed` is added to `MODULES`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from tests.perf import against, economy, engine, frames, history, turns
from tests.perf.peers import bench as peers
from tests.perf.table import lines

MODULES = (engine, economy, frames, turns, history)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.perf", description=__doc__)
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--against", metavar="REVISION", help="a commit to measure in turns with this build")
    other.add_argument("--peers", action="store_true", help="measure the core beside Mesa and PySD instead")
    given = parser.parse_args()
    lacking = peers.missing() if given.peers else None
    if lacking:
        sys.stderr.write(lacking + "\n")
        return 1
    modules = (peers,) if given.peers else MODULES
    table: Iterable[str] = (
        against.lines(given.against)
        if given.against
        else lines(benchmark() for module in modules for benchmark in module.BENCHMARKS)
    )
    for line in table:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

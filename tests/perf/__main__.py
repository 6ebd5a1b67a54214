"""``python -m tests.perf``: measure and print a table; with ``--against REVISION``, beside an earlier build.

A module with a tuple ``BENCHMARKS`` of functions that return a `table.Speed` is added to `MODULES`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from tests.perf import against, economy, engine, frames, history, turns
from tests.perf.table import lines

MODULES = (engine, economy, frames, turns, history)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.perf", description=__doc__)
    parser.add_argument("--against", metavar="REVISION", help="a commit to measure in turns with this build")
    given = parser.parse_args()
    table: Iterable[str] = (
        against.lines(given.against)
        if given.against
        else lines(benchmark() for module in MODULES for benchmark in module.BENCHMARKS)
    )
    for line in table:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

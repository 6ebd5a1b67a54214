"""``python -m tests.perf``: measure and print a table. A module with a tuple ``BENCHMARKS`` of functions that return a
`table.Figure` is added to `MODULES`."""

from __future__ import annotations

import sys

from tests.perf import engine, frames, history, turns
from tests.perf.table import lines

MODULES = (engine, frames, turns, history)


def main() -> int:
    for line in lines(benchmark() for module in MODULES for benchmark in module.BENCHMARKS):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

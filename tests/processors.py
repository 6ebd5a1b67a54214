"""What numpy could do without on this processor: ``python -m tests.processors`` prints it for NPY_DISABLE_CPU_FEATURES.

A match must come out the same on a processor that lacks these instructions.
"""

from __future__ import annotations

import sys
from importlib import import_module


def features() -> str:
    """Instruction sets that numpy uses here beyond those it is built for, as its environment variable names them."""
    core = import_module("numpy._core._multiarray_umath")
    found = getattr(core, "__cpu_features__", {})
    return " ".join(name for name in getattr(core, "__cpu_dispatch__", ()) if found.get(name))


if __name__ == "__main__":
    sys.stdout.write(f"{features()}\n")

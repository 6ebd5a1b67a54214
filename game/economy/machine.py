"""Machine code of the month, made in the background: play begins in plain Python and changes over when it is there.

Making it takes half a minute, once on a machine for each version: another process does it, so that no window stands
still. What it made lies on disk; taking it from there takes a second or two, in a thread.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
import threading
from pathlib import Path

from filelock import FileLock

from game.economy import play
from game.economy.compiled import available, entries, folder, outside, twin

_READY = threading.Event()
_BEGUN = threading.Lock()
_ON_DEMAND = threading.Event()
_preparing: threading.Thread | None = None


def ready() -> bool:
    """Whether machine code is at hand in this process."""
    return _READY.is_set()


def on_demand() -> None:
    """Play in plain Python until somebody waits for machine code: it takes 130 MB and a second in which little else is
    done, and who plays a turn every few minutes gains nothing by it.
    """
    _ON_DEMAND.set()


def prepare() -> None:
    """Begin to get machine code, in the background; at once where it has begun, cannot be had, or is not wanted yet."""
    global _preparing  # noqa: PLW0603 - one for the process, as the machine code is
    with _BEGUN:
        if _ON_DEMAND.is_set():
            return
        if _preparing is None and available():
            _preparing = threading.Thread(target=_get, name="machine code", daemon=True)
            _preparing.start()


def wait(seconds: float | None = None) -> bool:
    """Whether machine code is at hand, after waiting for it, for so long at most; for who plays thousands of years."""
    _ON_DEMAND.clear()
    prepare()
    if _preparing is not None:
        _preparing.join(seconds)
    return ready()


def _get() -> None:
    if _done().exists() or _made_elsewhere():
        take_up()
        _READY.set()


def _made_elsewhere() -> bool:
    """Whether another process could make the machine code; where none can, play goes on in plain Python."""
    command = [sys.executable, "-m", "game.economy.machine", *_rooms()]
    try:
        done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - it is ourselves
    except OSError:
        return False
    return done.returncode == 0


def take_up() -> None:
    """Load the machine code into this process, made where it is not on disk; nothing is played."""
    for function, specimen in entries().items():
        twin(function)(*specimen())


def make() -> None:
    """Make the machine code and leave it on disk; of several processes that want it one does the work."""
    folder().mkdir(parents=True, exist_ok=True)
    with FileLock(folder() / "making.lock"):
        if not _done().exists():
            take_up()
            _done().touch()


def _rooms() -> list[str]:
    """The modules with something that plain Python calls as machine code, the months of the economy among them."""
    return sorted({play.__name__, *(function.__module__ for function in entries())})


def _done() -> Path:
    """The file that says that all of it is there."""
    return folder() / f"made-{outside()}"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        importlib.import_module(name)
    make()

"""The program in a process of its own, as a shell starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

CHOKEPOINT = (sys.executable, "-m", "game.cli.main")


@contextmanager
def started(*words: str, **how: Any) -> Iterator[subprocess.Popen[bytes]]:
    """The process of ``chokepoint WORDS``, in a session of its own, as a terminal gives it one.

    A test that fails leaves nothing behind that it would wait for.
    """
    with subprocess.Popen([*CHOKEPOINT, *words], start_new_session=True, **how) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)

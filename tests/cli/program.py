"""The program in a process of its own, as a shell starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

CHOKEPOINT = (sys.executable, "-m", "game.cli.main")


def started(*words: str, **how: Any) -> subprocess.Popen[bytes]:
    """The process of ``chokepoint WORDS``, in a session of its own, as a terminal gives it one."""
    return subprocess.Popen([*CHOKEPOINT, *words], start_new_session=True, **how)


def run(words: Sequence[str], *, env: dict[str, str] | None = None, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """The same, to its end."""
    return subprocess.run([*CHOKEPOINT, *words], env={**os.environ, **(env or {})}, check=False, timeout=120, **how)

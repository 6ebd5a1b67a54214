"""Signals that end the program: it leaves by way of every ``finally``, so that a match is closed and workers end."""

from __future__ import annotations

import signal
from types import FrameType

_ENDING = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""To be ended by the system, by a terminal that was closed, and by a closed console of Windows."""
_BASE = 128
"""What shells add to the number of a signal to make it an exit code."""


class Stopped(SystemExit):
    """The program was told to end; `code` is its exit code."""


def answer() -> None:
    """Raise `Stopped` where a signal says to end; one that whoever started us wants ignored (``nohup``) stays so."""
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, frame: FrameType | None) -> None:
    del frame
    signal.signal(number, signal.SIG_IGN)  # a terminal that closes tells it twice; leaving is not to be broken off
    raise Stopped(_BASE + number)

"""The streams that the program was started with: closed, full, or of a terminal that lacks letters."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys


def prepare() -> None:
    """Put something in the place of closed streams, and let no letter be a fault.

    A sign that a terminal cannot show gets its plain form, or a question mark; one that comes in and is none is kept
    as what can be refused.
    """
    for name in ("stdin", "stdout", "stderr"):  # by number, so that no file that is opened later gets the number of one
        if getattr(sys, name) is None:
            setattr(sys, name, _instead(name))
    codecs.register_error("plain", _in_plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="plain")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")


def say(text: str) -> None:
    """One line on stderr, where there is one."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"chokepoint: {text}\n")


def drop_output() -> None:
    """Where our output can no longer be written (``| head``, a full disk), keep Python from complaining at exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _instead(name: str) -> io.TextIOWrapper:
    """Nothing to read, nobody who hears complaints, and an output that refuses what is written to it."""
    handle = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
    raw = io.FileIO(handle, "r" if name == "stdin" else "w")
    return io.TextIOWrapper(io.BufferedReader(raw) if name == "stdin" else io.BufferedWriter(raw), encoding="utf-8")


def _in_plain(error: UnicodeError) -> tuple[str, int]:
    from game.telling.numbers import plain_ascii

    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = plain_ascii(error.object[error.start : error.end])
    return text.encode("ascii", "replace").decode("ascii"), error.end

"""A fault of the program: what a person is told of it, and the report that is kept for those who mend it."""

from __future__ import annotations

import datetime as dt
import platform
import sys
import traceback
from pathlib import Path

from game import __version__, places
from game.telling.catalogue import _


def report_crash(error: BaseException) -> str:
    """Write the traceback of a fault of the program to the user's folder; what to tell the person."""
    now = dt.datetime.now(tz=dt.UTC)
    text = "".join(
        [
            f"chokepoint {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
            f"{now.isoformat(timespec='seconds')}: {' '.join(sys.argv)}\n\n",
            *traceback.format_exception(error),
        ]
    )
    what = f"{type(error).__name__}: {error}"
    try:
        path = places.user() / "crashes" / f"crash-{now:%Y%m%d-%H%M%S}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except (OSError, ValueError) as problem:
        if sys.stderr is not None:
            sys.stderr.write(text)
        told = _("a fault of the program ({what}); the report could not be kept ({problem}), it stands above")
        return told.format(what=what, problem=problem)
    told = _("a fault of the program ({what}); please send us the report {path}")
    return told.format(what=what, path=_short(path))


def _short(path: Path) -> str:
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(path)

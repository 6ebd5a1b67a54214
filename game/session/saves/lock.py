"""One program at a time writes a save."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from game.session.faults import SaveInUse

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Hold:
    """Keeps other programs from writing a save, as long as this object lives.

    The lock is a file of its own beside the save: on some systems a locked file cannot be read, and a save may always
    be. Where a folder takes no such file, or its disk no lock, nothing is held: `Writer` still notices what another
    program wrote.
    """

    def __init__(self, path: Path) -> None:
        """Hold `path`. Raises SaveInUse when another program does."""
        from filelock import FileLock, Timeout

        self._lock: BaseFileLock | None = FileLock(lock_of(path), timeout=0, thread_local=False, is_singleton=True)
        try:
            self._lock.acquire()
        except Timeout as error:
            raise SaveInUse(path) from error
        except (OSError, NotImplementedError):
            self._lock = None

    def release(self) -> None:
        """Let others write."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __del__(self) -> None:
        with contextlib.suppress(Exception):  # at the end of the program anything may be gone already
            self.release()


def lock_of(path: Path) -> Path:
    """The file beside `path` that says who writes it; hidden where names with a dot are."""
    return path.with_name(f".{path.name}.lock")

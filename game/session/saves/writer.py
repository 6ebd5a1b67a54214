"""Appends lines to a log so that each is on disk before the next turn begins, and nothing of others is ever cut off."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from game.marks import N_, Said
from game.session.faults import SaveError
from game.session.saves.lock import Hold
from game.session.saves.log import Place
from game.session.saves.naming import numbered

_CAUSES = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("your disk quota is used up"),
    errno.EFBIG: N_("the file would grow beyond the limit set for it"),
    errno.EACCES: N_("you may not write there"),
    errno.EPERM: N_("you may not write there"),
    errno.EROFS: N_("the disk is read-only"),
    errno.ENOENT: N_("the file or its folder is gone"),
    errno.ENOTDIR: N_("a part of the path is not a folder"),
    errno.EEXIST: N_("a part of the path is not a folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.EILSEQ: N_("the name has signs that the disk does not take"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}
_BINARY = getattr(os, "O_BINARY", 0)


class ForeignError(OSError):
    """What stands in the file is not what this program left there."""


class _Reached(NamedTuple):
    """How far a file is written. A whole record is exchanged for the next: Ctrl+C cannot come between its parts."""

    place: Place
    lines: int


class Writer:
    """One log file, open at its end. It is given all lines of the log and writes those that are not in the file yet:
    what failed, or was broken off at any moment, is made good by the next call.
    """

    def __init__(self, path: Path, place: Place, hold: Hold, *, lines: int = 0) -> None:
        """Go on after `place` in the file at `path`, where the first `lines` of the log stand; what follows
        `place.kept` there was found torn and is replaced.
        """
        self.path = path
        self._reached = _Reached(place, lines)
        self._hold = hold
        self._tried = b""
        """What an attempt that failed may have left a part of."""

    @property
    def written(self) -> int:
        """How many lines of the log are in the file."""
        return self._reached.lines

    @classmethod
    def create(cls, path: Path, lines: Sequence[str]) -> Writer:
        """A new file with `lines`. One that has the name is never touched: the new file takes the next free name.

        Raises:
            SaveError: when it cannot be written.
        """
        own = _made(path)
        writer = cls(own, Place(0, 0, closed=True), Hold(own))
        try:
            writer.write(lines)
        except SaveError:
            with contextlib.suppress(OSError):
                own.unlink()
            raise
        _sync_folder(own.parent)
        return writer

    def write(self, lines: Sequence[str], *, sync: bool = True) -> None:
        """Write what the file lacks of `lines`, which are all of the log, and force it to disk; without `sync`, only
        hand it to the system.

        Raises:
            SaveError: when that fails; the file keeps its last complete line.
            ForeignError: when another program wrote to the file since.
        """
        place, end = self._reached.place, len(lines)
        start = "" if place.closed else "\n"
        data = (start + "".join(f"{line}\n" for line in lines[self.written : end])).encode("utf-8", "surrogatepass")
        try:
            self._write(data, sync=sync)
        except ForeignError:
            raise
        except OSError as error:
            raise fault(self.path, error) from error
        reached = place.kept + len(data)
        self._reached = _Reached(Place(reached, reached, closed=True), end)

    def release(self) -> None:
        """Let other programs write the file."""
        self._hold.release()

    def _write(self, data: bytes, *, sync: bool) -> None:
        handle = os.open(self.path, os.O_RDWR | _BINARY)
        try:
            self._require_own(handle)
            self._tried = data
            os.lseek(handle, self._reached.place.kept, os.SEEK_SET)
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left) :]
            with contextlib.suppress(OSError):  # a device has no length
                os.ftruncate(handle, self._reached.place.kept + len(data))
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)

    def _require_own(self, handle: int) -> None:
        """Raise where the file is shorter than it was left, or something stands in it that did not come from here."""
        size = os.fstat(handle).st_size
        if size < self._reached.place.kept:
            raise OSError(errno.EIO, N_("another program has shortened the file"))
        if size > self._reached.place.kept and size != self._reached.place.whole:
            os.lseek(handle, self._reached.place.kept, os.SEEK_SET)
            if os.read(handle, size - self._reached.place.kept) != self._tried[: size - self._reached.place.kept]:
                raise ForeignError(errno.EIO, N_("another program has written to the file"))


def _made(path: Path) -> Path:
    """An empty file at `path`, or at the first ``NAME (2)``, ``NAME (3)``... that was free. Raises SaveError."""
    for place in numbered(path):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644))
        except FileExistsError as error:
            if not place.is_file():  # a folder, a device, or a part of the path that is no folder
                code = errno.EISDIR if place.is_dir() else errno.EEXIST
                raise fault(path, OSError(code, str(error))) from error
        except (OSError, ValueError) as error:
            raise fault(path, error) from error
        else:
            return place
    raise LookupError(path)


def fault(path: Path, error: OSError | ValueError) -> SaveError:
    """`error` in words, for the file at `path`."""
    known = _CAUSES.get((error.errno or 0) if isinstance(error, OSError) else errno.EILSEQ)
    cause = Said(known) if known else getattr(error, "strerror", "") or str(error)
    return SaveError(path, Said(N_("{file} could not be written: {problem}."), file=path, problem=cause))


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system allows it (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""Appends lines to a log so that each is on disk before the next turn begins."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable
from pathlib import Path

from game.marks import N_, Said
from game.session.faults import SaveError

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
}


class Writer:
    """One log file, open at its end. Lines that could not be written are kept and tried again with the next."""

    def __init__(self, path: Path, length: int) -> None:
        self.path = path
        self._length = length
        self._pending: list[str] = []

    @classmethod
    def create(cls, path: Path, lines: Iterable[str]) -> Writer:
        """A new file with `lines`. A file that has the name already is kept beside it as ``NAME.old``.

        Raises:
            SaveError: when it cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_file() and path.stat().st_size:
                path.replace(path.with_name(path.name + ".old"))
        except OSError as error:
            raise fault(path, error) from error
        writer = cls(path, 0)
        writer.append(*lines)
        _sync_folder(path.parent)
        return writer

    def append(self, *lines: str) -> None:
        """Write `lines` and force them to disk.

        Raises:
            SaveError: when that fails; the lines stay pending and the file keeps its last complete line.
        """
        self._pending.extend(lines)
        data = "".join(f"{line}\n" for line in self._pending).encode("utf-8", "surrogatepass")
        try:
            self._write(data)
        except OSError as error:
            raise fault(self.path, error) from error
        self._pending.clear()
        self._length += len(data)

    def _write(self, data: bytes) -> None:
        create = 0 if self._length else os.O_CREAT  # a file that vanished must not come back with its start missing
        handle = os.open(self.path, os.O_WRONLY | create | getattr(os, "O_BINARY", 0), 0o644)
        try:
            if os.fstat(handle).st_size < self._length:
                raise OSError(errno.EIO, N_("another program has shortened the file"))
            with contextlib.suppress(OSError):  # a device has no length
                os.ftruncate(handle, self._length)  # what a failed attempt left behind
            os.lseek(handle, self._length, os.SEEK_SET)
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left) :]
            os.fsync(handle)
        finally:
            os.close(handle)


def fault(path: Path, error: OSError) -> SaveError:
    """`error` in words, for the file at `path`."""
    known = _CAUSES.get(error.errno or 0)
    cause = Said(known) if known else error.strerror or str(error)
    return SaveError(path, Said(N_("{file} could not be written: {problem}."), file=path, problem=cause))


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system allows it (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

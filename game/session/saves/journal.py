"""The lines of a match's log in memory and, where it can be, on disk.

A disk that fails does not stop the match: the lines stay here, the next turn tries again, and a copy can be saved
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from game.marks import N_, Said
from game.session.faults import SaveError
from game.session.saves.log import write_line
from game.session.saves.writer import Writer


class Journal:
    """The log of one match. `path` is None while it is kept in memory alone; `problem` says why it is not on disk."""

    def __init__(self, lines: Iterable[str], writer: Writer | None = None) -> None:
        self.lines = list(lines)
        self.problem = ""
        self._writer = writer

    @classmethod
    def create(cls, lines: Iterable[str], path: Path | None) -> Journal:
        """A new log with `lines`, on disk at `path` where one is given.

        Raises:
            SaveError: when it cannot be written there.
        """
        kept = list(lines)
        return cls(kept, Writer.create(path, kept) if path else None)

    @classmethod
    def resume(cls, lines: Iterable[str], path: Path) -> Journal:
        """The log that stands in `path`; what follows `lines` in the file is cut off with the next line written."""
        kept = list(lines)
        return cls(kept, Writer(path, sum(len(f"{line}\n".encode()) for line in kept)))

    @property
    def path(self) -> Path | None:
        return self._writer.path if self._writer else None

    def append(self, *contents: Mapping[str, Any]) -> None:
        """Add a line for each of `contents` and force them to disk; `problem` says whether that failed."""
        lines = [write_line(content) for content in contents]
        self.lines.extend(lines)
        if self._writer is None:
            return
        try:
            self._writer.append(*lines)
        except SaveError as error:
            text = N_("{problem} The match goes on without a save: save it elsewhere to keep it.")
            self.problem = Said(text, problem=error.args[0])
        else:
            self.problem = ""

    def copy_to(self, path: Path) -> None:
        """Write all lines to `path`; a log that had no file, or a failing one, goes on there.

        Raises:
            SaveError: when that fails.
        """
        writer = Writer.create(path, self.lines)
        if self._writer is None or self.problem:
            self._writer, self.problem = writer, ""

"""The lines of a match's log in memory and, where it can be, on disk.

A disk that fails does not stop the match: the lines stay here, the next turn tries again, and a copy can be saved
elsewhere. Where another program has written to the file, the log goes on in a file of its own.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from game.marks import N_, Said
from game.session.faults import SaveError
from game.session.saves.lines import write_line
from game.session.saves.lock import Hold
from game.session.saves.log import Log
from game.session.saves.naming import branch_path, unused
from game.session.saves.writer import ForeignError, Writer, fault


class _Line(NamedTuple):
    text: str
    turn: bool
    """Whether it is one of a turn that was played."""


class Journal:
    """The log of one match. Whatever breaks off a call (Ctrl+C), the next one finds all lines and goes on.

    Attributes:
        problem: why not all lines are on disk.
        news: what the person should be told of it once; empty if nothing.
    """

    def __init__(self, lines: Iterable[str], turns: Iterable[str], writer: Writer | None = None) -> None:
        played = set(turns)
        self._lines = [_Line(text, text in played) for text in lines]
        self.problem = ""
        self.news = ""
        self._writer = writer

    @property
    def lines(self) -> list[str]:
        """All of the log."""
        return [line.text for line in self._lines]

    @property
    def turns(self) -> list[str]:
        """The lines of turns, oldest first."""
        return [line.text for line in self._lines if line.turn]

    @property
    def kept(self) -> int:
        """How many turns are on disk."""
        written = self._writer.written if self._writer else 0
        return sum(line.turn for line in self._lines[:written])

    @classmethod
    def create(cls, lines: Iterable[str], path: Path | None, turns: Iterable[str] = ()) -> Journal:
        """A new log with `lines`, on disk at `path` (or the next free name) where one is given.

        Raises:
            SaveError: when it cannot be written there.
        """
        kept = list(lines)
        return cls(kept, turns, Writer.create(path, kept) if path else None)

    @classmethod
    def resume(cls, log: Log) -> Journal:
        """The log that was read; what is torn at its end is replaced by the next line written.

        Raises:
            SaveInUse: when another program writes it.
        """
        writer = Writer(log.path, log.place, Hold(log.path), lines=len(log.lines))
        return cls(log.lines, log.turn_lines, writer)

    @property
    def path(self) -> Path | None:
        return self._writer.path if self._writer else None

    def act(self, content: Mapping[str, Any]) -> None:
        """Add what a person did to a draft; handed to the system, and forced to disk with the next turn or `keep`."""
        self._lines.append(_Line(write_line(content), turn=False))
        self._write(sync=False)

    def append(self, turn: Mapping[str, Any], *after: Mapping[str, Any]) -> None:
        """Add a turn and what follows it and force them to disk; `problem` says whether that failed."""
        rest = [_Line(write_line(content), turn=False) for content in after]
        self._lines.extend([_Line(write_line(turn), turn=True), *rest])
        self._write()

    def take_news(self) -> str:
        """`news`, which is then told."""
        news, self.news = self.news, ""
        return news

    def keep(self) -> None:
        """Force all that there is to disk; `problem` says whether that failed."""
        self._write()

    def _write(self, *, sync: bool = True) -> None:
        if self._writer is None:
            return
        try:
            self._writer.write(self.lines, sync=sync)
        except ForeignError:
            self._part(self._writer.path)
        except SaveError as error:
            self._failed(error)
        else:
            self.problem = ""

    def _failed(self, error: SaveError) -> None:
        text = N_("{problem} The match goes on without a save: save it elsewhere to keep it.")
        self.problem = Said(text, problem=error.args[0])

    def _part(self, path: Path) -> None:
        """Go on in a file of its own."""
        try:
            writer = Writer.create(branch_path(path, len(self.turns)), self.lines)
        except SaveError as error:
            self._failed(error)
            return
        self._replace(writer)
        text = N_(
            "Another program has written to {file}. This match goes on in {branch}; the other file stays as it is."
        )
        self.news = Said(text, file=path.name, branch=writer.path.name)

    def copy_to(self, path: Path) -> None:
        """Write all lines to `path`; a log that had no file, or a failing one, goes on there.

        What is at `path` already is kept beside it as ``NAME.old``; the log's own file stays as it is.

        Raises:
            SaveError: when that fails.
            SaveInUse: when another program writes the file at `path`.
        """
        if self._writer is not None and not self.problem and _same(path, self._writer.path):
            self.keep()
            if self.problem:
                raise SaveError(path, self.problem)
            return
        with _set_aside(path):
            writer = Writer.create(path, self.lines)
        if self._writer is None or self.problem:
            self._replace(writer)
        else:
            writer.release()

    def _replace(self, writer: Writer) -> None:
        if self._writer is not None:
            self._writer.release()
        self._writer, self.problem = writer, ""

    def release(self) -> None:
        """Force all to disk and let other programs write the file."""
        if self._writer is not None:
            self.keep()
            self._writer.release()


@contextlib.contextmanager
def _set_aside(path: Path) -> Iterator[None]:
    """Keep what a file holds beside it, or put it back where nothing can be written in its place; one that holds
    nothing gives way.
    """
    aside = unused(path.with_name(f"{path.name}.old")) if path.name else path
    with contextlib.ExitStack() as stack:
        try:
            if path.is_file() and path.stat().st_size:
                stack.callback(Hold(path).release)
                path.replace(aside)
                stack.callback(_put_back, aside, path)
            elif path.is_file():
                path.unlink()
        except (OSError, ValueError) as error:
            raise fault(path, error) from error
        yield


def _put_back(aside: Path, path: Path) -> None:
    with contextlib.suppress(OSError):
        if not path.exists():
            aside.replace(path)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False

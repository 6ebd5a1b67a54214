"""The file of a session: who has which link, and every act in the order in which it was taken. One writer."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game import places
from game.marks import N_, Said

SUFFIX = ".session"
_TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS acts (
    number INTEGER PRIMARY KEY, author TEXT NOT NULL, id TEXT NOT NULL, turn INTEGER NOT NULL, do TEXT NOT NULL,
    body TEXT NOT NULL, at TEXT NOT NULL DEFAULT '', UNIQUE (author, id)
);
"""
_DATED = "ALTER TABLE acts ADD COLUMN at TEXT NOT NULL DEFAULT ''"
"""For sessions of before acts had their time."""


class SessionError(Exception):
    """A session cannot be opened or gone on with; ``str()`` says why and what would be right."""


@dataclass(frozen=True)
class Act:
    """Something that was done: by whom, under which id of theirs, in which turn, and what."""

    author: str
    id: str
    turn: int
    do: str
    body: Mapping[str, Any]


class Store:
    """One session on disk. What `append` or `note` has returned from survives the end of the process and a power cut;
    within a `step`, when that has ended.

    Raises:
        SessionError: when the file is no session, or another program holds it.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        try:
            self._base = sqlite3.connect(path, isolation_level=None, timeout=0.5)
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")  # a second host of the same session is refused
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = FULL")
            self._base.executescript(_TABLES)
            if "at" not in {row[1] for row in self._base.execute("PRAGMA table_info(acts)")}:
                self._base.execute(_DATED)
            self._base.execute("BEGIN IMMEDIATE")
            self._base.execute("COMMIT")
        except sqlite3.Error as error:
            text = N_("{file} cannot be opened as a session ({why}): is another program hosting it?")
            raise SessionError(Said(text, file=path.name, why=str(error))) from error

    def note(self, **facts: Any) -> None:
        """Keep facts by name, in one step."""
        rows = [(name, json.dumps(value)) for name, value in facts.items()]
        self._write("INSERT OR REPLACE INTO facts VALUES (?, ?)", rows)

    def fact(self, name: str, default: Any = None) -> Any:
        """The fact of that name."""
        row = self._base.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return default if row is None else json.loads(row[0])

    def append(self, *acts: Act) -> None:
        """Write acts, all or none; when this returns they are on disk."""
        at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        rows = [(act.author, act.id, act.turn, act.do, json.dumps(act.body), at) for act in acts]
        self._write("INSERT INTO acts (author, id, turn, do, body, at) VALUES (?, ?, ?, ?, ?, ?)", rows)

    @contextmanager
    def step(self) -> Iterator[None]:
        """All that is written within is on disk when it ends, or none of it is; one inside another is part of it."""
        if self._base.in_transaction:
            yield
            return
        with self._base:  # commits, or takes all of it back
            self._base.execute("BEGIN IMMEDIATE")
            yield

    def _write(self, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
        with self.step():
            self._base.executemany(sql, rows)

    def done(self, author: str, identifier: str) -> Act | None:
        """The act that `author` gave this id; None where there is none yet."""
        sql = "SELECT author, id, turn, do, body FROM acts WHERE author = ? AND id = ?"
        row = self._base.execute(sql, (author, identifier)).fetchone()
        return None if row is None else _act(row)

    def acts(self) -> Iterator[Act]:
        """All acts, oldest first."""
        for row in self._base.execute("SELECT author, id, turn, do, body FROM acts ORDER BY number"):
            yield _act(row)

    def dated(self) -> Iterator[tuple[str, Act]]:
        """All acts, oldest first, each with its moment in UTC, to the second; empty in sessions of before."""
        for at, *row in self._base.execute("SELECT at, author, id, turn, do, body FROM acts ORDER BY number"):
            yield at, _act((row[0], row[1], row[2], row[3], row[4]))

    def close(self) -> None:
        """Let another program open it."""
        self._base.close()


def _act(row: tuple[str, str, int, str, str]) -> Act:
    author, identifier, turn, do, body = row
    return Act(author, identifier, turn, do, json.loads(body))


def folder() -> Path:
    """Where sessions lie; it need not exist yet."""
    return places.user() / "sessions"


def unfinished(scenario: str) -> list[Path]:
    """Sessions of the scenario that were not ended, the latest first; those that cannot be read are left out."""
    found = []
    for path in sorted(folder().glob(f"*{SUFFIX}"), key=lambda one: one.stat().st_mtime, reverse=True):
        try:
            store = Store(path)
        except SessionError:
            continue
        try:
            if store.fact("scenario") == scenario and not store.fact("ended", default=False):
                found.append(path)
        finally:
            store.close()
    return found

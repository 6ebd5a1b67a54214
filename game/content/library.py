"""The documents that a rule set and a scenario cite, read when somebody asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.files import DISK, Files
from game.content.origin import ASSUMED, NOWHERE, Origin

if TYPE_CHECKING:
    from game.content.models.sources import Paper, Said

FILE = "sources.yaml"
ALWAYS = "9999-12"
"""A month by which everything is out that has a date at all, and what has none."""


@dataclass(frozen=True)
class Work:
    """A document that a reader can look for."""

    title: str
    """In square brackets where it is ours, because the document's own is not on file."""
    author: str
    publisher: str
    date: str
    """``2010``, ``2010-09``, ``2010-09-07``; empty where nobody knows."""
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Reference:
    """What a key of ``sources.yaml`` stands for."""

    key: str
    works: tuple[Work, ...]
    """None where there is no such key."""
    says: str = ""
    """What they say, in our words; empty for a document as a whole, and where the reader may not know of it yet."""
    at: str = ""
    """Page, table or section."""
    unchecked: str = ""
    """What of it was put down from memory."""
    derived: bool = False


@dataclass(frozen=True)
class Library:
    """The documents cited by the files in `folders`; later folders go before earlier ones."""

    folders: tuple[str, ...] = ()
    files: Files = DISK

    def references(self, cited: Iterable[str], by: str = ALWAYS) -> tuple[Reference, ...]:
        """What `cited` stands for, in that order.

        `by` is the month (``YYYY-MM``) of who reads: what a document says and its title are left out as long as it
        is not published, for both may tell what has not happened yet. Without it everything is told.
        """
        return tuple(self._reference(key, by) for key in cited)

    def mentioned(self, text: str) -> tuple[str, ...]:
        """The keys that a sentence cites in square brackets."""
        return tuple(key for key in in_brackets(text) if key in self._said or key in self._papers)

    def evidence(self, origin: Origin, by: str = ALWAYS) -> Evidence:
        """`origin` with the documents behind it, as who reads in the month `by` may know them: see `as_known`."""
        return Evidence(as_known(origin, by), self, by)

    def _reference(self, key: str, by: str) -> Reference:
        if key in self._papers:
            return Reference(key, (_titled(self._works[key], by),))
        if key not in self._said:
            return Reference(key, ())
        said = self._said[key]
        works = tuple(self._works[name] for name in said.document if name in self._works)
        if any(_out(work.date) > by for work in works):
            return Reference(key, tuple(_titled(work, by) for work in works))
        return Reference(key, works, said.says, said.at or "", said.unchecked or "", said.derived)

    @cached_property
    def _read(self) -> tuple[Mapping[str, Paper], Mapping[str, Said]]:
        """Documents and statements of all folders; a file that cannot be used, which `check` reports, gives none."""
        from pydantic import ValidationError

        from game.content import reader
        from game.content.models.sources import Sources

        papers: dict[str, Paper] = {}
        said: dict[str, Said] = {}
        for folder in self.folders:
            path = Path(folder) / FILE
            if not self.files.there(path):
                continue
            try:
                record = Sources.model_validate(reader.read(path, self.files).data)
            except ValidationError:
                continue
            papers |= record.documents
            said |= record.statements
        return papers, said

    @cached_property
    def _works(self) -> dict[str, Work]:
        return {name: _work(paper) for name, paper in self._papers.items()}

    @property
    def _papers(self) -> Mapping[str, Paper]:
        return self._read[0]

    @property
    def _said(self) -> Mapping[str, Said]:
        return self._read[1]


@dataclass(frozen=True)
class Evidence:
    """An origin with the documents behind it, which are read when somebody looks at them."""

    origin: Origin = NOWHERE
    library: Library = field(default_factory=Library, compare=False, repr=False)
    by: str = ALWAYS
    """Month of who reads, see `Library.references`."""

    @property
    def assumed(self) -> bool:
        """Whether nobody measured it."""
        return self.origin.confidence == ASSUMED

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """What the origin cites."""
        return self.library.references(self.origin.cited, self.by)

    @cached_property
    def mentioned(self) -> Mapping[str, Reference]:
        """What the reason or the note of the origin cites, by key."""
        keys = self.library.mentioned(f"{self.origin.why} {self.origin.note}")
        return dict(zip(keys, self.library.references(keys, self.by), strict=True))


def in_brackets(text: str) -> tuple[str, ...]:
    """What a sentence has in square brackets, each once: keys that it cites, if there are such."""
    return tuple(dict.fromkeys(key for names in _MENTION.findall(text) for key in names.split(", ")))


def as_known(origin: Origin, by: str) -> Origin:
    """`origin` for who reads in the month `by`: without a reason or a note that names a year not over by then, and
    while the match lasts without those of what was set with an outcome in sight.
    """
    why, note = ("", "") if origin.fitted and by != ALWAYS else (_told(origin.why, by), _told(origin.note, by))
    return origin if (why, note) == (origin.why, origin.note) else replace(origin, why=why, note=note)


_YEAR = re.compile(r"\b([12][0-9]{3})(?:-([0-9]{2}))?\b")
"""A year, or two with a stroke between them: ``2010``, ``2010-11``; so begins a month as well."""
_MENTION = re.compile(r"\[([A-Za-z][\w-]*(?:, [A-Za-z][\w-]*)*)\]")


def _work(paper: Paper) -> Work:
    date = "" if paper.date == "undated" else paper.date
    return Work(paper.title, paper.author or "", paper.publisher, date, paper.url or "", paper.note or "")


def _titled(work: Work, by: str) -> Work:
    """`work` as it can be known in the month `by`: without its title and what is said of it until it is out."""
    return work if _out(work.date) <= by else replace(work, title="", url="", note="")


def _told(text: str, by: str) -> str:
    """`text`, or nothing where it names a year that has not come to its end by the month `by`."""
    return "" if _over(text) > by else text


@lru_cache(maxsize=4096)
def _over(text: str) -> str:
    """The month (``YYYY-MM``) by which all years that `text` names have come to their end; empty where it names none.

    Kept, for the same few hundred texts are looked at again each turn.
    """
    return max((f"{_last(*years)}-12" for years in _YEAR.findall(text)), default="")


def _last(year: str, until: str) -> str:
    """The later of two years, the second given by its last digits; what they give is a month where it is no later."""
    return max(year, year[:2] + until) if until else year


def _out(date: str) -> str:
    """The last month in which a document of that date may have come out, as ``YYYY-MM``."""
    return f"{date}-12"[:7] if date else ALWAYS

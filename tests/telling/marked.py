"""What the pseudo-language shows: a word that stands outside its marks did not come from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from html.parser import HTMLParser

import pytest
from babel.messages.catalog import Catalog

from game.content.package import Package
from game.telling.extract import catalogue
from game.telling.pseudo import CLOSE, OPEN, PseudoTranslations
from game.telling.rule_texts import texts_of

SIGNS = frozenset({"t", "kt", "Mt", "k"})
"""Signs of units, which are the same in every language."""
_ALTERNATIVES = re.compile(r"\S*\|\S*")
"""Alternatives that a person types: ``hold|shortage|price``."""
_WORD = re.compile(r"[^\W\d]\w*")
"""A run of letters, with the digits and underscores of an identifier."""


@cache
def extracted() -> Catalog:
    """The catalogue of the program, read once for all tests; nobody may change it."""
    return catalogue()


def outside(text: str) -> str:
    """`text` without what stands between marks, marks within marks included.

    Raises:
        AssertionError: where a mark has lost its other half, which means that a text was cut.
    """
    depth, kept = 0, []
    for place, sign in enumerate(text):
        depth += (sign == OPEN) - (sign == CLOSE)
        assert depth >= 0, f"the beginning is cut off: {text[max(place - 60, 0) : place + 1]!r}"
        kept.append(sign if depth == 0 and sign != CLOSE else " " if sign == OPEN else "")
    assert depth == 0, f"the end is cut off: {text[-60:]!r}"
    return "".join(kept)


def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The texts that the pseudo-language is asked for from now on; the set grows as it is."""
    heard: set[str] = set()
    one, several = PseudoTranslations.gettext, PseudoTranslations.ngettext

    def gettext(self: PseudoTranslations, text: str) -> str:
        heard.add(text)
        return one(self, text)

    def ngettext(self: PseudoTranslations, text: str, many: str, count: int) -> str:
        heard.update((text, many))
        return several(self, text, many, count)

    monkeypatch.setattr(PseudoTranslations, "gettext", gettext)
    monkeypatch.setattr(PseudoTranslations, "ngettext", ngettext)
    return heard


def given(package: Package) -> set[str]:
    """The texts that translators are given: those of the program, and those of `package`."""
    entries = [entry.id for entry in extracted() if entry.id]
    texts = {text for entry in entries for text in ([entry] if isinstance(entry, str) else entry)}
    return texts | {text for _place, text in texts_of(package)}


def escaped(text: str, known: Collection[str]) -> Iterator[str]:
    """Lines of `text` with a word that stands outside marks and is neither a sign nor `known`.

    `known` are words that are no language's: identifiers and commands that a person types, and names of players.
    """
    for line in outside(text).splitlines():
        strange = [
            word for word in _WORD.findall(_ALTERNATIVES.sub("", line)) if word not in SIGNS and word not in known
        ]
        if strange:
            yield f"{', '.join(strange)}: {line.strip()}"


class _Texts(HTMLParser):
    """Collects what a person reads of a page, attributes that are read aloud included, one text a line.

    Left out is what no language changes: styles, and what stands in ``code``, which is to be typed or compared.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [""]
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"style", "code", "defs", "metadata"}:
            self._silent.append(tag)
        elif tag not in {"b", "span", "a"}:
            self.lines.append("")
        self.lines += [value or "" for name, value in attrs if name in {"aria-label", "alt", "title"}]

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.lines[-1] += data


def read(page: str) -> str:
    """What a person reads of an HTML page, a text a line."""
    texts = _Texts()
    texts.feed(page)
    return "\n".join(line.strip() for line in texts.lines if line.strip())

"""One word for one thing: the catalogue and the texts of rule sets and scenarios against the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from game import places
from game.content import reader
from game.telling import extract
from tests.telling.marked import extracted

GLOSSARY = Path(extract.__file__).with_name("glossary.yaml")
SHOWN = frozenset({"name", "text", "reason", "label", "title", "summary", "within", "good", "afterwards"})
"""Keys of the files under which stands what a player reads; origins, reasons for guesses and comments are left out."""
APART = ("sources", "documented")
"""Files that say what documents say, in words near theirs."""


class Term(NamedTuple):
    say: str
    wrong: tuple[re.Pattern[str], ...]
    apart: tuple[re.Pattern[str], ...]

    def broken_by(self, text: str) -> str:
        """The word in `text` that the term forbids; empty where there is none."""
        if any(pattern.search(text) for pattern in self.apart):
            return ""
        return next((found[0] for pattern in self.wrong if (found := pattern.search(text))), "")


def _patterns(entry: dict[str, Any], key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in entry.get(key, ()))


def _terms() -> list[Term]:
    source = reader.read(GLOSSARY)
    assert not source.findings
    return [Term(entry["say"], _patterns(entry, "not"), _patterns(entry, "except")) for entry in source.data["terms"]]


TERMS = _terms()


@cache
def _of_files() -> tuple[tuple[str, str], ...]:
    """Texts of rule sets and scenarios, with where they stand."""
    return tuple(_in_files())


@cache
def _of_catalogue() -> tuple[tuple[str, str], ...]:
    """Texts of the catalogue, with the file of the first place where they stand."""
    return tuple(_in_catalogue())


def _in_files() -> Iterator[tuple[str, str]]:
    rules, scenarios = places.data("rules"), places.data("scenarios")
    for path in sorted((*rules.glob("*/*.yaml"), *scenarios.glob("*/*.yaml"))):
        if path.stem not in APART:
            where = f"{path.parent.name}/{path.name}"
            yield from ((f"{where}: {at}", text) for at, text in _shown(reader.read(path).data, ""))
    for path in sorted(scenarios.glob("*/briefing.md")):
        for line in path.read_text(encoding="utf-8").split("\n\n"):
            told = re.sub(r"`[^`]*`", "...", line)  # what is to be typed has the words of the terminal
            yield f"{path.parent.name}/{path.name}", " ".join(told.split())


def _shown(node: Any, at: str) -> Iterator[tuple[str, str]]:
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, item in entries:
        here = f"{at}.{key}".lstrip(".")
        if key in SHOWN and isinstance(item, str):
            yield here, " ".join(item.split())
        else:
            yield from _shown(item, here)


def _in_catalogue() -> Iterator[tuple[str, str]]:
    for entry in extracted():
        where = entry.locations[0][0] if entry.locations else ""
        for text in (entry.id,) if isinstance(entry.id, str) else entry.id:
            yield where, text


OWN_WORDS = {"separate": "cobalt"}
"""What is said otherwise of another metal, by the folders of whose files the term does not hold: cobalt is refined."""


def _broken(texts: Iterable[tuple[str, str]]) -> list[str]:
    return [
        f"{where}: '{word}' in “{text}”, say {term.say}"
        for where, text in texts
        for term in TERMS
        if (word := term.broken_by(text)) and not where.startswith(OWN_WORDS.get(term.say, "/"))
    ]


@pytest.mark.slow
def test_the_catalogue_has_one_word_for_one_thing() -> None:
    assert len(_of_catalogue()) > 500
    assert _broken(_of_catalogue()) == []


@pytest.mark.slow
def test_rule_sets_and_scenarios_have_the_same_words() -> None:
    assert len(_of_files()) > 300
    assert _broken(_of_files()) == []


def test_no_term_is_there_twice_or_without_a_word_to_keep_off() -> None:
    assert len({term.say for term in TERMS}) == len(TERMS)
    assert all(term.wrong for term in TERMS)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Share bought from China, at the end", "Share bought"),
        ("China mines and parts nearly all of it", "mines and parts"),
        ("a floor of {price_floor} is above every price", "floor of {"),
        ("a price floor of {price_floor} is above every price", ""),
        ("For how many days stocks would last if nothing more came", ""),
    ],
)
def test_a_forbidden_word_is_found(text: str, word: str) -> None:
    assert next((found for term in TERMS if (found := term.broken_by(text))), "") == word


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.say)
@pytest.mark.slow
def test_no_exception_outlives_its_text(term: Term) -> None:
    texts = [text for _, text in (*_of_catalogue(), *_of_files())]
    idle = [
        pattern.pattern
        for pattern in term.apart
        if not any(pattern.search(text) and any(wrong.search(text) for wrong in term.wrong) for text in texts)
    ]
    assert idle == []

"""The figures behind a metric and where they come from, in a few records.

Many figures share one origin, so each record tells of one origin: the figure that bears most on the question, how many
more rest on the same, and what that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.content.library import ALWAYS, Library
from game.content.origin import ASSUMED
from game.content.package import Figure
from game.engine.messages import Amount, Name
from game.session.views import Citation
from game.session.words import Words

_SHOWN = 3
_SCAFFOLD = frozenset({"rules", "do", "sectors"})
"""Parts of a path that only hold others together."""


def citations(
    words: Words, library: Library, figures: Iterable[Figure], key: Sequence[str], by: str = ALWAYS
) -> tuple[Citation, ...]:
    """One for each origin that bears most on `key` (metric, arguments): closest first, of equals the measured.

    `by` is the month (``YYYY-MM``) of who reads.
    """
    nearest = sorted(figures, key=lambda figure: (-_nearness(figure, key), figure.origin.confidence == ASSUMED))
    origins: dict[tuple[object, ...], list[Figure]] = {}
    for figure in nearest:
        if _nearness(figure, key) or not _nearness(nearest[0], key):
            origin = figure.origin
            origins.setdefault((origin.confidence, origin.cited, origin.why), []).append(figure)
    return tuple(_citation(words, library, behind, by) for behind in list(origins.values())[:_SHOWN])


def _nearness(figure: Figure, key: Sequence[str]) -> int:
    """How many arguments the figure names; one that is called like the metric itself stands before the others."""
    metric, *arguments = key
    return 2 * sum(name in figure.path for name in arguments) + (metric in _parts(figure.path))


def _citation(words: Words, library: Library, figures: Sequence[Figure], by: str) -> Citation:
    first, more = figures[0], len(figures) - 1
    subject, figure = _subject(words, first.path), Amount(first.value, first.unit)
    return Citation(subject, figure, more, library.evidence(first.origin, by))


def _subject(words: Words, path: str) -> tuple[Name | str, ...]:
    """What a figure is of: ``demand.yaml:use.island.sectors.cars`` becomes ``use``, Island, Cars."""
    return tuple(words.any(part) or in_words(part) for part in subjects(path))


def subjects(path: str) -> list[str]:
    """The parts of a figure's path that say what it is of: identifiers, and keys of its file."""
    return [part for part in _parts(path) if part not in _SCAFFOLD and not (part.isdigit() and len(part) < 4)]


def in_words(key: str) -> str:
    """A key of a file as words."""
    return key.replace("_", " ")


def _parts(path: str) -> list[str]:
    return path.partition(":")[2].split(".")

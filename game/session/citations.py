"""The figures behind a metric and where they come from, in a few lines that a person can read.

Many figures share one origin, so each line tells of one origin: the figure that bears most on the question, how many
more rest on the same, and what that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.content.package import Figure
from game.engine.messages import Amount, Name
from game.session.views import Citation
from game.session.words import Words

_SHOWN = 3
_SCAFFOLD = frozenset({"rules", "do", "sectors"})
"""Parts of a path that only hold others together."""


def citations(words: Words, figures: Iterable[Figure], key: Sequence[str]) -> tuple[Citation, ...]:
    """One for each origin that bears most on `key` (metric, arguments): closest first, of equals the measured."""
    nearest = sorted(figures, key=lambda figure: (-_nearness(figure, key), figure.confidence == "assumed"))
    origins: dict[tuple[str, str], list[Figure]] = {}
    for figure in nearest:
        if _nearness(figure, key) or not _nearness(nearest[0], key):
            origins.setdefault((figure.confidence, figure.source or figure.note), []).append(figure)
    return tuple(_citation(words, *origin, behind) for origin, behind in list(origins.items())[:_SHOWN])


def _nearness(figure: Figure, key: Sequence[str]) -> int:
    """How many arguments the figure names; one that is called like the metric itself stands before the others."""
    metric, *arguments = key
    return 2 * sum(name in figure.path for name in arguments) + (metric in _parts(figure.path))


def _citation(words: Words, confidence: str, origin: str, figures: Sequence[Figure]) -> Citation:
    first = figures[0]
    return Citation(
        _subject(words, first.path), Amount(first.value, first.unit), len(figures) - 1, confidence, origin.rstrip(" .")
    )


def _subject(words: Words, path: str) -> tuple[Name | str, ...]:
    """What a figure is of: ``demand.yaml:use.island.sectors.cars`` becomes ``use``, Island, Cars."""
    parts = [part for part in _parts(path) if part not in _SCAFFOLD and not (part.isdigit() and len(part) < 4)]
    return tuple(words.any(part) or part.replace("_", " ") for part in parts)


def _parts(path: str) -> list[str]:
    return path.partition(":")[2].split(".")

"""The figures behind a metric and where they come from, in a few lines that a person can read.

Many figures share one origin, so each line tells of one origin: the figure that bears most on the question, how many
more rest on the same, and what that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.content.package import Figure
from game.session.labels import write
from game.session.words import Words, capital

_SHOWN = 3
_SCAFFOLD = frozenset({"rules", "do", "sectors"})
"""Parts of a path that only hold others together."""


def citations(words: Words, figures: Iterable[Figure], key: Sequence[str]) -> tuple[str, ...]:
    """A line for each origin that bears most on `key` (metric, arguments): closest first, of equals the measured."""
    nearest = sorted(figures, key=lambda figure: (-_nearness(figure, key), figure.confidence == "assumed"))
    origins: dict[tuple[str, str], list[Figure]] = {}
    for figure in nearest:
        if _nearness(figure, key) or not _nearness(nearest[0], key):
            origins.setdefault((figure.confidence, figure.source or figure.note), []).append(figure)
    return tuple(_line(words, *origin, behind) for origin, behind in list(origins.items())[:_SHOWN])


def _nearness(figure: Figure, key: Sequence[str]) -> int:
    """How many arguments the figure names; one that is called like the metric itself stands before the others."""
    metric, *arguments = key
    return 2 * sum(name in figure.path for name in arguments) + (metric in _parts(figure.path))


def _line(words: Words, confidence: str, origin: str, figures: Sequence[Figure]) -> str:
    first, more = figures[0], len(figures) - 1
    what = f"{_subject(words, first.path)}: {write(first.value, first.unit)}"
    others = f", and {more} more like it" if more else ""
    if confidence == "assumed":
        return f"{what}{others}. Assumed: {origin}".rstrip(" .") + "."
    return f"{what}{others}. From {origin} (confidence: {confidence})."


def _subject(words: Words, path: str) -> str:
    """What a figure is of: ``demand.yaml:use.island.sectors.cars`` becomes ``Use, Island, Cars``."""
    parts = [part for part in _parts(path) if part not in _SCAFFOLD and not (part.isdigit() and len(part) < 4)]
    return capital(", ".join(_name(words, part) for part in parts))


def _name(words: Words, part: str) -> str:
    named = words.any(part)
    return named if named != part else part.replace("_", " ")


def _parts(path: str) -> list[str]:
    return path.partition(":")[2].split(".")

"""The figures behind a metric and where they come from, in a few records.

Many figures share one origin, so each record tells of one origin: the figure that bears most on the question, how many
more rest on the same, and what that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from game.content.library import ALWAYS, Library
from game.content.origin import ASSUMED
from game.content.package import Figure
from game.engine.messages import Amount
from game.session.figure_names import FigureNames
from game.session.views import Citation

_SHOWN = 3
_ARGUMENT = 2
"""How near a figure is by each argument that it names; where one names any, those that name none say nothing."""


def citations(
    names: FigureNames, library: Library, figures: Iterable[Figure], key: Sequence[str], by: str = ALWAYS
) -> tuple[Citation, ...]:
    """One for each origin that bears most on `key` (metric, arguments): closest first, of equals the measured.

    `by` is the month (``YYYY-MM``) of who reads.
    """
    nearest = sorted(figures, key=lambda figure: (-_nearness(figure, key), figure.origin.confidence == ASSUMED))
    origins: dict[tuple[object, ...], list[Figure]] = {}
    least = min(_nearness(nearest[0], key), _ARGUMENT) if nearest else 0
    for figure in nearest:
        if _nearness(figure, key) >= least:
            origin = figure.origin
            origins.setdefault((origin.confidence, origin.cited, origin.why), []).append(figure)
    return tuple(_citation(names, library, behind, by) for behind in list(origins.values())[:_SHOWN])


def _nearness(figure: Figure, key: Sequence[str]) -> int:
    """How many arguments the figure names; one that is called like the metric itself stands before the others.

    In an entry of a list that says what it holds for, names elsewhere are those of something else: what others
    buy from a nation is no figure of its imports.
    """
    metric, *arguments = key
    named = ".".join(figure.about) if figure.about is not None else figure.path
    return _ARGUMENT * sum(_names(named, one) for one in arguments) + (metric in figure.steps)


def _names(path: str, identifier: str) -> bool:
    """Whether `identifier` stands in `path`, alone or as words of a longer one (``island`` in ``island_mine``)."""
    return re.search(rf"(?<![a-z0-9]){re.escape(identifier)}(?![a-z0-9])", path) is not None


def _citation(names: FigureNames, library: Library, figures: Sequence[Figure], by: str) -> Citation:
    first, more = figures[0], len(figures) - 1
    figure = Amount(first.value, first.unit)
    return Citation(names.subject(first), figure, more, library.evidence(first.origin, by))

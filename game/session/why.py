"""Where a figure comes from: what it means, what moved it in the last turn, and the sources behind it."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.package import Figure, Package
from game.engine import metrics
from game.engine.messages import Amount, Message
from game.marks import N_
from game.session.citations import citations
from game.session.figure_names import FigureNames
from game.session.keys import Key, label, short
from game.session.lexicon import SECRET, Lexicon
from game.session.views import Cause, Citation, Why

_DOCUMENTED = N_("documented of the first month")
Moved = tuple[float, tuple[Cause, ...]]
"""How far a figure moved, and what moved it."""


def why(package: Package, lexicon: Lexicon, key: Key, seat: str, moved: Moved, by: str) -> Why:
    """The story of figure `key` for `seat` in the month `by`: how far it moved since the last turn, and by what."""
    metric = metrics.METRICS[key[0]]
    return Why(
        key=short(key, seat),
        label=label(key),
        meaning=Message(f"meaning.{metric.name}"),
        unit=metric.unit,
        moved=moved[0],
        causes=moved[1],
        sources=(
            *_documented(package, key, by),
            *citations(FigureNames(package), package.library, _figures(package, lexicon, by, key), key, by),
        ),
    )


def _documented(package: Package, key: Key, by: str) -> Iterator[Citation]:
    """What is known of the figure in the first month; of a band its lower end, and that there is one more."""
    for known in package.documented:
        if (known.metric, *known.arguments) == key:
            amount = Amount(known.low, metrics.METRICS[known.metric].unit)
            evidence = package.library.evidence(known.origin, by)
            yield Citation((_DOCUMENTED,), amount, int(known.low != known.high), evidence)


def _figures(package: Package, lexicon: Lexicon, month: str, key: Key) -> list[Figure]:
    """Figures of the files, or of the branches of a file, that the metric rests on, as far as they are known."""
    parts = (entry.partition(":") for entry in metrics.METRICS[key[0]].sources)
    starts = tuple(f"{file}.yaml:{branch}" for file, _, branch in parts)
    script = Lexicon.of_control(package)
    secret = {name for axis in SECRET for name in script.ids(axis) if not lexicon.knows(axis, name)}
    return [
        figure
        for figure in package.figures
        if figure.path.startswith(starts) and figure.since <= month and not secret.intersection(figure.steps)
    ]

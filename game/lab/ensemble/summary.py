"""An ensemble as a table that fits a screen of 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.package import Package
from game.lab.ensemble.figures import PART, SCORE
from game.lab.ensemble.run import Ensemble, Key
from game.session.labels import label_of, write
from game.session.words import Words

_OF_SEATS = ("bottleneck", "import_share", "stock_cover", "shortage", "tension", "approval", "gdp_loss", "spent")
_OF_WORLD = ("price", "concentration", "world_output")
_CELL = 15
_HEAD = "".join(f"{title:>{_CELL}}" for title in ("10 %", "median", "90 %"))
_LABEL = 80 - len(_HEAD)


def summary_lines(package: Package, ensemble: Ensemble) -> Iterator[str]:
    """Median and the range of the middle 80 % of the main final figures: seat by seat, then of the world."""
    words = Words(package)
    yield f"{package.title}: {ensemble.draws.count} matches of seed {ensemble.draws.seed}"
    for seat in package.world.names.nations[: package.world.seats]:
        keys = [key for key in ensemble.figures if key[1:2] == (seat,) and key[0] in {SCORE, PART, *_OF_SEATS}]
        yield from _part(
            package.nations[seat].name, ensemble, [key for key in keys if len(key) == 2 or key[0] == PART], words
        )
    yield from _part("World", ensemble, [key for key in ensemble.figures if key[0] in _OF_WORLD], words)


def _part(title: str, ensemble: Ensemble, keys: list[Key], words: Words) -> Iterator[str]:
    yield ""
    yield f"{title:<{_LABEL}}{_HEAD}"
    for key in keys:
        yield from _row(_label(key, words), (write(value, ensemble.units[key]) for value in ensemble.spread(key)))
        if key[0] == SCORE:
            yield f"  Seeds of such matches: {', '.join(map(str, ensemble.nearest(key)))}"


def _row(label: str, cells: Iterable[str]) -> Iterator[str]:
    if len(label) + 2 > _LABEL:
        yield f"  {label}"
        label = ""
    yield f"{f'  {label}':<{_LABEL}}{''.join(f'{cell:>{_CELL}}' for cell in cells)}"


def _label(key: Key, words: Words) -> str:
    if key[0] == SCORE:
        return "Score"
    if key[0] == PART:
        return "Points: " + next(part.label for part in words.package.world.score if part.key == key[2])
    return label_of(words, key)

"""An ensemble as a table that fits a screen of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

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
    yield f"{package.title}: {len(ensemble.seeds)} matches, seeds {ensemble.seeds[0]} to {ensemble.seeds[-1]}"
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
        cells = "".join(f"{write(value, ensemble.units[key]):>{_CELL}}" for value in ensemble.spread(key))
        label = f"  {_label(key, words)}"
        if len(label) > _LABEL:
            yield label
            label = ""
        yield f"{label:<{_LABEL}}{cells}"


def _label(key: Key, words: Words) -> str:
    if key[0] == SCORE:
        return "Score"
    if key[0] == PART:
        return "Points: " + next(part.label for part in words.package.world.score if part.key == key[2])
    return label_of(words, key)

"""An ensemble as a table that fits a screen of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.package import Package
from game.engine.metrics import METRICS
from game.lab.ensemble.figures import PART, SCORE
from game.lab.ensemble.run import Ensemble, Key
from game.session.keys import label
from game.session.lexicon import Lexicon
from game.telling import Teller, _, sheet
from game.telling.numbers import write
from game.telling.sheet import Sheet, to_right

_WIDTH = 80
_CELLS = (38, 12, 12, 12)
"""Least widths of the columns, so that those of all seats stand below each other."""


def summary_lines(package: Package, ensemble: Ensemble) -> Iterator[str]:
    """Median and the range of the middle 80 % of the main final figures: seat by seat, then of the world."""
    teller = Teller(Lexicon.of_control(package))
    text = _("{title}: {count} matches of seed {seed}")
    yield text.format(title=_(package.title), count=ensemble.draws.count, seed=ensemble.draws.seed)
    for seat in package.world.names.nations[: package.world.seats]:
        keys = [key for key in ensemble.figures if key[1:2] == (seat,) and _main(key[0])]
        keys = [key for key in keys if len(key) == 2 or key[0] == PART]
        yield from _part(teller.name("nations", seat), ensemble, keys, package, teller)
    keys = [key for key in ensemble.figures if _main(key[0]) and not _of_nation(key[0])]
    yield from _part(_("World"), ensemble, keys, package, teller)


def _main(figure: str) -> bool:
    return figure in (SCORE, PART) or METRICS[figure].summed_up


def _of_nation(figure: str) -> bool:
    return figure in (SCORE, PART) or METRICS[figure].axes.startswith("N")


def _part(title: str, ensemble: Ensemble, keys: list[Key], package: Package, teller: Teller) -> Iterator[str]:
    rows: list[tuple[str, ...]] = []
    for key in keys:
        cells = (write(value, ensemble.units[key]) for value in ensemble.spread(key))
        rows.append((_label(key, package, teller), *cells))
        if key[0] == SCORE:
            seeds = ", ".join(map(str, ensemble.nearest(key)))
            told = _("seeds of such matches: {seeds}").format(seeds=seeds)
            rows.append((f"  {told}", "", "", ""))
    columns = (title, to_right("10 %"), to_right(_("median")), to_right("90 %"))
    yield ""
    yield from sheet.lines(Sheet("", columns, tuple(rows)), _WIDTH, at_least=_CELLS)


def _label(key: Key, package: Package, teller: Teller) -> str:
    if key[0] == SCORE:
        return _("Score")
    if key[0] == PART:
        part = next(part.label for part in package.world.score if part.key == key[2])
        return _("Points: {part}").format(part=_(part))
    return teller.sentence(label(key))

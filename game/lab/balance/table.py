"""A balance on the screen: the gates, and where the rest stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.lab import WIDTH
from game.lab.balance.judged import Row
from game.lab.balance.study import Study
from game.lab.balance.words import FAILS, HOLDS, OPEN, Words, verdict
from game.telling import _, sheet
from game.telling.sheet import Sheet


def lines(study: Study, rows: Sequence[Row]) -> Iterator[str]:
    """The gates of a scenario, no line longer than `WIDTH`."""
    words = Words(study.package)
    text = _("{title}: balance, {size}, seed {seed}, {matches} matches")
    yield text.format(title=_(study.package.title), size=_(study.sizes.name), seed=study.seed, matches=study.matches)
    yield ""
    told = tuple((words.asked(row.gate), words.measured(row), _(verdict(row))) for row in rows)
    yield from sheet.lines(Sheet("", (_("asked"), _("measured"), ""), told), WIDTH)
    yield ""
    counts = {each: sum(verdict(row) == each for row in rows) for each in (HOLDS, FAILS, OPEN)}
    text = _("{holds} gates hold, {fails} fail, {open} cannot be measured yet")
    yield text.format(holds=counts[HOLDS], fails=counts[FAILS], open=counts[OPEN])

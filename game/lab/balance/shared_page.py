"""The projects that two seats financed together, as a part of the page."""

from __future__ import annotations

from collections.abc import Iterator

from game.lab.balance.markdown import table, title
from game.lab.balance.study import Study
from game.lab.balance.words import Words, measure

MOST = 12
"""Rows that are printed: those of most use to the side that has less of it."""


def shared_table(study: Study, words: Words) -> Iterator[str]:
    """What both sides have of a project that they share, beside a table where neither finances it."""
    yield from title("Projects that two seats share")
    yield (
        "Both lend half of the greatest public share in one turn, a third into the match, beside the same table where"
        f" neither does. Of each project and pair the better table; the {MOST} of which the lesser side has most."
    )
    yield ""
    ranked = sorted(study.shared, key=lambda one: -min(one.gains))[:MOST]
    rows = (
        (
            words.name("projects", one.project),
            " and ".join(words.seat(study.met.seats[seat].seat) for seat in (one.one, one.other)),
            one.table,
            " / ".join(measure(gain, "points") for gain in one.gains),
            "both gain" if one.pays_both else "",
        )
        for one in ranked
    )
    yield from table(("project", "between", "table", "points", ""), rows)

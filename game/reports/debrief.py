"""The report of a match: one page that needs nothing beside it, and the figures behind it as tables.

A match that is over gets its debrief, script and all. One that goes on is told so far: to one seat what that seat may
know, or everything to a facilitator who asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.doctrines import load_match
from game.engine.world import World
from game.reports import facts, pages, so_far, spreadsheet, tables
from game.reports.curves import Histories, drawn
from game.reports.readers import reader_of, told_seats, warning_of
from game.reports.script import teller_of
from game.reports.so_far import Marks
from game.reports.spreadsheet import USUAL, Signs
from game.session.match import Match
from game.session.saves.loading import Way
from game.session.views import View
from game.telling import Teller, _, numbers


@dataclass(frozen=True)
class Written:
    """What a report consists of and what a person should be told of it."""

    files: tuple[Path, ...]
    warning: str
    """Empty for the debrief of a match that is over."""


def debrief(
    log_path: Path,
    out: Path,
    *,
    seat: str = "",
    facilitator: bool = False,
    signs: Signs = USUAL,
    workbook: bool = False,
) -> Written:
    """Write ``index.html``, ``data.csv`` and ``data_dictionary.csv`` for the match in `log_path` into folder `out`.

    With `workbook` it writes ``data.xlsx`` too; `signs` are those of the CSV.

    `seat` is the identifier of whom it is for; left out, the person's whose match it is. Of a match that goes on it
    gets what it may know, unless a `facilitator` asks for everything.

    Raises:
        KeyError: when no seat is called so.
        WhichSeat: when several people play a match that goes on, and none of them is named.
        SaveError: when the log cannot be read.
        OSError: when the folder cannot be written.
    """
    match = load_match(log_path, way=Way.READ)
    reader = reader_of(match, seat, facilitator=facilitator)
    text = render_so_far(match, reader) if reader else render(match, seat)
    out.mkdir(parents=True, exist_ok=True)
    page = out / "index.html"
    page.write_text(text, encoding="utf-8")
    table = tables.of_seat(match.view(reader), log_path.stem) if reader else tables.of_all(match, log_path.stem)
    known = {"data": tables.data(table), "data_dictionary": tables.dictionary(table)}
    return Written((page, *spreadsheet.write(known, out, signs, "data" if workbook else "")), warning_of(match, reader))


def render(match: Match, seat: str = "") -> str:
    """The debrief as HTML text: everything that is in the match, told for `seat` or the people's seats."""
    return _page("debrief.html.j2", facts.gather(match, seat), _histories(match, seat), _marks(match))


def render_so_far(match: Match, seat: str) -> str:
    """The page as HTML text of a match that goes on, with what `seat` may know."""
    told = so_far.gather(match, seat)
    return _page("so_far.html.j2", told, _histories_of(match.view(seat)), told.marks)


def _page(template: str, told: object, histories: Histories, marks: Marks) -> str:
    labels = [f"{text}, {numbers.month(histories.months[month])}" for month, text in marks]
    page = pages.environment("game.reports").get_template(template)
    return page.render(facts=told, charts=list(drawn(histories, marks)), marks=labels)


def _marks(match: Match) -> Marks:
    """First firing of each rule of the rival, in order of time."""
    first: dict[int, int] = {}
    for report in match.control.reports:
        for event in report.events:
            if event.kind == "rule_fired":
                first.setdefault(event.item, event.month)
    keys, teller = match.control.world.names.rules, teller_of(match)
    in_order = sorted(first.items(), key=lambda firing: firing[1])
    return tuple((month, teller.name("rules", keys[rule])) for rule, month in in_order)


def _histories(match: Match, seat: str) -> Histories:
    teller, world = teller_of(match), match.control.world
    return Histories(
        rival=teller.name("nations", teller.lexicon.rival),
        headline=teller.words()["headline"],
        goods=_named(teller, world, world.goods.of_stage(world.goods.headline).tolist()),
        kept=_named(teller, world, np.flatnonzero(world.stockpiles.goods).tolist()),
        seats=tuple((one, teller.name("nations", one)) for one in told_seats(match, seat)),
        months=[world.calendar.label(month) for month in range(world.calendar.months)],
        of=match.control.history,
    )


def _named(teller: Teller, world: World, goods: Sequence[int]) -> tuple[tuple[str, str], ...]:
    names = [world.names.goods[good] for good in goods]
    return tuple((good, teller.name("goods", good)) for good in names)


def _histories_of(view: View) -> Histories:
    """What of a seat that it may see."""
    found, teller = dict(so_far.series(view)), Teller.of(view)
    return Histories(
        rival=teller.name("nations", view.lexicon.rival),
        headline=teller.words()["headline"],
        goods=tuple((good.id, _(good.name)) for good in view.goods if good.stage == view.lexicon.headline),
        kept=tuple((pile.good, teller.name("goods", pile.good)) for pile in view.stockpiles),
        seats=((view.seat, teller.name("nations", view.seat)),),
        months=view.briefing.months,
        of=lambda metric, *arguments: found[metric, *arguments],
    )

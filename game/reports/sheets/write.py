"""The sheets of a session as pages to print: a file for each seat, and one to read out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from game.content.package import Preset
from game.reports.pages import environment
from game.reports.sheets import turn as turns
from game.reports.sheets.listings import Listing, WayLine, example, listings, ways
from game.reports.sheets.turn import TurnSheet
from game.session.match import Match
from game.session.views import View
from game.telling import Teller, _
from game.telling.brief import standing

LINES = 8
"""Orders that a sheet has room for."""
FEW = 6
"""The same, where the news of the last turn take their room."""
BOXES = 5
"""Parts of an order that have a box."""


@dataclass(frozen=True)
class SeatSheets:
    """All pages of one seat."""

    title: str
    seat: str
    player: str
    """Who holds it, where that is not just its name."""
    role: Markup
    example: tuple[str, str]
    """A line, and what it says."""
    ways: tuple[WayLine, ...]
    listings: tuple[Listing, ...]
    turns: tuple[TurnSheet, ...]


@dataclass(frozen=True)
class PublicSheets:
    """All pages to be read out."""

    title: str
    story: Markup
    """The briefing, where the match has not begun; else empty."""
    briefing: float | None
    debrief: float | None
    """Minutes, where a length of session was chosen."""
    turns: tuple[TurnSheet, ...]


def write(
    match: Match, out: Path, *, seats: Sequence[str], first: int, last: int, preset: Preset | None = None
) -> tuple[Path, ...]:
    """Write ``SEAT.html`` for each of `seats` and ``public.html`` into `out`, which is made where it is not there.

    They are of the turns `first` to `last`, from 0; of the one that has begun they have the figures.

    Raises:
        OSError: when they cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    numbers = range(first, last + 1)
    views = [match.view(seat) for seat in match.seats]
    public = tuple(turns.of_all(views, match.lexicon, turn, preset) for turn in numbers)
    pages: dict[str, tuple[str, SeatSheets | PublicSheets]] = {
        "public": ("public.html.j2", _public(match, public, preset))
    }
    for seat in seats:
        view = match.view(seat)
        sheets = tuple(turns.of_seat(view, turn, preset) for turn in numbers)
        pages[seat] = ("seat.html.j2", _seat(view, match.people.get(seat, ""), sheets))
    return tuple(_written(out / f"{name}.html", *page) for name, page in pages.items())


def _written(path: Path, template: str, facts: SeatSheets | PublicSheets) -> Path:
    page = environment("game.reports.sheets").get_template(template)
    path.write_text(page.render(facts=facts, lines=LINES, few=FEW, boxes=BOXES), encoding="utf-8")
    return path


def _seat(view: View, player: str, sheets: tuple[TurnSheet, ...]) -> SeatSheets:
    name = Teller.of(view).name("nations", view.seat)
    return SeatSheets(
        title=_(view.briefing.title),
        seat=name,
        player="" if player == name else player,
        role=_html(standing(view)),
        example=example(view),
        ways=tuple(ways(view)),
        listings=tuple(listings(view)),
        turns=sheets,
    )


def _public(match: Match, sheets: tuple[TurnSheet, ...], preset: Preset | None) -> PublicSheets:
    briefing = match.briefing(match.seats[0])
    return PublicSheets(
        title=_(briefing.title),
        story=Markup() if match.turn else _html(_(briefing.text)),
        briefing=preset.briefing if preset else None,
        debrief=preset.debrief if preset else None,
        turns=sheets,
    )


def _html(text: str) -> Markup:
    """Markdown as HTML; what its author wrote as HTML stays text."""
    return Markup(MarkdownIt("commonmark", {"html": False}).disable("image").render(text))  # noqa: S704

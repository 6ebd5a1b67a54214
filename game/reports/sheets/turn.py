"""One turn of a session on paper: what is known of it when its sheet is printed, and room for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from game.content.package import Preset
from game.reports.sheets.listings import offers
from game.session.lexicon import Lexicon
from game.session.views import Headline, View, headlines_alike, known_alike
from game.telling import Teller, _
from game.telling.numbers import month, write

NEWS = 10
"""Headlines that a sheet has room for."""


@dataclass(frozen=True)
class TurnSheet:
    """Of a turn that has begun with its figures; of one to come without."""

    number: int
    """From 1."""
    turns: int
    period: str
    minutes: float | None
    """For the whole of it; None where no length of session was chosen."""
    figures: tuple[tuple[str, str], ...]
    """Label and figure; none of a turn to come."""
    news: tuple[str, ...]
    offers: tuple[tuple[str, str], ...]
    """What waits for an answer: the line that takes it, and what it says."""
    known: bool
    """Whether it has begun."""


def of_seat(view: View, turn: int, preset: Preset | None) -> TurnSheet:
    """The sheet of a turn, from 0, for one seat."""
    sheet = _sheet(view, turn, preset)
    if not sheet.known:
        return sheet
    return replace(sheet, figures=tuple(_own(view)), news=tuple(_news(view)), offers=tuple(offers(view)))


def of_all(views: Sequence[View], lexicon: Lexicon, turn: int, preset: Preset | None) -> TurnSheet:
    """The sheet of a turn that everybody may hear: what all seats are told alike, and the prices of the world."""
    first = views[0]
    sheet = _sheet(first, turn, preset)
    news = tuple(_shared(views, lexicon)) if sheet.known else ()
    return replace(sheet, figures=tuple(_prices(views, known=sheet.known)), news=news)


def _sheet(view: View, turn: int, preset: Preset | None) -> TurnSheet:
    """Its frame."""
    months, length = view.briefing.months, view.turn_months
    first, last = months[turn * length], months[(turn + 1) * length - 1]
    period = _("{first} to {last}").format(first=month(first), last=month(last))
    minutes = preset.turn if preset else None
    return TurnSheet(turn + 1, view.turns, period, minutes, (), (), (), turn == view.turn)


def _own(view: View) -> Iterator[tuple[str, str]]:
    teller = Teller.of(view)
    yield _("To spend"), write(view.budget, "US$ million")
    yield _("Political capital"), write(view.capital, "points")
    for one in view.indicators:
        yield teller.label(one.key), write(one.value, one.unit)


def _news(view: View) -> Iterator[str]:
    """What the last turn brought, the oldest first."""
    teller = Teller.of(view)
    for one in _chosen([one for one in view.headlines if one.turn == view.turn - 1]):
        yield f"{month(one.month)}: {teller.headline(one)}"


def _chosen(headlines: Sequence[Headline]) -> list[Headline]:
    """As many of them, the newest first, as a sheet has room for, the oldest first: sooner those that are good or bad
    news, or the rival's.
    """
    places = sorted(range(len(headlines)), key=lambda place: headlines[place].tone == "plain")[:NEWS]
    return [headlines[place] for place in sorted(places, reverse=True)]


def _shared(views: Sequence[View], lexicon: Lexicon) -> Iterator[str]:
    """The headlines of the last turn that every seat has; not one that names what is not public."""
    teller, last = Teller(lexicon), views[0].turn - 1
    for one in _chosen([one for one in headlines_alike(views) if one.turn == last]):
        with suppress(KeyError):
            yield f"{month(one.month)}: {teller.headline(one)}"


def _prices(views: Sequence[View], *, known: bool) -> Iterator[tuple[str, str]]:
    """Of each good whose price all seats see; empty figures where they are to be written in."""
    teller = Teller.of(views[0])
    for one in views[0].series:
        if one.key.split()[0] == "price" and known_alike(one, views[1:]):
            yield teller.label(one.key), write(one.values[-1], one.unit) if known else ""

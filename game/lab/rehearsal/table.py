"""A rehearsal as tables that fit a screen, and that the page shows too."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.content.package import Preset
from game.engine.metrics import METRICS
from game.lab.rehearsal.bites import MOST_PAIRS
from game.lab.rehearsal.minutes import slots
from game.lab.rehearsal.run import Array, Rehearsal, band
from game.lab.rehearsal.words import Words, points
from game.session.keys import completed, label
from game.session.lexicon import Lexicon
from game.telling import Teller, _, sheet
from game.telling.measured import digits_of
from game.telling.numbers import month, number, write
from game.telling.sheet import Sheet, to_right

_WIDTH = 80
_SPAN = "{middle} ({low} \u2013 {high})"


def about(rehearsal: Rehearsal) -> str:
    """What was played, and how long it took."""
    text = _("{title}: {count} matches of seed {seed}, every seat led by its doctrine; rehearsed in {seconds} s")
    title, seconds = _(rehearsal.package.title), number(rehearsal.seconds, 1)
    return text.format(title=title, count=rehearsal.draws.count, seed=rehearsal.draws.seed, seconds=seconds)


def lines(rehearsal: Rehearsal, risks: tuple[str, ...]) -> Iterator[str]:
    """All of it for the screen."""
    yield about(rehearsal)
    for each in sheets(rehearsal):
        yield ""
        yield from sheet.lines(each, _WIDTH)
    yield ""
    rows = tuple((f"- {risk}",) for risk in risks) or ((_("Nothing that these matches show."),),)
    yield from sheet.lines(Sheet(_("What may go wrong"), ("",), rows), _WIDTH)


def sheets(rehearsal: Rehearsal) -> Iterator[Sheet]:
    """The tables."""
    words = Words(rehearsal.package)
    yield _arc(rehearsal, words)
    yield from _figures(rehearsal, words)
    yield _acts(rehearsal, words)
    yield _turning(rehearsal, words)
    if rehearsal.package.turning_points:
        yield _expected(rehearsal)
    if rehearsal.preset:
        yield _minutes(rehearsal.preset, rehearsal, words)


def _arc(rehearsal: Rehearsal, words: Words) -> Sheet:
    columns = (_("Turn"), *(to_right(words.seat(seat)) for seat in rehearsal.seats))
    rows = []
    for turn in range(rehearsal.course.turns):
        cells = (_span(values, "") for values in rehearsal.course.totals[turn + 1])
        rows.append((number(turn + 1), *cells))
    note = _("Median, and the range of the middle 80 % of the matches; points of 100 if nothing changed any more.")
    return Sheet(_("Points after each turn"), columns, tuple(rows), note)


def _span(values: Array, unit: str) -> str:
    low, middle, high = (write(value, unit) if unit else number(value) for value in band(values))
    return _SPAN.format(low=low, middle=middle, high=high)


def _figures(rehearsal: Rehearsal, words: Words) -> Iterator[Sheet]:
    """What the score looks at, seat by seat: after the first turn, halfway, and at the end with the band."""
    last = rehearsal.course.turns - 1
    turns = sorted({0, last // 2, last})
    columns = ("", *(to_right(_("turn {number}").format(number=turn + 1)) for turn in turns))
    for place, seat in enumerate(rehearsal.seats):
        rows = []
        for part, (name, unit) in enumerate(parts(rehearsal)):
            values = rehearsal.course.figures[:, part, place]
            earlier = (write(float(np.median(values[turn])), unit) for turn in turns[:-1])
            rows.append((name, *earlier, _span(values[last], unit)))
        yield Sheet(words.seat(seat), columns, tuple(rows))


def parts(rehearsal: Rehearsal) -> Iterator[tuple[str, str]]:
    """What each part of the score looks at, in words, and its unit."""
    teller = Teller(Lexicon.of_control(rehearsal.package), rehearsal.seats[0])
    for part in rehearsal.package.world.score:
        key = completed(rehearsal.seats[0], part.metric)
        yield teller.sentence(label(key)), METRICS[key[0]].unit


def _acts(rehearsal: Rehearsal, words: Words) -> Sheet:
    columns = (
        _("What comes"),
        to_right(_("of the matches")),
        to_right(_("turn")),
        *(to_right(words.seat(one)) for one in rehearsal.seats),
    )
    rows = []
    for bite in rehearsal.bites:
        effects = map(points, bite.effects) if bite.effects else ("",) * len(rehearsal.seats)
        when = number(bite.first + 1) if bite.share else _("never")
        rows.append((words.of(bite), write(bite.share, "share"), when, *effects))
    note = _(
        "The turn in which it comes most often, and the points that it gives or takes at the end, with all that "
        "followed from it: the same matches played with and without it, {pairs} at most."
    )
    return Sheet(_("What bites"), columns, tuple(rows), note.format(pairs=MOST_PAIRS))


def _turning(rehearsal: Rehearsal, words: Words) -> Sheet:
    rows = []
    for place, seat in enumerate(rehearsal.seats):
        turn = rehearsal.turning_point(place)
        low, middle, high = map(points, band(rehearsal.swings[turn, place]))
        comes = words.several(rehearsal.comes_in(turn))
        span = _SPAN.format(low=low, middle=middle, high=high)
        rows.append((words.seat(seat), number(turn + 1), words.period(turn), span, comes or "-"))
    columns = (_("Seat"), to_right(_("turn")), _("When"), to_right(_("points")), _("What comes then"))
    note = _(
        "The turn after the first that moves the points of a seat most, and what comes in it in half of the matches."
    )
    return Sheet(_("Expected turning points"), columns, tuple(rows), note)


def _expected(rehearsal: Rehearsal) -> Sheet:
    """What the scenario itself says that it turns on."""
    found = {bite.key: bite for bite in rehearsal.bites}
    rows = []
    for point in rehearsal.package.turning_points:
        bite = found.get(point.act)
        share = write(bite.share, "share") if bite else _("not in this script")
        turn = number(bite.first + 1) if bite and bite.share else ""
        rows.append((_(point.text), month(point.month) if point.month else _("no date"), share, turn))
    columns = (_("Expected"), _("When"), to_right(_("of the matches")), to_right(_("turn")))
    return Sheet(_("What the scenario was expected to turn on"), columns, tuple(rows))


def _minutes(preset: Preset, rehearsal: Rehearsal, words: Words) -> Sheet:
    rows = []
    for slot in slots(preset):
        comes = "" if slot.turn is None else words.several(rehearsal.comes_in(slot.turn))
        when = "" if slot.turn is None else words.period(slot.turn)
        rows.append((_clock(slot.begin), digits_of(slot.minutes), slot.what, when, comes))
    columns = (to_right(_("Minute")), to_right(_("for")), _("What"), _("When"), _("What comes in most matches"))
    return Sheet(_("Minutes of the session"), columns, tuple(rows))


def _clock(minutes: float) -> str:
    return f"{int(minutes) // 60}:{int(minutes) % 60:02d}"

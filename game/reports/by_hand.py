"""What was done to a match by hand, in words: interventions with their reasons, seats that changed hands, rewinds."""

from __future__ import annotations

from collections.abc import Iterator

from game.reports.script import teller_of
from game.reports.told import Line
from game.session.interventions import INJECT, OVERRIDE, Done, Handed
from game.session.match import Match
from game.session.records import TurnReport
from game.telling import Teller, _

_TONE = "plain"


def by_hand(match: Match, report: TurnReport) -> tuple[Line, ...]:
    """What was done by hand before the orders of a turn, a line each."""
    calendar, teller = match.control.world.calendar, teller_of(match)
    month = calendar.label(report.turn * calendar.turn_months)
    handed = [Line(month, _TONE, _handed(teller, one), "") for one in report.handed]
    return (*handed, *(_done(done) for done in report.interventions))


def _done(done: Done) -> Line:
    one = done.intervention
    if one.kind == INJECT:
        what = _("Inject {serial}").format(serial=one.serial) if one.serial else _("Inject")
    else:
        what = _("Override") if one.kind == OVERRIDE else _("Ruling")
    effect = one.effect.strip() or _("without an effect on the model")
    text = _("{what} ({by}): {effect}").format(what=what, by=one.by, effect=effect)
    return Line(done.month, _TONE, text, _("reason: {reason}").format(reason=one.reason.strip()))


def _handed(teller: Teller, handed: Handed) -> str:
    text = _("{nation} changes hands: {before} → {after}")
    nation = teller.name("nations", handed.seat)
    return text.format(nation=nation, before=_who(teller, handed.before), after=_who(teller, handed.to))


def _who(teller: Teller, name: str) -> str:
    """A person by name, or a doctrine."""
    if name in teller.lexicon.ids("doctrines"):
        return _("the program (“{doctrine}”)").format(doctrine=teller.name("doctrines", name))
    return name or _("a person")


def leaders_of(match: Match, seat: str) -> str:
    """Who led a seat, where it changed hands: each with the turns; empty where it never did."""
    handed = [one for one in match.handed if one.seat == seat]
    if not handed:
        return ""
    teller, first, spans = teller_of(match), 0, []
    for one in handed:
        if one.turn > first:
            spans.append((one.before, first, one.turn))
        first = one.turn
    spans.append((handed[-1].to, first, max(match.turn, first + 1)))
    return ", ".join(
        _("{name} in turns {first} to {last}").format(name=_who(teller, name), first=start + 1, last=end)
        for name, start, end in spans
    )


def rewinds(match: Match) -> Iterator[str]:
    """The saves that were left to go on in this one, the earliest first."""
    for left in reversed(match.left):
        text = _("At the start of turn {turn} this match left the one kept as {file}.")
        told = text.format(turn=left.turn + 1, file=left.file)
        yield f"{told} {_('Reason: {reason}').format(reason=left.reason)}" if left.reason else told

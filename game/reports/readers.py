"""Whose report it is: a match that goes on is told to one seat, or to a facilitator who asks for everything."""

from __future__ import annotations

from game.session.match import Match
from game.telling import Teller, _
from game.telling.grammar import listed


class WhichSeat(LookupError):  # noqa: N818 - it is a question to a person
    """A match that goes on holds secrets of several people: one of them must be named."""


def told_seats(match: Match, seat: str = "") -> tuple[str, ...]:
    """`seat`, or the seats that people hold; where the program leads all, the scenario's default seat.

    Raises:
        KeyError: when no seat is called so.
    """
    if seat and seat not in match.seats:
        text = _("no seat is called {seat}; there are {seats}")
        raise KeyError(text.format(seat=repr(seat), seats=", ".join(match.seats)))
    return (seat,) if seat else tuple(match.people) or (match.lexicon.default_seat,)


def reader_of(match: Match, seat: str = "", *, facilitator: bool = False) -> str:
    """The seat for which the match is told so far; empty where everything may be told.

    Raises:
        KeyError: when no seat is called so.
        WhichSeat: when several people play a match that goes on, and none of them is named.
    """
    told = told_seats(match, seat)
    if match.finished or facilitator:
        return ""
    if len(told) > 1:
        text = _("{seats} are played by people, and the match is not over: whose report is it?")
        raise WhichSeat(text.format(seats=listed(told)))
    return told[0]


def warning_of(match: Match, reader: str) -> str:
    """What a person should be told beside a report; empty for a match that is over."""
    if match.finished:
        return ""
    if reader:
        name = Teller(match.lexicon).within("nations", reader)
        text = _("the match is not over: told is what {nation} may know so far, without the script and the seed")
        return text.format(nation=name)
    return _("the match is not over: this holds the script and the orders of every seat, and is not for players")

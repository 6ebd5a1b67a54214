"""``--load FILE --players SEAT=NAME``: people take seats of a match that was begun, from whoever led them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.cli.failures import Failure
from game.cli.names import the_seats
from game.session.faults import HandOverError, MatchOver
from game.telling import _, told

if TYPE_CHECKING:
    from game.session.match import Match


def seat_people(match: Match, players: str) -> None:
    """Give the seats that `players` names to those people; who sits there already stays.

    Raises:
        Failure: for a seat that there is not, a name that nobody can have, or a match that is over.
    """
    named = the_seats(match.control.package, players.split(","), "--players", "SEAT=NAME,SEAT=NAME")
    for seat, name in named.items():
        if match.people.get(seat) == name:
            continue
        try:
            match.hand_over(seat, name)
        except HandOverError as error:
            raise Failure(f"--players: {told(error)}") from error
        except MatchOver as over:
            raise Failure(_("the match is over: no seat changes hands in it any more")) from over

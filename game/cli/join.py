"""``chokepoint join ADDRESS``: the window on a seat of a match that another machine hosts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from game.cli.failures import USAGE, Failure, unknown
from game.cli.play import has_display, open_window

if TYPE_CHECKING:
    from game.desktop.remote.address import Address
    from game.desktop.remote.lobby import Chair, Lobby

_BROWSER = "there is no display to open a window on: open the same link in a browser"


def command(
    address: str = typer.Argument(
        ..., metavar="ADDRESS", help="The link of a seat or of the lobby, or the host's address with --room."
    ),
    room: str = typer.Option("", "--room", metavar="CODE", help="The code of the room, where ADDRESS has none."),
    seat: str = typer.Option("", "--seat", metavar="SEAT", help="The free seat to take; left out, you choose."),
    name: str = typer.Option("", "--name", metavar="TEAM", help="What your team is called; left out, you are asked."),
) -> None:
    """Join a match that somebody hosts, in this program's own window instead of a browser."""
    from game.desktop.remote.address import Address
    from game.desktop.remote.seat import HostedSeat

    if not has_display():
        raise Failure(_BROWSER)
    where = Address.read(address, room)
    if where.token and (seat or name or room):
        raise Failure("that link is one of a seat already: leave out --room, --seat and --name", code=USAGE)
    if not where.token and not where.room:
        raise Failure("add the code of the room, which the host shows, with --room CODE", code=USAGE)
    if not where.token:
        where = _seated(where, seat, name)
    open_window(joined=HostedSeat(where))


def _seated(where: Address, seat: str, name: str) -> Address:
    """Take a free seat in the lobby; where it is from now on."""
    from game.desktop.remote.lobby import Lobby

    with Lobby(where) as lobby:
        chair = _chair(lobby, seat)
        found = lobby.claim(chair.seat, name.strip() or _asked(_team(chair), "--name"))
    typer.echo(f"Your seat, here or in a browser: {found.link(found.token)}")
    return found


def _chair(lobby: Lobby, seat: str) -> Chair:
    free = [one for one in lobby.chairs if one.free]
    if seat:
        known = {key: one for one in lobby.chairs for key in (one.seat.lower(), one.name.lower())}
        if seat.lower() not in known:
            raise unknown("seat", seat, [one.seat for one in lobby.chairs])
        return known[seat.lower()]
    if not free:
        raise Failure("every seat is taken: ask the facilitator, who can free one or give you the link of yours")
    if len(free) == 1:
        return free[0]
    typer.echo(f"{lobby.title}: the free seats are")
    for number, one in enumerate(free, 1):
        typer.echo(f"  {number}  {one.name}")
    while True:
        given = _asked("Which one (number or name)", "--seat").lower()
        for number, one in enumerate(free, 1):
            if given in (str(number), one.seat.lower(), one.name.lower()):
                return one
        typer.echo("there is no such free seat")


def _team(chair: Chair) -> str:
    return f"What is your team called, at the seat of {chair.name}"


def _asked(question: str, option: str) -> str:
    """What a person answers.

    Raises:
        Failure: when nobody can be asked.
    """
    if not sys.stdin.isatty():
        raise Failure(f"nobody can be asked here: add {option}", code=USAGE)
    answer: str = typer.prompt(question)
    return answer.strip()

"""``chokepoint sheets``: paper for a session without a network, one laptop and a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli import length
from game.cli.asked import asked, opened
from game.cli.failures import USAGE, Failure

if TYPE_CHECKING:
    from game.content.package import Preset
    from game.session.match import Match


def command(
    scenario: str = typer.Argument(
        ..., metavar="SCENARIO", help="Name of a scenario, or its folder; or a save, for its turn with its figures."
    ),
    out: Path = typer.Option(..., "--out", metavar="DIR", help="Folder to write to; made where it does not exist."),
    seat: list[str] = typer.Option(
        [], "--seat", metavar="SEAT", help="For whom; may be given several times. Left out, all seats, or who plays."
    ),
    turns: str = typer.Option("", "--turns", metavar="N-M", help="Which turns, from 1: 3, or 1-4. Left out, all."),
    preset: int | None = length.PRESET,
) -> None:
    """Write sheets to print: for each seat its role, its codes and an order sheet a turn; and what is read out.

    Orders are written in codes and typed as they stand: 'chokepoint play SCENARIO --text --players …' takes them.
    """
    from game.cli.names import the_seat
    from game.reports.sheets.write import write

    match, planned = _opened(scenario, preset)
    seats = [the_seat(match.control.package, one) for one in seat] or list(match.people) or list(match.seats)
    first, last = _span(turns, match)
    for path in write(match, out, seats=seats, first=first, last=last, preset=planned):
        typer.echo(str(path))


def _opened(scenario: str, preset: int | None) -> tuple[Match, Preset | None]:
    """The match of a save, or one that begins, with the length of session that was asked for."""
    from game.doctrines import load_match, open_match
    from game.session.saves.loading import Way

    if Path(scenario).is_file():
        match = load_match(Path(scenario), way=Way.READ)
        if match.finished:
            raise Failure("the match is over: nothing is left to order", code=USAGE)
        return match, None if preset is None else length.chosen(match.control.package, preset)
    package = opened(scenario, asked(None, None, preset, ""))
    people = {seat: package.nations[seat].name for seat in package.world.names.nations[: package.world.seats]}
    return open_match(package, seed=0, people=people), None if preset is None else length.chosen(package, preset)


def _span(turns: str, match: Match) -> tuple[int, int]:
    """First and last turn, from 0.

    Raises:
        Failure: for turns that are none, or over.
    """
    count = match.control.world.calendar.turns
    if not turns:
        return match.turn, match.turn or count - 1
    begin, dash, end = turns.partition("-")
    try:
        first, last = int(begin), int(end) if dash else int(begin)
    except ValueError:
        raise Failure(f"--turns {turns!r}: write it as 3 or as 1-4", code=USAGE) from None
    if not match.turn < first <= last <= count:
        raise Failure(f"--turns {turns}: there are turns {match.turn + 1} to {count} to come", code=USAGE)
    return first - 1, last - 1

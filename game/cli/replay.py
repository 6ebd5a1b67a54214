"""``chokepoint replay FILE``: a match read again from its log, and recomputed."""

from __future__ import annotations

from pathlib import Path

import typer

from game.cli.failures import USAGE, Failure
from game.cli.readers import FACILITATOR, SEAT, asked, warn


def command(
    file: Path = typer.Argument(..., metavar="FILE", help="A save."),
    verify: bool = typer.Option(  # noqa: FBT001 - a flag of the command line
        False,  # noqa: FBT003
        "--verify",
        help="Recompute the match and compare the digest of every turn.",
    ),
    turn: int = typer.Option(
        0, "--turn", metavar="N", min=0, show_default=False, help="Only this turn, counted from 1."
    ),
    seat: str = SEAT,
    facilitator: bool = FACILITATOR,  # noqa: FBT001 - a flag of the command line
) -> None:
    """Print what happened in a match, turn by turn; with --verify, recompute it.

    Of a match that is not over it tells what one seat may know so far.
    """
    if verify and (turn or seat or facilitator):
        raise Failure("--verify looks at the whole match: leave out --turn, --seat and --facilitator", code=USAGE)
    if verify:
        _verify(file)
    else:
        with asked():
            _print(file, turn, seat, facilitator=facilitator)


def _verify(file: Path) -> None:
    from game.cli.progress import progress
    from game.session.saves.replay import verify
    from game.telling import _, ngettext, told

    with progress(_("replaying"), _("turns")) as advance:
        report = verify(file, progress=advance)
    if report.notes:
        typer.echo(" ".join(map(told, report.notes)))
    if not report.ok:
        text = _("{file} differs from its recomputation, first in turn {turn}")
        raise Failure(text.format(file=file.name, turn=(report.first_difference or 0) + 1))
    text = ngettext(
        "{file}: {number} turn recomputed, every digest is equal",
        "{file}: {number} turns recomputed, every digest is equal",
        report.turns,
    )
    typer.echo(text.format(file=file.name, number=report.turns))


def _print(file: Path, turn: int, seat: str, *, facilitator: bool) -> None:
    from game.cli.transcript import so_far, transcript
    from game.doctrines import load_match
    from game.reports.readers import reader_of, warning_of
    from game.session.saves.loading import Way
    from game.telling import ngettext

    match = load_match(file, way=Way.READ)
    if turn > match.turn:
        text = ngettext(
            "{file} has {number} turn, there is no turn {asked}",
            "{file} has {number} turns, there is no turn {asked}",
            match.turn,
        )
        raise Failure(text.format(file=file.name, number=match.turn, asked=turn), code=USAGE)
    reader = reader_of(match, seat, facilitator=facilitator)
    warn(warning_of(match, reader))
    for line in so_far(match, reader, turn or None) if reader else transcript(match, turn or None):
        typer.echo(line)

"""``chokepoint replay FILE``: a match read again from its log, and recomputed."""

from __future__ import annotations

from pathlib import Path

import typer

from game.cli.failures import USAGE, Failure


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
) -> None:
    """Print what happened in a match, turn by turn; with --verify, recompute it."""
    if verify and turn:
        raise Failure("--verify looks at the whole match: leave out --turn", code=USAGE)
    if verify:
        _verify(file)
    else:
        _print(file, turn)


def _verify(file: Path) -> None:
    from game.cli.progress import progress
    from game.session.saves.replay import verify

    with progress("replaying", "turns") as advance:
        report = verify(file, progress=advance)
    if report.note:
        typer.echo(report.note)
    if not report.ok:
        raise Failure(f"{file.name} differs from its recomputation, first in turn {(report.first_difference or 0) + 1}")
    typer.echo(f"{file.name}: {report.turns} turn{'s' * (report.turns != 1)} recomputed, every digest is equal")


def _print(file: Path, turn: int) -> None:
    from game.cli.transcript import transcript
    from game.doctrines import load_match

    match = load_match(file)
    if turn > len(match.control.reports):
        raise Failure(f"{file.name} has {len(match.control.reports)} turns, there is no turn {turn}", code=USAGE)
    for line in transcript(match, turn or None):
        typer.echo(line)

"""``chokepoint report SAVE --out DIR``: the debrief of a match, or what can be told of one that goes on."""

from __future__ import annotations

from pathlib import Path

import typer

from game.cli.readers import FACILITATOR, SEAT, asked, warn


def command(
    save: Path = typer.Argument(..., metavar="SAVE", help="A save."),
    out: Path = typer.Option(..., "--out", metavar="DIR", help="Folder to write to; made where it does not exist."),
    seat: str = SEAT,
    facilitator: bool = FACILITATOR,  # noqa: FBT001 - a flag of the command line
) -> None:
    """Write the debrief of a match: one web page, and its data as CSV with a dictionary.

    Of a match that is not over it tells what one seat may know so far.
    """
    from game.reports.debrief import debrief

    with asked():
        written = debrief(save, out, seat=seat, facilitator=facilitator)
    warn(written.warning)
    for path in written.files:
        typer.echo(str(path))

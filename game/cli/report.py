"""``chokepoint report SAVE --out DIR``: the debrief of a match."""

from __future__ import annotations

from pathlib import Path

import typer


def command(
    save: Path = typer.Argument(..., metavar="SAVE", help="A save."),
    out: Path = typer.Option(..., "--out", metavar="DIR", help="Folder to write to; made where it does not exist."),
) -> None:
    """Write the debrief of a match: one web page, and its data as CSV with a dictionary."""
    from game.reports import debrief

    for path in debrief(save, out):
        typer.echo(str(path))

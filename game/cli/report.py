"""``chokepoint report SAVE… --out DIR``: the debrief of a match, what can be told of one that goes on, or several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli.failures import USAGE, Failure
from game.cli.readers import FACILITATOR, SEAT, asked, warn

if TYPE_CHECKING:
    from game.reports.spreadsheet import Signs


def command(
    saves: list[Path] = typer.Argument(
        ..., metavar="SAVE…", help="A save; or several, or folders of saves, to set them side by side."
    ),
    out: Path = typer.Option(..., "--out", metavar="DIR", help="Folder to write to; made where it does not exist."),
    seat: str = SEAT,
    facilitator: bool = FACILITATOR,  # noqa: FBT001 - a flag of the command line
    separator: str = typer.Option(",", "--separator", metavar="SIGN", help="Between the cells of the CSV; or tab."),
    decimal: str = typer.Option(".", "--decimal", metavar="SIGN", help="Before the decimals in the CSV."),
    xlsx: bool = typer.Option(False, "--xlsx", help="Write the tables as a workbook too."),  # noqa: FBT001, FBT003
) -> None:
    """Write the debrief of a match: one web page, and its data as CSV with a dictionary.

    Of a match that is not over it tells what one seat may know so far. Several saves make one page that sets their
    teams side by side, and one table with a row for each seat that people hold.
    """
    from game.reports.several import saves_in

    signs = _signs(separator, decimal)
    if len(saves) > 1 or saves[0].is_dir():
        _compare(saves_in(saves), out, seat, facilitator, signs, xlsx)
    else:
        _debrief(saves[0], out, seat, facilitator, signs, xlsx)


def _signs(separator: str, decimal: str) -> Signs:
    from game.reports.spreadsheet import BadSigns, signs
    from game.telling import told

    try:
        return signs(separator, decimal)
    except BadSigns as error:
        raise Failure(told(error), code=USAGE) from error


def _debrief(save: Path, out: Path, seat: str, facilitator: bool, signs: Signs, workbook: bool) -> None:  # noqa: FBT001
    from game.reports.debrief import debrief

    with asked():
        written = debrief(save, out, seat=seat, facilitator=facilitator, signs=signs, workbook=workbook)
    warn(written.warning)
    _list(written.files)


def _compare(
    saves: Sequence[Path],
    out: Path,
    seat: str,
    facilitator: bool,  # noqa: FBT001
    signs: Signs,
    workbook: bool,  # noqa: FBT001
) -> None:
    """Raises `Failure` where a save is left out: who started it must not take the table for a whole one."""
    from game.reports.several import compare
    from game.telling import _, ngettext

    written = compare(saves, out, seat=seat, facilitator=facilitator, signs=signs, workbook=workbook)
    for text in (*written.warnings, *written.left_out):
        warn(text)
    _list(written.files)
    if not saves:
        raise Failure(_("there is no save in the folder"))
    if written.left_out:
        number = len(written.left_out)
        text = ngettext("{number} of {saves} saves is left out", "{number} of {saves} saves are left out", number)
        raise Failure(text.format(number=number, saves=len(saves)))


def _list(files: Sequence[Path]) -> None:
    for path in files:
        typer.echo(str(path))

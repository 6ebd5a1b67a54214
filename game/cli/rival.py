"""The option by which another script of the rival plays."""

from __future__ import annotations

import typer

RED_CELL = typer.Option(
    "", "--red-cell", metavar="NAME", show_default=False, help="A person who leads the rival at the same screen."
)
RIVAL = typer.Option(
    "",
    "--rival",
    metavar="SCRIPT",
    show_default=False,
    help="How the rival thinks: measured, opportunist, hard_liner ...; left out, as the scenario says.",
)

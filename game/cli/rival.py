"""The option by which another script of the rival plays."""

from __future__ import annotations

import typer

RIVAL = typer.Option(
    "",
    "--rival",
    metavar="SCRIPT",
    show_default=False,
    help="How the rival thinks: measured, opportunist, hard_liner ...; left out, as the scenario says.",
)

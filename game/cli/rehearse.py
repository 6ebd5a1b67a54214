"""``chokepoint rehearse``: the whole session with the program in every seat, before anyone sits in one."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from game.cli import length
from game.cli.asked import asked, opened
from game.cli.rival import RIVAL

_PROCESSES = min(os.cpu_count() or 1, 4)


def command(
    scenario: str = typer.Argument(..., metavar="SCENARIO", help="Name of a scenario, or its folder."),
    runs: int = typer.Option(200, "--runs", metavar="N", min=1, max=10_000, help="Matches that are played."),
    seed: int = typer.Option(1, "--seed", metavar="N", min=0, max=2**63 - 1, help="Their seeds follow from it."),
    preset: int | None = length.PRESET,
    rival: str = RIVAL,
    processes: int = typer.Option(
        _PROCESSES, "--processes", metavar="N", min=1, max=256, help="Processes that share the work."
    ),
    out: Path | None = typer.Option(None, "--out", metavar="DIR", help="Write a page with curves too."),
) -> None:
    """Play the session by doctrines many times: what to expect, what bites, when it turns, what may go wrong.

    It tells the rival's script: it is for whoever runs the session, not for players.
    """
    from game.cli.progress import progress
    from game.lab.rehearsal.risks import risks
    from game.lab.rehearsal.run import rehearse
    from game.lab.rehearsal.table import lines
    from game.lab.runs.seeds import Draws
    from game.telling import _

    package = opened(scenario, asked(None, None, preset, rival))
    planned = None if preset is None else length.chosen(package, preset)
    with progress(_(package.title), _("matches")) as tell:
        rehearsed = rehearse(package, Draws(seed, runs), preset=planned, processes=processes, tell=tell)
    wrong = risks(rehearsed)
    for line in lines(rehearsed, wrong):
        typer.echo(line)
    if out is not None:
        from game.lab.rehearsal.page import write

        typer.echo(f"\n{write(rehearsed, wrong, out)}")

"""``chokepoint tournament``: every doctrine in every seat, against tables of the others."""

from __future__ import annotations

import typer

from game.cli.rival import RIVAL

PROCESSES = typer.Option(2, "--processes", metavar="N", min=1, max=256, help="Processes that share the matches.")
SEED = typer.Option(1, "--seed", metavar="N", min=0, max=2**63 - 2, help="Seed from which those of matches follow.")


def command(
    scenario: str = typer.Argument(..., metavar="SCENARIO", help="Name of a scenario, or its folder."),
    seeds: int = typer.Option(4, "--seeds", metavar="N", min=1, max=1000, help="Matches at each table."),
    tables: int = typer.Option(64, "--tables", metavar="N", min=1, max=1000, help="Tables that a seat meets at most."),
    ahead: bool = typer.Option(False, "--ahead", help="Let those that look ahead play too: seconds a match."),  # noqa: FBT001, FBT003
    seed: int = SEED,
    rival: str = RIVAL,
    processes: int = PROCESSES,
) -> None:
    """Let the doctrines meet at all tables; print points, matches won, and how often each is the best answer."""
    from game.cli.names import open_package
    from game.cli.progress import progress
    from game.content.scripts import choice
    from game.lab.tournament.run import tournament
    from game.lab.tournament.table import lines
    from game.telling import _

    package = open_package(scenario, choice(rival))
    with progress(_(package.title), _("matches")) as tell:
        done = tournament(package, seed=seed, seeds=seeds, processes=processes, tell=tell, most=tables, ahead=ahead)
    for line in lines(package, done):
        typer.echo(line)

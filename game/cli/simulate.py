"""``chokepoint simulate``: a match, or an ensemble of matches, with the program in every seat."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli import length
from game.cli.failures import USAGE, Failure

if TYPE_CHECKING:
    from game.content.package import Package
    from game.engine.state import State
    from game.session.match import Match


def command(
    scenario: str = typer.Argument(..., metavar="SCENARIO", help="Name of a scenario, or its folder."),
    seed: int = typer.Option(
        1,
        "--seed",
        metavar="N",
        min=0,
        max=2**63 - 1,
        help="Seed of chance; with --runs, theirs follow from it.",
    ),
    json_file: str = typer.Option("", "--json", metavar="FILE", help="Write the figures as JSON; - is the screen."),
    save: Path | None = typer.Option(None, "--save", metavar="FILE", help="Keep the match as a save."),
    monthly: Path | None = typer.Option(
        None,
        "--monthly",
        metavar="FILE",
        help="Write every figure of every month as CSV, a value a row, and its data dictionary, FILE_dictionary.",
    ),
    runs: int = typer.Option(
        1,
        "--runs",
        metavar="N",
        min=1,
        max=1_000_000,
        help="Play this many matches, each with its own seed; another --seed, others.",
    ),
    processes: int = typer.Option(1, "--processes", metavar="N", min=1, max=256, help="Processes that share the runs."),
    doctrine: list[str] = typer.Option(
        [], "--doctrine", metavar="SEAT=DOCTRINE", help="Who leads a seat; may be given for several seats."
    ),
    turns: int | None = length.TURNS,
    turn_months: int | None = length.TURN_MONTHS,
) -> None:
    """Play all seats by doctrines to the end; print final figures and the digest."""
    if runs > 1 and (save or monthly):
        raise Failure("--save and --monthly keep a single match: leave them out with --runs", code=USAGE)
    from game.cli.names import open_package, the_doctrine, the_seats

    package = open_package(scenario, length.changes(turns, turn_months))
    chosen = the_seats(package, doctrine, "--doctrine", "SEAT=DOCTRINE")
    led = {seat: the_doctrine(package, name) for seat, name in chosen.items()}
    if runs > 1:
        _ensemble(package, seed, runs, led, processes, json_file)
    else:
        _match(package, seed, led, json_file, save, monthly)


def _match(
    package: Package, seed: int, led: dict[str, str], json_file: str, save: Path | None, monthly: Path | None
) -> None:
    from game.cli.output import write_json
    from game.cli.progress import progress
    from game.cli.single import as_json, as_text
    from game.doctrines import open_match
    from game.telling import _, told

    match = open_match(package, seed=seed, doctrines=led, log=save)
    turns = package.world.calendar.turns
    with ExitStack() as files, progress(_(package.title), _("turns")) as advance:
        watch = _watcher(match, monthly, files)
        while not match.finished:
            match.resolve(watch)
            advance(match.turn, turns)
    if match.save_problem:
        raise Failure(_("the save is not complete: {problem}").format(problem=told(match.save_problem)))
    if json_file:
        write_json(as_json(match), json_file)
    if json_file != "-":
        if monthly is not None:
            text = _("Monthly figures: {file}. What they mean: {dictionary}.")
            typer.echo(f"{text.format(file=monthly, dictionary=_dictionary(monthly))}\n")
        for line in as_text(match):
            typer.echo(line)


def _watcher(match: Match, monthly: Path | None, files: ExitStack) -> Callable[[State], None] | None:
    """What writes every month of `match` into the file `monthly`, which `files` will close."""
    if monthly is None:
        return None
    from game.reports.monthly import MonthlyTable, write_dictionary

    table = files.enter_context(MonthlyTable(match.control.package, monthly))
    write_dictionary(match.control.package, _dictionary(monthly))
    table.write(match.control.state)
    return table.write


def _dictionary(table: Path) -> Path:
    """Where the dictionary of the monthly figures in the file `table` lies."""
    return table.with_name(f"{table.stem}_dictionary{table.suffix or '.csv'}")


def _ensemble(package: Package, seed: int, runs: int, led: dict[str, str], processes: int, json_file: str) -> None:
    from game.cli.output import write_json
    from game.cli.progress import progress
    from game.lab.ensemble.run import run
    from game.lab.ensemble.summary import summary_lines
    from game.lab.runs.seeds import Draws

    with progress(f"{runs} matches", "matches") as advance:
        ensemble = run(package, package.folder, Draws(seed, runs), doctrines=led, processes=processes, tell=advance)
    if json_file:
        write_json(ensemble.as_json(), json_file)
    if json_file != "-":
        for line in summary_lines(package, ensemble):
            typer.echo(line)

"""``chokepoint simulate``: a match, or an ensemble of matches, with the program in every seat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli import length
from game.cli.asked import asked, opened
from game.cli.failures import USAGE, Failure
from game.cli.rival import RIVAL

if TYPE_CHECKING:
    from game.content.package import Package
    from game.content.plan import Plan
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
    plan: list[Path] = typer.Option(
        [], "--plan", metavar="FILE", help="Let a seat give the orders of a plan file; may be given for several seats."
    ),
    seat: list[str] = typer.Option(
        [], "--seat", metavar="SEAT", help="Seat of each plan, in the same order; left out, as its file says."
    ),
    rival: str = RIVAL,
    turns: int | None = length.TURNS,
    turn_months: int | None = length.TURN_MONTHS,
    preset: int | None = length.PRESET,
) -> None:
    """Play all seats by doctrines, or by plans, to the end; print final figures and the digest."""
    if runs > 1 and (save or monthly):
        raise Failure("--save and --monthly keep a single match: leave them out with --runs", code=USAGE)
    from game.cli.names import the_doctrine, the_seats
    from game.cli.plans import plans_of

    package = opened(scenario, asked(turns, turn_months, preset, rival))
    chosen = the_seats(package, doctrine, "--doctrine", "SEAT=DOCTRINE")
    led = {seat: the_doctrine(package, name) for seat, name in chosen.items()}
    plans = plans_of(package, plan, seat, led)
    if runs > 1:
        _ensemble(package, Played(seed, led, plans), runs, processes, json_file)
    else:
        _match(package, Played(seed, led, plans), json_file, save, monthly)


@dataclass(frozen=True)
class Played:
    """What is to be played: the seed, who leads seats by another doctrine, and who by a plan."""

    seed: int
    led: Mapping[str, str]
    plans: Mapping[str, Plan]


def _match(package: Package, played: Played, json_file: str, save: Path | None, monthly: Path | None) -> None:
    from game.cli.output import write_json
    from game.cli.plans import order
    from game.cli.progress import progress
    from game.cli.single import as_json, as_text
    from game.doctrines import open_match
    from game.telling import _, told

    people = dict.fromkeys(played.plans, _("plan"))
    match = open_match(package, seed=played.seed, people=people, doctrines=played.led, log=save)
    turns = package.world.calendar.turns
    with ExitStack() as files, progress(_(package.title), _("turns")) as advance:
        watch = _watcher(match, monthly, files)
        while not match.finished:
            order(match, played.plans)
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


def _ensemble(package: Package, played: Played, runs: int, processes: int, json_file: str) -> None:
    from game.cli.output import write_json
    from game.cli.progress import progress
    from game.lab.ensemble.run import run
    from game.lab.ensemble.summary import summary_lines
    from game.lab.runs.seeds import Draws

    draws, led, plans = Draws(played.seed, runs), played.led, played.plans
    with progress(f"{runs} matches", "matches") as tell:
        ensemble = run(package, package.folder, draws, doctrines=led, plans=plans, processes=processes, tell=tell)
    if json_file:
        write_json(ensemble.as_json(), json_file)
    if json_file != "-":
        for line in summary_lines(package, ensemble):
            typer.echo(line)

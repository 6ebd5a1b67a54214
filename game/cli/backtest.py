"""``chokepoint backtest``: history played again, and every fact it is held against."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli.failures import USAGE, Failure

if TYPE_CHECKING:
    from game.content import Package
    from game.content.facts import Facts
    from game.content.record import Curve
    from game.lab.ablation.run import Ablated
    from game.lab.backtest.run import Backtest


def command(
    scenario: str = typer.Argument("", metavar="[SCENARIO]", help="Name of a scenario with facts, or its folder."),
    draws: int = typer.Option(64, "--draws", metavar="N", min=1, max=100_000, help="Matches, each with its own seed."),
    seed: int = typer.Option(1, "--seed", metavar="N", min=0, max=2**63 - 1, help="Seed from which theirs follow."),
    processes: int = typer.Option(1, "--processes", metavar="N", min=1, max=256, help="Processes that share the runs."),
    json_file: str = typer.Option("", "--json", metavar="FILE", help="Write the facts as JSON; - is the screen."),
    out: Path | None = typer.Option(None, "--out", metavar="DIR", help="Write a page with the table and the curves."),
    ablate: bool = typer.Option(False, "--ablate", help="Also pull each lever alone, and hold it against all of them."),  # noqa: FBT001, FBT003
) -> None:
    """Play history again and print, fact by fact, what is documented and what the simulation gives.

    The exit code is 1 where a documented fact fails.
    """
    package, facts = open_with_facts(scenario)
    curves = _curves(package) if out is not None else ()
    test = _played(package, facts, curves, draws, seed, processes)
    levers = _ablated(package, draws, seed, processes) if ablate else None
    if json_file:
        _write_json(test, levers, json_file)
    if json_file != "-":
        _print(test, levers)
    if out is not None:
        from game.lab.backtest.page import write

        typer.echo(str(write(test, curves, out, levers)), err=json_file == "-")
    if not test.holds:
        raise typer.Exit(1)


def _write_json(test: Backtest, levers: Ablated | None, target: str) -> None:
    from game.cli.output import write_json
    from game.lab.ablation.data import as_json as levers_as_json
    from game.lab.backtest.data import as_json

    content = as_json(test)
    write_json(content if levers is None else {**content, "ablation": levers_as_json(levers)}, target)


def _print(test: Backtest, levers: Ablated | None) -> None:
    from game.lab.ablation.table import lines as lines_of_levers
    from game.lab.backtest.table import lines

    for line in lines(test):
        typer.echo(line)
    if levers is not None:
        typer.echo()
        for line in lines_of_levers(levers):
            typer.echo(line)


def open_with_facts(scenario: str) -> tuple[Package, Facts]:
    """The scenario of that name or in that folder, and its facts; without a name, the first that has facts.

    Raises:
        Failure: when there is none, or when it has no facts.
        ContentError: when its files have findings.
    """
    from game.cli.names import open_package
    from game.content import load_facts

    package = open_package(scenario or _first_with_facts())
    facts = load_facts(package.folder)
    if facts is None:
        raise Failure(f"{scenario} has no facts.yaml: there is nothing to hold it against", code=USAGE)
    return package, facts


def _first_with_facts() -> str:
    """The first scenario of the list that comes along and has facts.

    Raises:
        Failure: when there is none.
    """
    from game.content import list_scenarios

    found = [info.id for info in list_scenarios(own=False) if info.has_facts]
    if not found:
        raise Failure("which scenario? none that comes along has facts", code=USAGE)
    return found[0]


def _curves(package: Package) -> tuple[Curve, ...]:
    from game.content import load_record

    return load_record(package.folder)


def _played(
    package: Package, facts: Facts, curves: tuple[Curve, ...], draws: int, seed: int, processes: int
) -> Backtest:
    from game.cli.progress import progress
    from game.lab.backtest.run import backtest
    from game.lab.runs.seeds import Draws

    drawn = Draws(seed, draws)
    with progress(f"{draws} draws", "matches") as advance:
        return backtest(package, package.folder, facts, drawn, curves=curves, processes=processes, tell=advance)


def _ablated(package: Package, draws: int, seed: int, processes: int) -> Ablated:
    from game.cli.progress import progress
    from game.content import load_ablation
    from game.lab.ablation.run import ablate
    from game.lab.runs.seeds import Draws

    found = load_ablation(package.folder)
    if found is None:
        raise Failure(f"{package.scenario} has no ablation.yaml: it names no levers", code=USAGE)
    with progress(f"{draws} draws with single levers", "matches") as tell:
        return ablate(*found, package.folder, Draws(seed, draws), processes=processes, tell=tell)

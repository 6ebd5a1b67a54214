"""``chokepoint balance``: what the gates ask of a scenario, measured; the page and the plan files beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli.failures import USAGE, Failure
from game.cli.rival import RIVAL
from game.cli.tournament import PROCESSES, SEED

if TYPE_CHECKING:
    from game.content.package import Package
    from game.lab.balance.judged import Row
    from game.lab.balance.study import Study


def command(
    scenario: str = typer.Argument("", metavar="[SCENARIO]", help="Name of a scenario, or its folder."),
    seats: str = typer.Option("", "--seats", metavar="A,B", help="Seats to look at; nothing is written then."),
    quick: bool = typer.Option(False, "--quick", help="A minute's look; nothing is written."),  # noqa: FBT001, FBT003
    everything: bool = typer.Option(False, "--all", help="Every scenario that comes along and is made for play."),  # noqa: FBT001, FBT003
    scripts: bool = typer.Option(  # noqa: FBT001 - a flag
        False,  # noqa: FBT003
        "--scripts",
        help="Measure the scripts of the rival instead, and write what each seat makes under them into rival.yaml.",
    ),
    seed: int = SEED,
    rival: str = RIVAL,
    processes: int = PROCESSES,
) -> None:
    """Measure what decides in a scenario by thousands of matches, print the gates, and write what came out.

    BALANCE.md and plans/ in the folder of the scenario are written at full size, for all seats and the script that
    usually plays.
    """
    if bool(scenario) == everything:
        raise Failure("name a scenario, or give --all", code=USAGE)
    from game.cli.names import open_package
    from game.content.scripts import choice

    for place, name in enumerate(_made_for_play() if everything else [scenario]):
        if place:
            typer.echo()
        package = open_package(name, choice(rival))
        if scripts:
            _scripts(package, seed)
            continue
        chosen = _chosen(package, seats)
        study, rows = _measured(package, chosen, quick=quick, seed=seed, processes=processes)
        _print(study, rows)
        if not (quick or chosen or rival):
            _write(study, rows)


def _scripts(package: Package, seed: int) -> None:
    """Measure the scripts of the rival and write what came out."""
    from game.cli.progress import progress
    from game.lab.balance.scripts import FILE, measured, write
    from game.telling import _
    from game.telling.script import ease

    if len(package.scripts) < 2:
        typer.echo(_("{title} has only one script").format(title=_(package.title)))
        return
    with progress(_(package.title), _("matches")) as tell:
        found = measured(package, seed=seed, tell=tell)
    write(Path(package.folder), found)
    for name, points in found.items():
        typer.echo(f"{_(package.scripts[name].name)}:")
        for seat, gain in points.items():
            typer.echo(f"  {_(package.nations[seat].name)}: {ease(gain)}")
    typer.echo(_("Written: {file}.").format(file=Path(package.folder) / FILE))


def _made_for_play() -> Iterator[str]:
    """The scenarios that come along, without those that replay a record."""
    from game.content import list_scenarios

    return (info.id for info in list_scenarios(own=False) if not info.has_facts)


def _chosen(package: Package, seats: str) -> list[str]:
    from game.cli.names import the_seat

    return [the_seat(package, name.strip()) for name in seats.split(",") if name.strip()]


def _measured(package: Package, seats: list[str], *, quick: bool, seed: int, processes: int) -> tuple[Study, list[Row]]:
    from game.cli.progress import progress
    from game.content.gates import load_gates
    from game.lab.balance.judged import rows
    from game.lab.balance.sizes import FULL, QUICK
    from game.lab.balance.study import study
    from game.telling import _

    gates = load_gates()
    with progress(_(package.title), _("matches")) as tell:
        done = study(package, QUICK if quick else FULL, seats=seats, seed=seed, processes=processes, tell=tell)
    return done, rows(done, gates)


def _print(study: Study, rows: list[Row]) -> None:
    from game.lab.balance.table import lines

    for line in lines(study, rows):
        typer.echo(line)


def _write(study: Study, rows: list[Row]) -> None:
    """Put the page and the plans into the folder of the scenario."""
    from game.lab.balance import page, plan_files
    from game.telling import _

    folder = Path(study.package.folder)
    path = folder / page.FILE
    path.write_text(page.page(study, rows), encoding="utf-8", newline="\n")
    for seat, best in zip(study.seats, study.best, strict=True):
        file = plan_files.path_of(folder, seat)
        file.parent.mkdir(exist_ok=True)
        about = f"The best plan that was found for this seat, seed {study.seed}"
        file.write_text(plan_files.text(seat, best.plan, about), encoding="utf-8", newline="\n")
    typer.echo(_("Written: {file}, and the plans beside it.").format(file=path))

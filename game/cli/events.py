"""``chokepoint events``: an event list (MSEL) for an exercise, checked or begun."""

from __future__ import annotations

from pathlib import Path

import typer

from game.cli.failures import USAGE, Failure

app = typer.Typer(
    help="Check an event list (MSEL) for an exercise, or begin one.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_SUFFIXES = (".csv", ".xlsx")


@app.command("check", short_help="Check an event list for a scenario.")
def check(
    file: Path = typer.Argument(..., metavar="FILE", help="The list, CSV or XLSX."),
    scenario: str = typer.Option(..., "--scenario", metavar="SCENARIO", help="Name of the scenario, or its folder."),
) -> None:
    """Check an event list for a scenario: every finding at once; exit code 1 where there are any."""
    from game.cli.names import open_package
    from game.exercise.event_list import read
    from game.exercise.findings import EventListError
    from game.telling import _, ngettext, told

    package = open_package(scenario)
    try:
        found = read(file.name, file.read_bytes(), package)
    except EventListError as error:
        for finding in error.findings:
            typer.echo(told(finding.told()))
        many = len(error.findings)
        typer.echo(ngettext("{count} finding", "{count} findings", many).format(count=many))
        raise typer.Exit(1) from error
    many = len(found.events)
    typer.echo(ngettext("{count} event, no findings", "{count} events, no findings", many).format(count=many))
    typer.echo(_("Host it with: {command}").format(command=f"chokepoint host {scenario} --events {file}"))


@app.command("template", short_help="Begin an event list for a scenario.")
def template(
    scenario: str = typer.Argument(..., metavar="SCENARIO", help="Name of the scenario, or its folder."),
    out: Path = typer.Option(..., "--out", metavar="FILE", help="File to write, .csv or .xlsx."),
) -> None:
    """Write a list to begin with: an example of each way, and the scenario's incidents and rules kept for need."""
    from game.cli.names import open_package
    from game.exercise import files
    from game.exercise.starter import starter

    if out.suffix.lower() not in _SUFFIXES:
        raise Failure(f"--out {out}: give a file that ends in {' or '.join(_SUFFIXES)}", code=USAGE)
    if out.exists():
        raise Failure(f"--out {out}: there is such a file already, give another name", code=USAGE)
    out.write_bytes(files.write(starter(open_package(scenario)), out.suffix))
    typer.echo(str(out))

"""``chokepoint check PATH``: every finding in a rule set or scenario at once."""

from __future__ import annotations

from pathlib import Path

import typer

from game.cli.failures import USAGE, Failure


def command(path: Path = typer.Argument(..., metavar="PATH", help="Folder of a rule set or of a scenario.")) -> None:
    """Check a rule set or scenario folder; exit code 1 where it has errors."""
    if not path.is_dir():
        raise Failure(f"{path} is no folder: give the folder of a rule set or of a scenario", code=USAGE)
    from game.content import check

    findings = check(path)
    for finding in findings:
        typer.echo(str(finding))
    errors = sum(finding.severity == "error" for finding in findings)
    if not findings:
        typer.echo("no findings")
    else:
        warnings = len(findings) - errors
        typer.echo(f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}")
    if errors:
        raise typer.Exit(1)

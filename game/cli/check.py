"""``chokepoint check PATH``: every finding in a rule set or scenario at once, and what one may write in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli.failures import USAGE, Failure

if TYPE_CHECKING:
    from game.content.authoring import Group

_WIDTH = 100


def command(
    path: Path | None = typer.Argument(None, metavar="[PATH]", help="Folder of a rule set or of a scenario."),
    metrics: bool = typer.Option(False, "--metrics", help="List all that a rule may name: figures, actions, orders."),  # noqa: FBT001, FBT003
    json_file: str = typer.Option(
        "", "--json", metavar="FILE", help="With --metrics: write the list as JSON; - is the screen."
    ),
) -> None:
    """Check a rule set or scenario folder; exit code 1 where it has errors."""
    if metrics:
        _list(json_file)
    elif path is None:
        raise Failure("give the folder of a rule set or of a scenario, or --metrics", code=USAGE)
    else:
        _check(path)


def _check(path: Path) -> None:
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


def _list(json_file: str) -> None:
    from dataclasses import asdict

    from game.cli.output import write_json
    from game.content.authoring import groups

    found = groups()
    if json_file:
        write_json({"groups": [asdict(group) for group in found]}, json_file)
        return
    for group in found:
        for line in _lines(group):
            typer.echo(line)


def _lines(group: Group) -> Iterator[str]:
    import textwrap

    yield group.title
    yield "=" * len(group.title)
    yield textwrap.fill(group.where, _WIDTH, break_on_hyphens=False)
    for item in group.items:
        yield ""
        first = f"{item.form}  [{item.note}]" if item.note else item.form
        yield textwrap.fill(first, _WIDTH, subsequent_indent="    ", break_on_hyphens=False)
        yield textwrap.fill(item.meaning, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield ""

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
    path: Path | None = typer.Argument(None, metavar="[PATH]", help="Folder or name of a rule set or of a scenario."),
    metrics: bool = typer.Option(False, "--metrics", help="List all that a rule may name: figures, actions, orders."),  # noqa: FBT001, FBT003
    json_file: str = typer.Option(
        "", "--json", metavar="FILE", help="With --metrics: write the list as JSON; - is the screen."
    ),
) -> None:
    """Check a rule set or a scenario, by folder or name; exit code 1 where it has errors."""
    if metrics:
        _list(json_file)
    elif path is None:
        raise Failure("give the folder of a rule set or of a scenario, or --metrics", code=USAGE)
    else:
        _check(path)


def _check(path: Path) -> None:
    from game.content import check, shelves

    folder = path if path.is_dir() else shelves.find(str(path))
    if folder is None:
        raise Failure(f"{path} is no folder: give the folder of a rule set or of a scenario", code=USAGE)
    findings = check(folder)
    for finding in findings:
        typer.echo(f"{finding} (warning)" if finding.severity == "warning" else str(finding))
    errors, warnings = (sum(one.times for one in findings if one.severity == kind) for kind in ("error", "warning"))
    if not findings:
        typer.echo("no findings")
    else:
        typer.echo(f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}")
    _count_fitted(folder)
    _say_what_is_played(folder)
    if errors:
        raise typer.Exit(1)


def _count_fitted(folder: Path) -> None:
    """Tell which numbers of a rule set, or of a scenario and its rule set, were moved with an outcome in sight."""
    from game.content import fitted_in

    found = fitted_in(folder)
    if found is not None:
        many = sum(one.numbers for one in found)
        typer.echo(f"{many} fitted number{'s' * (many != 1)}, moved with an outcome in sight{':' * bool(found)}")
        for one in found:
            typer.echo(f"  {one.path}{f' ({one.numbers})' if one.numbers > 1 else ''}")


def _say_what_is_played(folder: Path) -> None:
    """Tell on stderr that another rule set of that name is the one that its name means in play."""
    from game.content import ContentError, shelves

    if not (folder / shelves.HEADS[shelves.RULES]).is_file():
        return
    name = folder.resolve().name
    try:
        meant = shelves.named(shelves.RULES, name)
    except ContentError:
        return
    if meant is None:
        typer.echo(f"chokepoint: scenarios that lie beside {name} find it by this name, others by its path", err=True)
    elif meant.resolve() != folder.resolve():
        text = f"this is not what {name} means in play, which is {meant.resolve()}; scenarios beside this one use this"
        typer.echo(f"chokepoint: {text}", err=True)


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

"""``chokepoint new``: a scenario or a rule set of one's own, begun as a copy in the user's folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from game.cli.failures import USAGE, Failure, unknown
from game.marks import N_

app = typer.Typer(
    help="Begin a scenario or a rule set of your own, as a copy in your folder that is found by its name.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_NAME = typer.Argument(..., metavar="NAME", help="Its name: small letters, digits and _.")


@app.command("scenario", short_help="Begin a scenario.")
def scenario(
    name: str = _NAME,
    source: str = typer.Option(
        "", "--from", metavar="ID", help="Name or folder of the scenario to copy; left out, the first in the list."
    ),
    rules: str = typer.Option(
        "", "--rules", metavar="ID", help="Name of the rule set to use; left out, that of the scenario copied."
    ),
) -> None:
    """Begin a scenario of your own, as a copy that you then change."""
    from game.content import making, shelves
    from game.telling import _

    with _told():
        folder = making.new_scenario(name, _source(shelves.SCENARIOS, N_("scenario"), source), rules)
    typer.echo(str(folder))
    text = _("Change its files, then: {check}, and: {play}")
    typer.echo(text.format(check=f"chokepoint check {name}", play=f"chokepoint play {name}"))


@app.command("rules", short_help="Begin a rule set.")
def rules(
    name: str = _NAME,
    source: str = typer.Option(
        "", "--from", metavar="ID", help="Name or folder of the rule set to copy; left out, the first there is."
    ),
) -> None:
    """Begin a rule set of your own, as a copy that you then change."""
    from game.content import making, shelves
    from game.telling import _

    with _told():
        folder = making.new_rules(name, _source(shelves.RULES, N_("rule set"), source))
    typer.echo(str(folder))
    text = _("Change its files, then: {check}, and: {play}")
    typer.echo(text.format(check=f"chokepoint check {name}", play=f"chokepoint new scenario YOURS --rules {name}"))


@contextmanager
def _told() -> Iterator[None]:
    """Turn a refusal into an answer to the person."""
    from game.content.making import NotMade
    from game.telling import told

    try:
        yield
    except NotMade as refusal:
        raise Failure(told(refusal), code=USAGE) from refusal


def _source(kind: str, word: str, asked: str) -> Path:
    """The folder to copy.

    Raises:
        Failure: when there is none of that name.
        ContentError: when several have the name.
    """
    from game.content import shelves

    if not asked:
        return shelves.everything(kind, own=False)[0]
    folder = shelves.named(kind, asked) or Path(asked)
    if not (folder / shelves.HEADS[kind]).is_file():
        raise unknown(word, asked, shelves.names(kind))
    return folder

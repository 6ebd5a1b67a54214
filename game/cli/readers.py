"""Options that say to whom a match is told, and what is said where they leave it open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from game.cli.failures import USAGE, Failure

SEAT = typer.Option("", "--seat", metavar="SEAT", help="To whom it is told; left out, to the person who plays.")
FACILITATOR = typer.Option(
    False,  # noqa: FBT003 - a flag of the command line
    "--facilitator",
    help="Tell all of a match that is not over, the rival's script too.",
)


@contextmanager
def asked() -> Iterator[None]:
    """Turn an unknown seat, or one that is not named where it must be, into an answer to the person.

    Raises:
        Failure: for either.
    """
    from game.reports.readers import WhichSeat
    from game.telling import _

    try:
        yield
    except WhichSeat as question:
        text = _("{question} Give --seat, or --facilitator for everything")
        raise Failure(text.format(question=question), code=USAGE) from question
    except KeyError as error:
        raise Failure(str(error.args[0]), code=USAGE) from error


def warn(text: str) -> None:
    """Print a warning beside the output, where there is one."""
    if text:
        typer.echo(f"chokepoint: {text}", err=True)

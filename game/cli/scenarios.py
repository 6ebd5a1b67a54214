"""``chokepoint scenarios``: what can be played."""

from __future__ import annotations

import typer


def command() -> None:
    """List the scenarios: name, length, seats and what they are about."""
    import textwrap

    from game.content import list_scenarios

    for found in list_scenarios():
        months = found.turns * found.turn_months
        typer.echo(f"{found.id}: {found.title}")
        typer.echo(f"  from {found.start}, {found.turns} turns of {found.turn_months} months ({months / 12:g} years)")
        typer.echo(f"  seats: {', '.join(found.seats)}")
        typer.echo(textwrap.fill(found.summary, 78, initial_indent="  ", subsequent_indent="  "))

"""``chokepoint scenarios``: what can be played."""

from __future__ import annotations

import typer

WIDTH = 78


def command() -> None:
    """List the scenarios: name, length, seats and what they are about."""
    import textwrap

    from game.content import list_scenarios
    from game.telling import _, ngettext
    from game.telling.numbers import month, number

    for found in list_scenarios():
        months = found.turns * found.turn_months
        length = ngettext("{number} year", "{number} years", months / 12.0).format(number=number(months / 12.0))
        text = _("from {start}, {turns} turns of {turn_months} months ({length})")
        typer.echo(f"{found.id}: {_(found.title)}")
        lines = (
            text.format(start=month(found.start), turns=found.turns, turn_months=found.turn_months, length=length),
            _("seats: {seats}").format(seats=", ".join(found.seats)),
            *([_("sessions: --preset {minutes}").format(minutes=", ".join(found.presets))] if found.presets else []),
            _(found.summary),
        )
        for line in lines:
            typer.echo(textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="  "))

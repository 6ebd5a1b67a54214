"""``chokepoint host SCENARIO``: a class or an exercise over one laptop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli import length
from game.cli.asked import Asked, asked, opened
from game.cli.failures import USAGE, Failure
from game.cli.rival import RIVAL
from game.session.people import objection

if TYPE_CHECKING:
    from game.content.package import Package, Preset
    from game.server.pace import Plan
    from game.server.sitting import Sitting
    from game.server.store import Act

_MINUTE = 60.0


def command(
    scenario: str = typer.Argument(..., metavar="SCENARIO", help="Name of a scenario, or its folder."),
    resume: bool = typer.Option(  # noqa: FBT001 - a flag
        False,  # noqa: FBT003
        "--resume",
        help="Go on with the last session of the scenario that was not ended: same links, drafts and clock.",
    ),
    label: str = typer.Option(
        "exercise", "--label", metavar="WORD", help="What it is called: exercise, game, wargame."
    ),
    port: int = typer.Option(8600, "--port", metavar="N", min=0, max=65535, help="Port to listen on; 0 is any."),
    seed: int | None = typer.Option(
        None, "--seed", metavar="N", min=0, max=2**63 - 1, help="Seed of chance; left out, any."
    ),
    preset: int | None = length.PRESET,
    minutes: float | None = typer.Option(
        None,
        "--minutes-a-turn",
        metavar="N",
        min=0.1,
        max=600,
        help="Time for the orders of a turn; left out, no limit.",
    ),
    rival: str = RIVAL,
    events: Path | None = typer.Option(
        None, "--events", metavar="FILE", help="Event list (MSEL) of the exercise, CSV or XLSX."
    ),
    red_cell: str = typer.Option(
        "",
        "--red-cell",
        metavar="NAME",
        show_default=False,
        help="People who lead the rival from a link of their own; the console can give it to them later, too.",
    ),
) -> None:
    """Host a match for a room: players join by link or QR from any browser, one person leads from the console."""
    from game.server.run import host, listening

    wish = asked(None, None, preset, rival)
    if resume and events is not None:
        raise Failure(
            "--events begins a list: a session that goes on has its own; load another in the console", code=USAGE
        )
    with listening(port) as door:
        sitting = _resumed(scenario) if resume else _begun(scenario, label, seed, minutes, wish, red_cell, events)
        host(sitting, door, typer.echo)


def _resumed(scenario: str) -> Sitting:
    from game.server import taking
    from game.server.store import unfinished

    found = unfinished(scenario)
    if not found:
        raise Failure(f"there is no session of {scenario} to go on with: leave out --resume to begin one", code=USAGE)
    return taking.resume(found[0])


def _begun(
    scenario: str,
    label: str,
    seed: int | None,
    minutes: float | None,
    wish: Asked,
    red_cell: str,
    events: Path | None,
) -> Sitting:
    from game.server import taking
    from game.server.store import unfinished

    for path in unfinished(scenario)[:1]:
        typer.echo(f"chokepoint: {path.name} was not ended; to go on with it, stop this and add --resume", err=True)
    if refused := objection(red_cell):
        raise Failure(str(refused), code=USAGE)
    package = opened(scenario, wish)
    load = None if events is None else _loading(events, package)
    plan = None if wish.preset is None else _plan(length.chosen(package, wish.preset), minutes)
    if plan is not None:
        minutes = plan.turn
    limit = None if minutes is None else minutes * _MINUTE
    sitting = taking.begin(package, taking.Wish(scenario, seed, label, limit, red_cell, plan))
    if load is not None:
        taking.take(sitting, [load])
    return sitting


def _plan(preset: Preset, minutes: float | None) -> Plan:
    """How a preset spends its minutes, with so many a turn where that is asked for."""
    from game.server.pace import Plan

    turn = preset.turn if minutes is None else minutes
    return Plan(preset.minutes, preset.briefing, preset.turns, turn, preset.debrief)


def _loading(file: Path, package: Package) -> Act:
    """The act that loads an event list, checked before a session is begun that nobody could end."""
    from game.exercise.event_list import read
    from game.server.acts.events import loading

    data = file.read_bytes()
    read(file.name, data, package)
    return loading(file.name, data)

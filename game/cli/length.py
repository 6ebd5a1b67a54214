"""Options that make a scenario longer or shorter than its file says."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

import typer

from game.cli.failures import USAGE, Failure

if TYPE_CHECKING:
    from game.content.package import Package, Preset

TURNS = typer.Option(
    None, "--turns", metavar="N", min=1, max=400, show_default=False, help="Number of turns, where not as it says."
)
TURN_MONTHS = typer.Option(
    None,
    "--turn-months",
    metavar="N",
    show_default=False,
    help="Months of a turn, where not as it says: 3, 6 or 12. The story lasts as long, unless --turns says otherwise.",
)
PRESET = typer.Option(
    None,
    "--preset",
    metavar="MINUTES",
    show_default=False,
    help="A length of session that the scenario offers, as 45, 90 or 180 minutes: turns and their length follow.",
)
_LENGTHS = (3, 6, 12)
_COUNT, _MONTHS = "scenario.turns", "scenario.turn_months"


def changes(turns: int | None, turn_months: int | None) -> dict[str, float]:
    """The figures of the scenario that the options change, by path.

    Raises:
        Failure: for a turn that is not of a length that can be played.
    """
    if turn_months is not None and turn_months not in _LENGTHS:
        raise Failure(f"--turn-months {turn_months}: a turn has 3, 6 or 12 months", code=USAGE)
    asked = {_COUNT: turns, _MONTHS: turn_months}
    return {path: value for path, value in asked.items() if value is not None}


def chosen(package: Package, minutes: int) -> Preset:
    """The preset of so many minutes.

    Raises:
        Failure: when the scenario offers none.
    """
    for preset in package.presets:
        if preset.minutes == minutes:
            return preset
    known = ", ".join(str(preset.minutes) for preset in package.presets) or "none"
    raise Failure(f"--preset {minutes}: {package.scenario} offers sessions of {known} minutes", code=USAGE)


def lasting(package: Package, asked: Mapping[str, float]) -> dict[str, float]:
    """`asked`, and as many turns as the scenario lasts where only their length is asked for."""
    months = asked.get(_MONTHS)
    if months is None or _COUNT in asked:
        return dict(asked)
    return {**asked, _COUNT: max(math.ceil(package.world.calendar.months / months), 1)}


def plan(preset: Preset) -> str:
    """How the minutes of a session are spent, in words."""
    from game.telling import _
    from game.telling.numbers import number

    text = _(
        "{minutes} minutes: {briefing} for the briefing, {turns} turns of {months} months with {turn} minutes each, "
        "{debrief} for the debrief"
    )
    return text.format(
        minutes=preset.minutes,
        briefing=number(preset.briefing),
        turns=preset.turns,
        months=preset.turn_months,
        turn=number(preset.turn),
        debrief=number(preset.debrief),
    )

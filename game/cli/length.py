"""Options that make a scenario longer or shorter than its file says."""

from __future__ import annotations

import typer

from game.cli.failures import USAGE, Failure

TURNS = typer.Option(
    None, "--turns", metavar="N", min=1, max=400, show_default=False, help="Number of turns, where not as it says."
)
TURN_MONTHS = typer.Option(
    None, "--turn-months", metavar="N", show_default=False, help="Months of a turn, where not as it says: 3, 6 or 12."
)
_LENGTHS = (3, 6, 12)


def changes(turns: int | None, turn_months: int | None) -> dict[str, float]:
    """The figures of the scenario that the options change, by path.

    Raises:
        Failure: for a turn that is not of a length that can be played.
    """
    if turn_months is not None and turn_months not in _LENGTHS:
        raise Failure(f"--turn-months {turn_months}: a turn has 3, 6 or 12 months", code=USAGE)
    asked = {"scenario.turns": turns, "scenario.turn_months": turn_months}
    return {path: value for path, value in asked.items() if value is not None}

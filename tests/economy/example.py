"""The example of ``example.yaml`` at its rest point, and other rule sets brought to theirs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from game.economy.play import play
from tests.economy.rules import Rules

EXAMPLE = Rules(Path(__file__).parent / "example.yaml")
QUIET = 480
"""Months without change after which a rule set rests."""
ACCOUNTS = (
    "cash",
    "traders",
    "treasury",
    "duties",
    "rents",
    "loss",
    "made",
    "taken",
    "used",
    "waste",
    "money_in",
    "money_out",
)


def start(w: Any, states: Any, *, months: int = QUIET, fast: bool) -> Any:
    """`states` where they stay without chance and with the activity of their first month: at rest."""
    quiet = w.copy()
    quiet["noise_size"] = quiet["incident_chance"] = 0.0
    quiet["invests"] = 0.0
    quiet["activity"] = quiet["activity"][..., :1]
    quiet["cost_index"] = quiet["cost_index"][..., :1]
    quiet["opened"] = 0.0
    quiet["ceiling"] = quiet["ceiling"][..., :1]
    found = states.copy()
    play(quiet, found, months, fast=fast)
    found["month"] = 0
    for name in ACCOUNTS:
        found[name] = 0.0
    return found


@cache
def rested(*, fast: bool) -> tuple[Any, Any]:
    """The example and its rest point."""
    w = EXAMPLE.world()
    return w, start(w, EXAMPLE.guess(w), fast=fast)

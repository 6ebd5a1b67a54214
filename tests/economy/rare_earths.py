"""The rare-earth rule set and its calendar."""

from __future__ import annotations

from functools import cache

from tests.economy.ruleset import Rules

FIRST = 2007
"""Year in which the series begin."""
OXIDES = ("ndpr", "dytb", "bulk")


@cache
def rules() -> Rules:
    """The rule set as written."""
    return Rules("rare_earths")


def at(first: str, last: str | None = None) -> slice:
    """Months from one date to another, both with it: of years "2010" or of months "2010-07"."""
    begin, end = first, last or first
    return slice(
        rules().month(begin if "-" in begin else f"{begin}-01"),
        rules().month(end if "-" in end else f"{end}-12") + 1,
    )


def fitted() -> int:
    """How many numbers were moved with an outcome in sight."""
    return rules().fitted()

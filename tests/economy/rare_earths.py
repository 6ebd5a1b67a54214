"""The rare-earth rule set as it is written, and its calendar."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests.economy.rules import Rules

FOLDER = Path(__file__).parent / "rules" / "rare_earths"
FIRST = 2007
"""Year in which the series begin."""
OXIDES = ("ndpr", "dytb", "bulk")


@cache
def rules() -> Rules:
    """The rule set as written."""
    return Rules(FOLDER, FIRST)


def at(first: str, last: str | None = None) -> slice:
    """Months from one date to another, both with it: of years "2010" or of months "2010-07"."""
    begin, end = first, last or first
    return slice(
        rules().month(begin if "-" in begin else f"{begin}-01"),
        rules().month(end if "-" in end else f"{end}-12") + 1,
    )


def fitted() -> int:
    """How many numbers were moved with an outcome in sight: `fitted: true` marks one, `fitted: 3` three of a table."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.yaml"))]
    marks = [mark for text in texts for mark in re.findall(r"fitted: (true|\d+)", text)]
    return sum(1 if mark == "true" else int(mark) for mark in marks)

"""The page of the economy: what of ``game/economy/README.md`` is made from what phases and records declare."""

from __future__ import annotations

import textwrap
from pathlib import Path

from game.economy.fields import fields
from game.economy.month import Handed
from game.economy.state import State
from game.economy.step import ORDER
from game.economy.world import World
from game.lab.causality import fill

PAGE = Path(__file__).parents[2] / "game" / "economy" / "README.md"


def _phases() -> str:
    lines = []
    for each in ORDER:
        lines.append(f"**{each.name}.** {' '.join(textwrap.dedent(each.text).split())}")
        lines.append("")
        taken = [name.partition(".")[2] for name in each.takes if not name.startswith("world.")]
        lines += textwrap.wrap(f"*takes* {', '.join(taken)}; *gives* {', '.join(each.gives)}", 120)
        lines.append("")
    return "\n".join(line for text in lines for line in (textwrap.wrap(text, 120) or [""])).rstrip()


def _records() -> str:
    lines = ["| record | field | axes | unit | what |", "|---|---|---|---|---|"]
    for record in (World, State, Handed):
        for field in fields(record).values():
            axes = ", ".join(axis.lower() for axis in field.axes if axis != "One")
            lines.append(f"| {record.__name__} | {field.name} | {axes} | {field.unit} | {field.meaning} |")
    return "\n".join(lines)


def page() -> str:
    """The page as it is to be."""
    return fill(PAGE.read_text(encoding="utf-8"), {"phases": _phases(), "records": _records()})


def write() -> None:
    """Write it."""
    PAGE.write_text(page(), encoding="utf-8")

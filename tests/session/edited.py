"""Saves changed by somebody who knows how they are sealed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.session.saves.lines import read_line, write_line
from game.session.saves.log import read


def edit_header(path: Path, **changes: object) -> None:
    """Change parts of the header."""
    _edit(path, 0, lambda line: {**line, **changes})


def edit_turn(path: Path, turn: int, **changes: object) -> None:
    """Change parts of the line of a turn."""
    _edit(path, read(path).numbers[turn], lambda line: {**line, **changes})


def turn_line(path: Path, turn: int) -> dict[str, Any]:
    """The line of a turn as it stands in the file."""
    log = read(path)
    return read_line(log.lines[log.numbers[turn]])


def damage(path: Path, number: int) -> None:
    """Change a line, counted from 1, and leave its check as it was."""
    lines = path.read_text().split("\n")
    lines[number - 1] = lines[number - 1].replace(':"', ':" ', 1)
    path.write_text("\n".join(lines))


def _edit(path: Path, place: int, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    lines = path.read_text().split("\n")
    lines[place] = write_line(change(read_line(lines[place])))
    path.write_text("\n".join(lines))

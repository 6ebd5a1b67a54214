"""Screens, the terminal and doctrines know a match by its views alone: they never come through control's door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import game

ROOT = Path(game.__file__).parent
FACES = ("desktop", "cli/text", "doctrines")
KIT = ROOT / "desktop" / "kit"
"""What every screen is made of; it knows no match, and its controls are buttons."""
BEHIND = ("game.engine.state", "game.engine.start", "game.engine.step", "game.session.control", "game.session.scene")
"""Modules that lead to the truth of a match."""
DOOR = "control"


def modules() -> list[Path]:
    found = sorted(path for face in FACES for path in (ROOT / face).rglob("*.py"))
    return [path for path in found if path.parent != KIT]


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_screen_goes_behind_the_view(path: Path) -> None:
    tree = ast.parse(path.read_text())
    doors = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == DOOR and not _draws(node.value)
    ]
    assert not doors, f"{path.name} goes through control's door in lines {doors}"
    assert not {name for name in imported(tree) if name.startswith(BEHIND)}


def _draws(node: ast.expr) -> bool:
    """Whether it is the canvas, on which controls are drawn."""
    return isinstance(node, ast.Name) and node.id in {"canvas", "column"}


def test_the_door_is_where_this_test_looks_for_it() -> None:
    """So that a new name of the door does not make the test above idle."""
    from game.session.control import Control
    from game.session.match import Match
    from game.session.questions import Questions

    assert hasattr(Match, "view")
    assert issubclass(Match, Questions)
    assert f"{DOOR}: the door" in (Questions.__doc__ or "")
    assert {"world", "history", "recorded"} <= {*dir(Control)}

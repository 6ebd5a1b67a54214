"""Every screen is found by its name, and whoever asks for one gives what it needs."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

import game.desktop
from game.desktop import routes
from tests.trees import calls

ASKING = {"go", "make"}


def _asked() -> Iterator[tuple[str, ast.Call]]:
    """Every call that asks for a screen by a literal name, with the place where it stands."""
    folder = Path(game.desktop.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        for node in calls(path):
            if not isinstance(node.func, ast.Attribute):
                continue
            asks = node.func.attr in ASKING and ast.unparse(node.func.value).split(".")[-1] == "app"
            if asks and isinstance(node.args[0], ast.Constant):
                yield f"{path.relative_to(folder)}:{node.lineno}", node


@pytest.mark.parametrize("name", routes.SCREENS)
def test_a_screen_is_found_by_its_name(name: str) -> None:
    assert routes.find(name).name == name


def test_an_unknown_screen_is_an_error() -> None:
    with pytest.raises(KeyError):
        routes.find("attic")


def test_whoever_asks_for_a_screen_gives_what_it_needs() -> None:
    asked = list(_asked())
    assert len(asked) > 15
    for place, call in asked:
        name = ast.literal_eval(call.args[0])
        given = [object()] * (len(call.args) - 1)
        named = {keyword.arg: object() for keyword in call.keywords if keyword.arg}
        try:
            inspect.signature(routes.find(name)).bind(object(), *given, **named)
        except TypeError as problem:
            pytest.fail(f"{place}: {name}: {problem}")

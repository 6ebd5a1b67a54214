"""Every call that translates: its text can be extracted, and what it has places for is filled in."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import nodes

import game
from game.reports.pages import environment
from tests.trees import calls, tree

ROOT = Path(game.__file__).parent
TRANSLATORS = {"_": 1, "N_": 1, "NP_": 2, "ngettext": 2, "pgettext": 2}
"""Function to how many of its arguments are texts of the catalogue, or the context of one."""
READERS = {"_", "ngettext", "pgettext"}
"""Those that give a text back in the language spoken, whose places are filled in at once."""


@dataclass(frozen=True)
class Filled:
    """A ``.format`` of a translated text: the places that its texts have and those that are filled."""

    where: str
    places: frozenset[str]
    filled: frozenset[str]


def _modules() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if path.name != "pseudo.py")


def _called(call: ast.expr) -> str:
    return call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""


def _texts(call: ast.Call) -> list[str]:
    """Literal texts that a call translates."""
    found = call.args[: TRANSLATORS[_called(call)]]
    texts = [one.value for one in found if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return texts[1:] if _called(call) == "pgettext" else texts


def _places(texts: list[str]) -> frozenset[str]:
    return frozenset(place for text in texts for _before, place, _form, _way in string.Formatter().parse(text) if place)


def _functions(tree: ast.Module) -> Iterator[ast.AST]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda))


def _named(function: ast.AST) -> list[tuple[int, str, list[str]]]:
    """Line, name and texts where a function gives a name to a translated literal, or to one of two."""
    named = []
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            branches = [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
            calls = [one for one in branches if isinstance(one, ast.Call) and _called(one) in READERS]
            texts = [text for call in calls for text in _texts(call)] if len(calls) == len(branches) else []
            named.append((node.lineno, node.targets[0].id, texts))
    return sorted(named)


def _filled(path: Path) -> Iterator[Filled]:
    """Each ``.format`` in a module whose text is a translated literal, written there or named in the same function."""
    for function in _functions(tree(path)):
        named = _named(function)
        for node in ast.walk(function):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"):
                continue
            text, texts = node.func.value, []
            if isinstance(text, ast.Call) and _called(text) in READERS:
                texts = _texts(text)
            elif isinstance(text, ast.Name):  # it is what its name was given last
                texts = next((said for line, name, said in named[::-1] if name == text.id and line < node.lineno), [])
            if texts and all(word.arg for word in node.keywords):
                filled = frozenset(word.arg for word in node.keywords if word.arg)
                yield Filled(f"{path.relative_to(ROOT)}:{node.lineno}", _places(texts), filled)


@pytest.mark.slow
def test_only_whole_literals_are_marked() -> None:
    """A text that is put together at run time is in no catalogue; ``_(name)`` reads one that was marked elsewhere."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in _modules()
        for node in calls(path)
        if _called(node) in TRANSLATORS
        for text in node.args[: TRANSLATORS[_called(node)]]
        if isinstance(text, ast.JoinedStr | ast.BinOp)
    ]
    assert wrong == []


@pytest.mark.slow
def test_every_place_of_a_translated_text_is_filled_and_no_other() -> None:
    found = [one for path in _modules() for one in _filled(path)]

    assert len(found) > 100
    assert [one for one in found if one.places != one.filled] == []


@pytest.mark.parametrize("template", sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.j2")))
def test_every_place_of_a_text_in_a_template_is_filled_and_no_other(template: str) -> None:
    found = environment("game.reports")
    source = (ROOT / template).read_text(encoding="utf-8")
    wrong = []
    for call in found.parse(source).find_all(nodes.Call):
        target = call.node
        texts = _texts_of(target.node) if isinstance(target, nodes.Getattr) and target.attr == "format" else []
        if texts and _places(texts) != {word.key for word in call.kwargs}:
            wrong.append((call.lineno, texts))
    assert wrong == []


def test_no_text_of_a_template_is_without_a_place_that_it_names() -> None:
    """A text with places that nobody fills would show its braces."""
    bare = []
    for path in sorted(ROOT.rglob("*.j2")):
        tree = environment("game.reports").parse(path.read_text(encoding="utf-8"))
        formatted = {
            id(call.node.node)
            for call in tree.find_all(nodes.Call)
            if isinstance(call.node, nodes.Getattr) and call.node.attr == "format"
        }
        bare += [
            text
            for call in tree.find_all(nodes.Call)
            if id(call) not in formatted
            for text in _texts_of(call)
            if _places([text])
        ]
    assert bare == []


def _texts_of(node: nodes.Node) -> list[str]:
    """Literal texts that a call in a template translates."""
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in READERS):
        return []
    arguments = node.args[: TRANSLATORS[node.node.name]]
    return [one.value for one in arguments if isinstance(one, nodes.Const) and isinstance(one.value, str)]

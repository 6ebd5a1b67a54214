"""Errors of pydantic in plain words, with their place in the file."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from game.content import miswritten
from game.content.findings import Finding
from game.content.numbers import Path
from game.content.source import Source
from game.content.words import closest, kind_of

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a map",
    "model_type": "a map",
    "model_attributes_type": "a map",
}


def findings(
    error: ValidationError, source: Source, model: type[BaseModel], *, before: Path = (), drop: int = 0
) -> list[Finding]:
    """`error` of checking `source` against `model`, one finding for each thing wrong.

    `before` is the path of the record in the file when it is not the whole file; `drop` leading steps of the error's
    own path are no part of the file.
    """
    found: list[Finding] = []
    for item in error.errors(include_url=False):
        path = before + tuple(item["loc"])[drop:]
        if item["type"] == "figures":
            found += [
                source.finding(path + below, what, hint, key=what.startswith("unknown key"))
                for below, what, hint in item["ctx"]["problems"]
            ]
        else:
            found.append(_one(item, path, source, keys_at(model, path[len(before) : -1])))
    return found


def _one(item: Any, path: Path, source: Source, known: tuple[str, ...]) -> Finding:
    kind, context, value = item["type"], item.get("ctx", {}), item["input"]
    if kind == "extra_forbidden":
        hint = _MOVED.get((source.path.stem, *path)) or closest(str(path[-1]), known)
        return source.finding(path, f"unknown key '{path[-1]}'", hint, key=True)
    if kind == "missing":
        hint = _TO_WRITE.get((source.path.stem, *path), "")
        return source.finding(path[:-1], f"'{path[-1]}' is missing", hint, key=True)
    if path and path[-1] == "[key]":
        hint = _pattern(context.get("pattern", ""))
        return source.finding(path[:-1], f"'{path[-2]}' is no identifier", hint, key=True)
    if kind == "string_pattern_mismatch":
        return source.finding(path, f"{kind_of(value)} is not written as expected", _pattern(context["pattern"]))
    if kind == "literal_error":
        return source.finding(path, f"{kind_of(value)} is no choice here", _choices(str(value), context["expected"]))
    if kind in _EXPECTED:
        return source.finding(path, f"expected {_EXPECTED[kind]}, found {kind_of(value)}", _meant(kind, value))
    if kind in ("too_short", "too_long"):
        return source.finding(path, f"{context['actual_length']} entries in '{path[-1]}'", _bound(context), key=True)
    limit = next((f"{_COMPARED[name]} {context[name]:g}" for name in _COMPARED if name in context), "")
    if limit:
        return source.finding(path, f"{value:g} is out of range", f"expected {limit}")
    return source.finding(path, str(item["msg"]))


_TO_WRITE: dict[Path, str] = {("ruleset", "edition"): "write edition: 2, for a rule set of goods and processes"}
"""File and key that can be nothing else."""
_MOVED: dict[Path, str] = {
    ("rival", "quota"): "quotas stand in controls.yaml of the rule set",
    ("rival", "export_tax"): "duties stand in controls.yaml of the rule set",
}
"""File and key that scenarios of the first edition had, and where it went."""


def _meant(kind: str, value: Any) -> str:
    """What was probably meant by a value of another kind."""
    if kind == "string_type" and isinstance(value, (int, float)):
        return f'write "{str(value).lower() if isinstance(value, bool) else value}" in quotes'
    if _EXPECTED[kind] in ("a number", "a whole number") and isinstance(value, str):
        return miswritten.hint(value)
    return ""


_COMPARED = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}


def _bound(context: dict[str, Any]) -> str:
    if "min_length" in context:
        return f"expected at least {context['min_length']}"
    return f"expected at most {context['max_length']}"


def _pattern(pattern: str) -> str:
    return next((hint for part, hint in _PATTERNS.items() if part in pattern), _IDENTIFIER)


_IDENTIFIER = "small letters, digits and _, starting with a letter"
_PATTERNS = {
    "undated": "write 2010, 2010-09, 2010-09-07 or undated",
    "d{4}": "write a month as 2010-09",
    "A-Za-z": "letters, digits, _ and -, starting with a letter",
    "A-Z": "three capital letters, as ABC",
}
"""What tells a pattern from others, and what it asks for."""


def _choices(value: str, expected: str) -> str:
    words = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    hint = closest(value, words)
    return hint if hint.startswith("perhaps") else f"choose {', '.join(words)}"


def keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that `model` knows in the record at `path`."""
    kind: Any = model
    for step in path:
        kind = next(_models(_below(kind, step)), None) or _below(kind, step)
    found = next(_models(kind), None)
    if found is None:
        return ()
    return tuple(entry.alias or name for name, entry in found.model_fields.items())


def _below(kind: Any, step: str | int) -> Any:
    found = next(_models(kind), None)
    if found is not None:
        for name, entry in found.model_fields.items():
            if step in (name, entry.alias):
                return entry.annotation
        return None
    arguments = typing.get_args(kind)
    return arguments[-1] if typing.get_origin(kind) in (dict, list) else None


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    """The records directly in a type, through Annotated and unions."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    elif typing.get_origin(kind) in (typing.Annotated, typing.Union, types.UnionType):
        for part in typing.get_args(kind):
            yield from _models(part)

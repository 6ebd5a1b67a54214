"""Finding what a dotted path means in a file as it was read: ``sites.red_hill.capacity``.

The first step names the file. A map in the file may be left out where it alone has the step that follows, so that this
is the same as ``sites.sites.red_hill.capacity``; so may the words that frame a number, such as ``values``. An item of a
list is named by its position or its ``id``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from game.content.numbers import FRAME
from game.content.words import closest


@dataclass(frozen=True)
class Found:
    """What a path leads to; `what` says what is wrong with it, and is empty when nothing is."""

    node: Any = None
    what: str = ""
    hint: str = ""


def step(node: Any, name: str) -> str | int | None:
    """The key or position in `node` that `name` means; None where there is none."""
    if isinstance(node, dict):
        return next((key for key in node if str(key) == name), None)
    if isinstance(node, list):
        if name.isdigit():
            return int(name) if int(name) < len(node) else None
        return next((at for at, item in enumerate(node) if isinstance(item, dict) and item.get("id") == name), None)
    return None


def find(files: Mapping[str, Mapping[str, Any]], written: str, where: str) -> Found:
    """Follow the path `written` into `files`; `where` is what the files are, in words: ``the rule set``."""
    kind, *rest = written.split(".")
    if kind not in files:
        return Found(what=f"no file '{kind}' in {where}", hint=closest(kind, files))
    if not rest:
        return Found(what=f"'{kind}' is a whole file", hint=f"name what is in it: {kind}.KEY")
    if not files[kind]:
        # What could not be read has findings of its own.
        return Found()
    node: Any = _inside(files[kind], kind, rest[0])
    passed = [kind]
    for name in rest:
        found, node = _follow(node, name)
        if not found:
            hint = _nearest(passed, name, node, files[kind])
            return Found(what=f"nothing at '{written}' in {where}", hint=hint)
        passed.append(name)
    return Found(node)


def _inside(data: Mapping[str, Any], kind: str, name: str) -> Any:
    """The map of a file in which `name` stands: the whole file, or the one map in it that may be left out."""
    if name in data:
        return data
    holders = [key for key, item in data.items() if isinstance(item, dict) and step(item, name) is not None]
    chosen = kind if kind in holders else holders[0] if len(holders) == 1 else ""
    return data[chosen] if chosen else data


def _follow(node: Any, name: str) -> tuple[bool, Any]:
    """Whether `name` stands below `node`, words that frame numbers left out, and what stands there; else the node."""
    at = step(node, name)
    if at is not None:
        return True, node[at]
    for frame in FRAME if isinstance(node, dict) else ():
        if frame in node and step(node[frame], name) is not None:
            return _follow(node[frame], name)
    return False, node


def _nearest(passed: list[str], name: str, node: Any, data: Mapping[str, Any]) -> str:
    """The whole path that was perhaps meant."""
    known = [(".".join([*passed, word]), word) for word in _words(node)]
    if len(passed) == 1:
        known += [(f"{passed[0]}.{word}", word) for item in data.values() for word in _words(item)]
    hint = closest(name, [word for _, word in known])
    meant = next((path for path, word in known if hint == f"perhaps '{word}'"), "")
    return f"perhaps '{meant}'" if meant else hint


def _words(node: Any) -> Iterable[str]:
    """The steps that can follow `node`."""
    if isinstance(node, list):
        return [str(item["id"]) for item in node if isinstance(item, dict) and "id" in item]
    if not isinstance(node, dict):
        return []
    return [str(key) for key in node] + [word for frame in FRAME if frame in node for word in _words(node[frame])]

"""Numbers of the rule set that a scenario changes, put in before anything is checked.

A path names the file, then the keys on the way: ``sites.red_hill.capacity``. The map that has the name of its file may
be left out, as here (``sites.sites.red_hill.capacity`` is the same).
An item of a list is named by its position or its ``id``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.content.manuscript import Manuscript
from game.content.paths import step
from game.content.source import Source
from game.content.words import closest


def apply(manuscript: Manuscript) -> None:
    """Put the scenario's overrides into the data of the rule files, with the positions that they have there."""
    scenario = manuscript.scene.get("scenario")
    overrides = scenario.data.get("overrides") if scenario else None
    if manuscript.outdated or scenario is None or scenario.findings or not isinstance(overrides, dict):
        return  # what stands for a value that could not be read is no value to put anywhere
    for written, value in overrides.items():
        at = ("overrides", written)
        kind = str(written).split(".")[0]
        if kind in manuscript.rules and manuscript.rules[kind].root is None:
            continue
        source, steps, wrong = resolve(manuscript.rules, str(written), "the rule set")
        if source is None:
            manuscript.report("scene", "scenario", at, *wrong, key=True)
            continue
        _put(source.data, steps, value)
        source.overlays[steps] = (scenario, at)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            what = f"missing source: '{written}' changes a figure"
            manuscript.report("scene", "scenario", at, what, "write {value: ..., source: KEY, confidence: ...}")


def resolve(
    files: Mapping[str, Source], written: str, where: str
) -> tuple[Source | None, tuple[str | int, ...], tuple[str, str]]:
    """The file and path that an override means, or what is wrong with it and a hint.

    `files` are those it may lead into, by kind, and `where` is what they are in words: ``the rule set``.
    """
    kind, *rest = written.split(".")
    if kind not in files:
        return None, (), (f"no file '{kind}' in {where}", closest(kind, files))
    if not rest:
        return None, (), ("an override of a whole file", "name what to change in it")
    source = files[kind]
    if kind in source.data and rest[0] not in source.data:
        rest = [kind, *rest]
    node: Any = source.data
    steps: list[str | int] = []
    for name in rest:
        found = step(node, name)
        if found is None:
            known = [str(key) for key in node] if isinstance(node, dict) else []
            return (
                None,
                (),
                (f"'{name}' is not in {where}'s {'.'.join(map(str, [kind, *steps]))}", closest(name, known)),
            )
        steps.append(found)
        node = node[found]
    return source, tuple(steps), ("", "")


def _put(data: Any, steps: tuple[str | int, ...], value: Any) -> None:
    for at in steps[:-1]:
        data = data[at]
    data[steps[-1]] = value

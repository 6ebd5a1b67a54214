"""Which numbers of a rule set or scenario were set or moved with an outcome in sight.

Whoever reads what a model foretells may ask how many of its numbers were chosen so that it tells the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from game.content.fitting import FITTED
from game.content.manuscript import Manuscript
from game.content.numbers import FRAME


@dataclass(frozen=True)
class Fitted:
    """Where such a mark stands, and for how many numbers."""

    path: str
    """As in a scenario's ``overrides``: ``sites.red_hill.cost``."""
    numbers: int
    years: tuple[int, ...] = field(default=(), compare=False)
    """In which it lies: those of a table by date, for which of its numbers were moved is not written, and those that
    its reason names, for they were in sight.
    """


_DATE = re.compile(r"(\d{4})(-\d\d)?")
_NAMED = re.compile(r"(?<![\w.,/_-])((?:19|20)\d\d)(?:-(\d\d))?(?![\w/])")
"""A year in a text, or years, as in 2020-21."""
_REASONS = ("why", "note")


def fitted(manuscript: Manuscript) -> tuple[Fitted, ...]:
    """The marks in the files of the rule set, then in those of the scenario, in their order.

    A value that is used again by its anchor counts once, and one in whose place a scenario puts another not at all.
    """
    seen: set[int] = set()
    replaced = {_path((kind, *steps)) for kind, source in manuscript.rules.items() for steps in source.overlays}
    own = [one for kind, source in manuscript.rules.items() for one in _marked(source.root, (kind,), seen)]
    theirs = [one for kind, source in manuscript.scene.items() for one in _marked(source.root, (kind,), seen)]
    kept = [one for one in own if not any(f"{one.path}.".startswith(f"{path}.") for path in replaced)]
    return (*kept, *(replace(one, path=one.path.removeprefix(_CHANGED)) for one in theirs))


_CHANGED = "scenario.overrides."


def _path(steps: tuple[str | int, ...]) -> str:
    """Where a value stands, as `Fitted` has it."""
    kind, *rest = (str(step) for step in steps if step not in FRAME)
    return ".".join((kind, *(rest[1:] if rest[:1] == [kind] else rest)))


def _marked(node: yaml.Node | None, path: tuple[str, ...], seen: set[int]) -> Iterator[Fitted]:
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for place, item in enumerate(node.value):
            yield from _marked(item, (*path, str(place)), seen)
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        if key.value == FITTED:
            yield Fitted(".".join(path), int(value.value) if value.value.isdigit() else 1, _years(node))
        elif key.value in FRAME or path == (key.value,):
            yield from _marked(value, path, seen)
        else:
            yield from _marked(value, (*path, str(key.value)), seen)


def _years(node: yaml.MappingNode) -> tuple[int, ...]:
    """Years that stand as keys in the tables of a number, or in what is said of why it is as it is."""
    tables = [value for _, value in node.value if isinstance(value, yaml.MappingNode)]
    dates = (_DATE.fullmatch(key.value) for table in tables for key, _ in table.value)
    texts = [value.value for key, value in node.value if key.value in _REASONS]
    return tuple(sorted({int(date[1]) for date in dates if date} | {year for text in texts for year in _told(text)}))


def _told(text: str) -> Iterator[int]:
    """The years that a text names."""
    for first, last in _NAMED.findall(text):
        begin = int(first)
        end = begin - begin % 100 + int(last) if last else begin
        yield from range(begin, max(begin, end) + 1)

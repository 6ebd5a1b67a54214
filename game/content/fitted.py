"""Which numbers of a rule set were set or moved with an outcome in sight.

Whoever reads what a model foretells may ask how many of its numbers were chosen so that it tells the past.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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


def fitted(manuscript: Manuscript) -> tuple[Fitted, ...]:
    """The marks in the files of the rule set, in their order; a value that is used again by its anchor counts once."""
    seen: set[int] = set()
    files = manuscript.rules.items()
    return tuple(found for kind, source in files for found in _marked(source.root, (kind,), seen))


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
            yield Fitted(".".join(path), int(value.value) if value.value.isdigit() else 1)
        elif key.value in FRAME or path == (key.value,):
            yield from _marked(value, path, seen)
        else:
            yield from _marked(value, (*path, str(key.value)), seen)

"""What the files of a scenario mean: every value by its path, whatever the files look like.

Comments, order, line ends, the way a number is written and all texts for people are left out: two scenarios with one
meaning play the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from game.content.fitting import FITTED
from game.content.manuscript import Manuscript
from game.content.models.entry import Sourced
from game.content.numbers import FRAME, Numbers, Path, Series

Value = float | str | bool | None
Meaning = Mapping[str, Value]
"""Path, as in a scenario's ``overrides``, to value."""

WORDS = frozenset(
    {"title", "summary", "name", "within", "text", "afterwards", "reason", "label", "flag", "version", "state", "role",
     "objectives", "turning_points", "presets", "points_more"}
)  # fmt: skip
"""Fields that hold what people read, and what a session is offered before it: they change nothing in a match."""
_SILENT = WORDS | frozenset(Sourced.model_fields) | {FITTED}


@dataclass(frozen=True)
class Difference:
    """A value that is not the same in two scenarios; None where one of them has none."""

    path: str
    before: Value
    after: Value


def meaning(manuscript: Manuscript) -> Meaning:
    """Every value of the records of a manuscript that was examined."""
    found: dict[str, Value] = {}
    for (_, kind), record in sorted(manuscript.records.items(), key=lambda item: item[0]):
        for path, value in _values(record, ()):
            steps = [str(step) for step in path if step not in FRAME]
            found[".".join([kind, *(steps[1:] if steps[:1] == [kind] else steps)])] = value
    return found


def raw(manuscript: Manuscript) -> Meaning:
    """The same of files that this program cannot turn into records: every value as it was read."""
    found: dict[str, Value] = {}
    for kind, source in [*manuscript.scene.items(), *manuscript.rules.items()]:
        for path, value in _read(source.data, ()):
            steps = [str(step) for step in path if step not in FRAME]
            found[".".join([kind, *(steps[1:] if steps[:1] == [kind] else steps)])] = value
    return found


def differences(before: Meaning, after: Meaning) -> tuple[Difference, ...]:
    """What is another value in `after`, or is in one of the two alone, in order of the paths."""
    paths = sorted(before.keys() | after.keys())
    pairs = ((path, before.get(path), after.get(path)) for path in paths)
    return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])


def _values(value: object, path: Path) -> Iterator[tuple[Path, Value]]:
    if isinstance(value, (Numbers, Series)):
        yield from ((path + leaf.path, leaf.value) for leaf in value.leaves)
        if isinstance(value, Series):
            yield (*path, "between"), "linear" if value.linear else "step"
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if not _silent(path, name):
                yield from _values(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _values(item, (*path, key))
    elif isinstance(value, (list, tuple)):
        for position, item in enumerate(value):
            yield from _values(item, (*path, getattr(item, "id", position)))
    elif value is None or isinstance(value, (bool, int, float, str)):
        yield path, value
    else:
        yield path, repr(value)


def _silent(path: Path, name: str) -> bool:
    """Whether the field `name` of what stands at `path` changes nothing. The ``good`` of a stage is a word for what it
    makes; everywhere else it names one of the goods.
    """
    return name in _SILENT or (name == "good" and path[:-1] == ("stages",))


def _read(value: object, path: Path) -> Iterator[tuple[Path, Value]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            if not _silent(path, key):
                yield from _read(item, (*path, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            name = item.get("id", position) if isinstance(item, Mapping) else position
            yield from _read(item, (*path, name))
    elif value is None or isinstance(value, (bool, int, float, str)):
        yield path, value

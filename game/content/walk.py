"""Every number in a record, with its path and the origin that covers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from game.content.figures import Numbers, Path, Series
from game.content.models.entry import Sourced
from game.content.origin import Origin, read_origin


@dataclass(frozen=True, slots=True)
class Place:
    """A field that holds numbers: where it stands and the origin of the entries around it."""

    path: Path
    numbers: Numbers | Series
    origin: Origin | None


def places(record: BaseModel) -> Iterator[Place]:
    """The number fields of `record`, depth first in the order of the models."""
    return _walk(record, (), None)


def _walk(value: Any, path: Path, origin: Origin | None) -> Iterator[Place]:
    if isinstance(value, (Numbers, Series)):
        yield Place(path, value, origin)
    elif isinstance(value, BaseModel):
        if isinstance(value, Sourced):
            origin = read_origin(_block(value))[0] or origin
        for name, entry in type(value).model_fields.items():
            item = getattr(value, name)
            if not isinstance(item, (str, int, float, type(None))):
                yield from _walk(item, (*path, entry.alias or name), origin)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*path, key), origin)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _walk(item, (*path, position), origin)


def entries(value: Any, path: Path = ()) -> Iterator[tuple[Path, Sourced]]:
    """The entries of a record that may state an origin."""
    if isinstance(value, Sourced):
        yield path, value
    if isinstance(value, BaseModel):
        for name, entry in type(value).model_fields.items():
            yield from entries(getattr(value, name), (*path, entry.alias or name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from entries(item, (*path, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from entries(item, (*path, position))


def stated(entry: Sourced) -> tuple[Origin | None, str, str]:
    """The origin that an entry states for its bare numbers, what is wrong with it, and a hint."""
    return read_origin(_block(entry))


def _block(entry: Sourced) -> dict[str, Any]:
    return {
        "source": entry.source,
        "confidence": entry.confidence,
        "assumed": entry.assumed,
        "why": entry.why,
        "note": entry.note,
    }

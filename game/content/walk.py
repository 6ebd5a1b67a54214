"""Every number in a record, with its path and the origin that covers it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from game.content.models.entry import Sourced
from game.content.numbers import Numbers, Path, Series
from game.content.origin import Origin, read_origin


@dataclass(frozen=True, slots=True)
class Place:
    """A field that holds numbers: where it stands and the origin of the entries around it."""

    path: Path
    numbers: Numbers | Series
    origin: Origin | None
    entry: Path
    """The nearest entry around it that could state an origin."""


@dataclass
class Survey:
    """What was met on the way through a record, depth first in the order of the models."""

    places: list[Place] = field(default_factory=list)
    faults: list[tuple[Path, str, str]] = field(default_factory=list)
    """Entries whose statement of origin is wrong: path, what, hint."""


def survey(record: BaseModel) -> Survey:
    """All number fields of `record`."""
    met = Survey()
    _walk(record, (), None, (), met)
    return met


def _walk(value: Any, path: Path, origin: Origin | None, around: Path, met: Survey) -> None:
    if isinstance(value, (Numbers, Series)):
        if value.leaves or (isinstance(value, Numbers) and value.fallback is None):
            met.places.append(Place(path, value, origin, around))
    elif isinstance(value, BaseModel):
        if isinstance(value, Sourced):
            origin, around = _origin(value, path, met) or origin, path
        fields = type(value).model_fields
        for name, item in value.__dict__.items():
            if not isinstance(item, _PLAIN):
                _walk(item, (*path, fields[name].alias or name), origin, around, met)
    elif isinstance(value, dict):
        for key, item in value.items():
            _walk(item, (*path, key), origin, around, met)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            if not isinstance(item, _PLAIN):
                _walk(item, (*path, position), origin, around, met)


_PLAIN = (str, int, float, type(None))


def _origin(entry: Sourced, path: Path, met: Survey) -> Origin | None:
    if entry.source is None and not entry.assumed and entry.why is None:
        return None
    stated, what, hint = read_origin(entry.__dict__)
    if what:
        met.faults.append((path, what, hint))
    return stated

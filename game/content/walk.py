"""Every number in a record, with its path and the origin that covers it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from game.content.models.entry import EVERYTHING, Sourced
from game.content.numbers import Numbers, Path, Series
from game.content.origin import KEYS, Origin, read_origin


@dataclass(frozen=True, slots=True)
class Place:
    """A field that holds numbers: where it stands and the origin of the entries around it."""

    path: Path
    numbers: Numbers | Series
    origin: Origin | None
    entry: Path
    """The nearest entry around it that could state an origin."""
    about: tuple[str, ...] | None = None
    """What the entry of a list around it says that it holds for, in the order of its fields, ``all`` where that is
    everything; None outside of such entries.
    """


@dataclass
class Survey:
    """What was met on the way through a record, depth first in the order of the models."""

    places: list[Place] = field(default_factory=list)
    faults: list[tuple[Path, str, str]] = field(default_factory=list)
    """Entries whose statement of origin is wrong: path, what, hint."""


def survey(record: BaseModel) -> Survey:
    """All number fields of `record`."""
    met = Survey()
    _walk(record, _Around(), met)
    return met


@dataclass(frozen=True, slots=True)
class _Around:
    """Where the walk stands: the path, and what the entries on the way there say of all that is in them."""

    path: Path = ()
    origin: Origin | None = None
    entry: Path = ()
    about: tuple[str, ...] | None = None

    def at(self, step: str | int) -> _Around:
        """One step further down."""
        return _Around((*self.path, step), self.origin, self.entry, self.about)


def _walk(value: Any, around: _Around, met: Survey) -> None:
    if isinstance(value, (Numbers, Series)):
        if value.leaves or (isinstance(value, Numbers) and value.fallback is None):
            met.places.append(Place(around.path, value, around.origin, around.entry, around.about))
    elif isinstance(value, BaseModel):
        if isinstance(value, Sourced):
            origin = _origin(value, around.path, met) or around.origin
            around = replace(around, origin=origin, entry=around.path)
        fields = type(value).model_fields
        for name, item in value.__dict__.items():
            if not isinstance(item, _PLAIN):
                _walk(item, around.at(fields[name].alias or name), met)
    elif isinstance(value, dict):
        for key, item in value.items():
            _walk(item, around.at(key), met)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            if not isinstance(item, _PLAIN):
                _walk(item, replace(around.at(position), about=_holds_for(item)), met)


def _holds_for(entry: Any) -> tuple[str, ...] | None:
    """The names in an entry of a list: what stands in its fields that hold ``all`` or a list of names."""
    if not isinstance(entry, BaseModel):
        return None
    picks = (item for name, item in entry.__dict__.items() if name not in KEYS and _picked(item))
    return tuple(name for pick in picks for name in ((pick,) if isinstance(pick, str) else pick)) or None


def _picked(item: Any) -> bool:
    return item == EVERYTHING or (isinstance(item, list) and bool(item) and all(isinstance(name, str) for name in item))


_PLAIN = (str, int, float, type(None))


def _origin(entry: Sourced, path: Path, met: Survey) -> Origin | None:
    if entry.source is None and not entry.assumed and entry.why is None:
        return None
    stated, what, hint = read_origin(entry.__dict__)
    if what:
        met.faults.append((path, what, hint))
    return stated

"""Records as JSON and back, by their types alone: no record has a writer of its own, and none is built by its name.

A record is an object of its fields; a tuple a list; a mapping an object; a number that JSON has not (``inf``, ``-inf``,
``nan``) its name. Where a field may hold one of several records, each says which it is (``is``). What the types do not
say is an error in both directions: the two ends are of different versions then.
"""

from __future__ import annotations

import math
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from typing import Any, TypeAlias

from game.marks import N_, Said

Way: TypeAlias = Callable[[Any], Any]
_IS = "is"
_ODD = {"inf": math.inf, "-inf": -math.inf, "nan": math.nan}


class Differs(ValueError):  # noqa: N818 - it is an answer to a person
    """What came is not what this version writes. ``str()`` is ready to show."""

    def __init__(self, what: str) -> None:
        text = N_("both ends are of different versions ({what}): install the same version on both")
        super().__init__(Said(text, what=what))


@dataclass(frozen=True)
class Shape:
    """How values of one type are written as JSON, and read."""

    write: Way
    read: Way


class Codec:
    """Writes and reads values by type.

    Args:
        several: an abstract type to the records that may stand for it.
        own: types that are written in a way of their own.
    """

    def __init__(self, several: Mapping[Any, Sequence[type]], own: Mapping[Any, Shape]) -> None:
        self._several = several
        self._shapes: dict[Any, Shape] = dict(own)

    def write(self, kind: Any, value: Any) -> Any:
        """`value`, which is of the type `kind`, as JSON has it.

        Raises:
            Differs: when it is not.
        """
        return self.shape(kind).write(value)

    def read(self, kind: Any, data: Any) -> Any:
        """The value of the type `kind` that was written as `data`.

        Raises:
            Differs: when it was written from another type.
        """
        return self.shape(kind).read(data)

    def shape(self, kind: Any) -> Shape:
        """How `kind` is written and read; made once. A type that holds itself finds its own shape while it is made."""
        if kind not in self._shapes:
            self._shapes[kind] = Shape(partial(self.write, kind), partial(self.read, kind))
            self._shapes[kind] = self._made(kind)
        return self._shapes[kind]

    def _made(self, kind: Any) -> Shape:
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if kind is float:
            return _NUMBER
        if kind in (str, int, bool, type(None)):
            return _plain(kind)
        if kind in self._several:
            return self._union(tuple(self._several[kind]))
        if origin in (typing.Union, types.UnionType):
            return self._union(arguments)
        if origin is tuple:
            return self._list(arguments[0]) if arguments[1:] == (...,) else self._row(arguments)
        if isinstance(origin, type) and issubclass(origin, Mapping) and arguments[0] is str:
            return self._mapping(arguments[1])
        if is_dataclass(kind):
            return self._record(kind)
        raise TypeError(f"no way to write {kind!r} is known")

    def _list(self, item: Any) -> Shape:
        one = self.shape(item)
        write, read = one.write, one.read
        return Shape(
            lambda value: [write(each) for each in _of(tuple, value)],
            lambda data: tuple(read(each) for each in _of(list, data)),
        )

    def _row(self, items: Sequence[Any]) -> Shape:
        shapes = [self.shape(item) for item in items]

        def each(given: Any, ways: Sequence[Way]) -> list[Any]:
            if len(given) != len(ways):
                raise Differs(f"{len(given)} / {len(ways)}")
            return [way(one) for way, one in zip(ways, given, strict=True)]

        writers, readers = [shape.write for shape in shapes], [shape.read for shape in shapes]
        return Shape(lambda value: each(_of(tuple, value), writers), lambda data: tuple(each(_of(list, data), readers)))

    def _mapping(self, item: Any) -> Shape:
        one = self.shape(item)
        write, read = one.write, one.read
        return Shape(
            lambda value: {_of(str, key): write(each) for key, each in value.items()},
            lambda data: {key: read(each) for key, each in _of(dict, data).items()},
        )

    def _record(self, kind: Any) -> Shape:
        hints = typing.get_type_hints(kind)
        shapes = {field.name: self.shape(hints[field.name]) for field in fields(kind)}
        writers = [(name, shape.write) for name, shape in shapes.items()]
        readers = [(name, shape.read) for name, shape in shapes.items()]
        names = shapes.keys()

        def write(value: Any) -> Any:
            if type(value) is not kind and not _stands_for(kind, value):
                raise Differs(f"{kind.__name__} / {type(value).__name__}")
            return {name: way(getattr(value, name)) for name, way in writers}

        def read(data: Any) -> Any:
            if _of(dict, data).keys() != names:
                other = sorted(data.keys() ^ names)
                raise Differs(f"{kind.__name__}: {', '.join(other)[:200]}")
            return kind(**{name: way(data[name]) for name, way in readers})

        return Shape(write, read)

    def _union(self, kinds: Sequence[Any]) -> Shape:
        """One of several: plain values and lists show what they are, records say it."""
        shapes: dict[Any, Shape] = {typing.get_origin(kind) or kind: self.shape(kind) for kind in kinds}
        if float in shapes:
            shapes[int] = shapes[float]
        records = {kind.__name__: kind for kind in shapes if isinstance(kind, type) and is_dataclass(kind)}

        def write(value: Any) -> Any:
            kind = type(value)
            if kind.__name__ in records and records[kind.__name__] is kind:
                return {_IS: kind.__name__, **shapes[kind].write(value)}
            if kind not in shapes:
                raise Differs(kind.__name__)
            return shapes[kind].write(value)

        def read(data: Any) -> Any:
            if isinstance(data, dict):
                name = str(data.get(_IS))
                if name not in records:
                    raise Differs(name[:80])
                return shapes[records[name]].read({key: part for key, part in data.items() if key != _IS})
            odd = float in shapes and isinstance(data, str) and data in _ODD
            bare: type = float if odd else tuple if isinstance(data, list) else type(data)
            if bare not in shapes:
                raise Differs(bare.__name__)
            return shapes[bare].read(data)

        return Shape(write, read)


def _stands_for(kind: type, value: Any) -> bool:
    """Whether `value` is a `kind` that has no more to it, such as one whose fields are made late."""
    return isinstance(value, kind) and len(fields(type(value))) == len(fields(kind))  # type: ignore[arg-type]


def _of(kind: type, value: Any) -> Any:
    """`value`, which has to be a `kind`."""
    if not isinstance(value, kind):
        raise Differs(f"{kind.__name__} / {type(value).__name__}")
    return value


def _plain(kind: type) -> Shape:
    def same(value: Any) -> Any:
        if type(value) is not kind:
            raise Differs(f"{kind.__name__} / {type(value).__name__}")
        return value

    return Shape(same, same)


def _write_number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, float | int):
        raise Differs(f"float / {type(value).__name__}")
    if math.isfinite(value):
        return value if type(value) in (float, int) else float(value)
    return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"


def _read_number(data: Any) -> float:
    if isinstance(data, str) and data in _ODD:
        return _ODD[data]
    if isinstance(data, bool) or not isinstance(data, float | int):
        raise Differs(f"float / {type(data).__name__}")
    return data


_NUMBER = Shape(_write_number, _read_number)

"""How a record is declared: each field once, with its kind, its axes, its unit and what it means.

::

    class State:
        price: Annotated[Grid[Zone, Good], "US$/kg", "what a good costs in a zone"]

A type checker reads the annotation and knows how many axes the field has and which; `layout` makes a numpy record type
of it, padded to the largest rule set; `views` lays plain views over a record, for playing without a compiler.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Protocol, TypeVar, get_args, get_origin, get_type_hints

import numpy as np

from game.economy.axes import SIZES

A_contra = TypeVar("A_contra", contravariant=True)
B_contra = TypeVar("B_contra", contravariant=True)
C_contra = TypeVar("C_contra", contravariant=True)


class Line(Protocol[A_contra]):
    """Numbers along one axis."""

    def __getitem__(self, at: A_contra, /) -> float: ...
    def __setitem__(self, at: A_contra, value: float, /) -> None: ...


class Grid(Protocol[A_contra, B_contra]):
    """Numbers along two axes."""

    def __getitem__(self, at: tuple[A_contra, B_contra], /) -> float: ...
    def __setitem__(self, at: tuple[A_contra, B_contra], value: float, /) -> None: ...


class Cube(Protocol[A_contra, B_contra, C_contra]):
    """Numbers along three axes."""

    def __getitem__(self, at: tuple[A_contra, B_contra, C_contra], /) -> float: ...
    def __setitem__(self, at: tuple[A_contra, B_contra, C_contra], value: float, /) -> None: ...


I = TypeVar("I")  # noqa: E741 - an index


class Codes(Protocol[A_contra, I]):
    """Indices into another axis, along one; -1 is none."""

    def __getitem__(self, at: A_contra, /) -> I: ...
    def __setitem__(self, at: A_contra, value: I, /) -> None: ...


class Table(Protocol[A_contra, B_contra, I]):
    """Indices into another axis, along two."""

    def __getitem__(self, at: tuple[A_contra, B_contra], /) -> I: ...
    def __setitem__(self, at: tuple[A_contra, B_contra], value: I, /) -> None: ...


@dataclass(frozen=True)
class Field:
    """What a record declares of one of its fields."""

    name: str
    axes: tuple[str, ...]
    """Of `SIZES`; none for a single number."""
    whole: bool
    """Whether it holds whole numbers."""
    unit: str
    meaning: str

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(SIZES[axis] for axis in self.axes)


@cache
def fields(record: type) -> Mapping[str, Field]:
    """The fields of a record by name, in the order in which they are declared.

    Raises:
        TypeError: where a field is not declared with a unit and a meaning.
    """
    return {name: _field(name, hint) for name, hint in get_type_hints(record, include_extras=True).items()}


def _field(name: str, hint: object) -> Field:
    parts = get_args(hint)
    if get_origin(hint) is not Annotated or len(parts) != 3:
        raise TypeError(f"{name}: declare it as Annotated[kind, unit, meaning]")
    kind, unit, meaning = parts
    axes = tuple(axis.__name__ for axis in get_args(kind))
    holds_codes = get_origin(kind) in (Codes, Table)
    return Field(name, axes[:-1] if holds_codes else axes, holds_codes or kind is int, unit, meaning)


@cache
def layout(record: type) -> np.dtype[Any]:
    """The numpy record type of `record`: floats of 64 bits, whole numbers of 64, the last axis innermost."""
    found = [(field.name, "i8" if field.whole else "f8", field.shape) for field in fields(record).values()]
    return np.dtype(found, align=True)


@cache
def _names(record: type) -> Any:
    return namedtuple(f"{record.__name__}Views", list(fields(record)))  # noqa: PYI024


def views(record: type, row: Any) -> Any:
    """Views over the fields of one numpy record that share its memory; single numbers are copied.

    Memory views, not arrays: they give Python's own numbers, which plain Python adds twice as fast.
    """
    return _names(record)(
        *(
            memoryview(row[name]) if field.axes else row[name].item()
            for name, field in fields(record).items()
        )
    )  # fmt: skip


def unbounded(record: type, row: Any) -> Any:
    """The same, but of numpy's numbers where they are not whole: what is divided by nothing is infinite, no error."""
    return _names(record)(
        *(
            row[name] if not field.whole else memoryview(row[name]) if field.axes else row[name].item()
            for name, field in fields(record).items()
        )
    )

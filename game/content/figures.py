"""Numbers of the rule files: single, in groups, in yearly series, each with its origin.

One number::

    capacity: {value: 22000, unit: t/year, source: "projects.csv", confidence: high}

A group over one or more axes, with one origin; ``other`` stands for everything not named, and a number given where
another level could follow holds for all of it::

    reserve:
      values: {japan: {light_magnet: 18, other: 5}, other: 0}
      unit: days
      source: "stockpiles.csv"
      confidence: medium

A series; ``between`` says what happens between the entries (``step``: a value holds until the next one, ``linear``:
yearly values stand at the middle of their year, monthly ones at their month, with straight lines between)::

    activity: {by_year: {2009: 0.8, 2010: 1.0}, between: linear, unit: factor, assumed: true, why: "..."}
    quota: {by_month: {2010-01: 22000, 2010-07: 8000}, between: step, unit: t/year, source: "...", confidence: high}

A bare number takes the unit of its field, and the origin of the nearest entry around it that states one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from game.content import origin as origins
from game.content.calendar import MONTH_PATTERN
from game.content.origin import Origin, read_origin
from game.content.units import accepted, factor
from game.content.words import closest, kind_of

OTHER = "other"
SCHEMA = "x-schema"
"""Marks a number field in a JSON Schema with the name of its definition, which `schemas` puts in."""
Path = tuple[str | int, ...]
Tree = float | dict[str, Any]
_BLOCK = (*origins.KEYS, "unit")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One number: where it stands below its field, its value in the field's unit, and its own origin if it has one."""

    path: Path
    value: float
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number or a group. `tree` maps identifiers (and ``other``) to numbers, level by level along `axes`."""

    tree: Tree
    axes: tuple[str, ...]
    unit: str
    fallback: float | None
    leaves: tuple[Leaf, ...]

    @property
    def value(self) -> float:
        """The single number.

        Raises:
            TypeError: when this is a group.
        """
        if isinstance(self.tree, dict):
            raise TypeError("a group of numbers where one number was expected")
        return self.tree

    def at(self, *names: str) -> float | None:
        """The number for these identifiers, by name or through ``other``; `fallback` (may be None) when absent."""
        node: Any = self.tree
        for name in names:
            if not isinstance(node, dict):
                return float(node)
            node = node[name] if name in node else node.get(OTHER)
            if node is None:
                return self.fallback
        return self.fallback if isinstance(node, dict) else float(node)

    def named(self, *names: str) -> float | None:
        """The number written for exactly these identifiers; None when only ``other`` or nothing covers them."""
        node: Any = self.tree
        for name in names:
            if not isinstance(node, dict) or name not in node:
                return None
            node = node[name]
        return None if isinstance(node, dict) else float(node)


@dataclass(frozen=True, slots=True)
class Series:
    """A number that changes over time: `points` are (month counted as year * 12 + month - 1, value), sorted."""

    points: tuple[tuple[float, float], ...]
    linear: bool
    unit: str
    leaves: tuple[Leaf, ...]

    def at(self, month: int) -> float:
        """The value in `month`, counted as year * 12 + (month - 1)."""
        if month <= self.points[0][0]:
            return self.points[0][1]
        for (start, value), (end, following) in zip(self.points, self.points[1:], strict=False):
            if month < end:
                return value + (following - value) * (month - start) / (end - start) if self.linear else value
        return self.points[-1][1]


Problems = list[tuple[Path, str, str]]
"""Path below the field, what is wrong, what would be right."""


@dataclass(frozen=True)
class Figure:
    """Marks a field of type `Numbers`: its unit, limits, and the axes of a group.

    `fallback` is the value for identifiers that the file leaves out; without one, all must be covered.
    """

    unit: str
    axes: tuple[str, ...] = ()
    low: float = -math.inf
    high: float = math.inf
    fallback: float | None = None
    count: int = 0
    """Length of a list of numbers; 0 when the field takes no list."""

    def nothing(self) -> Numbers:
        """What stands for a field that the file leaves out altogether."""
        return Numbers(self.fallback if self.fallback is not None else {}, self.axes, self.unit, self.fallback, ())

    def read(self, raw: Any) -> Numbers:
        """Check `raw` as it came from the file.

        Raises:
            PydanticCustomError: of type ``figures``, with all problems and their paths in the context.
        """
        reader = _Reader(self)
        tree = reader.group(raw, (), None, self.unit)
        if isinstance(tree, dict) and not self.axes and not self.count:
            reader.problems.append(((), f"expected a number, found {kind_of(raw)}", ""))
        if reader.problems:
            raise PydanticCustomError("figures", "wrong figures", {"problems": reader.problems})
        return Numbers(tree, self.axes, self.unit, self.fallback, tuple(reader.leaves))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_passing(Numbers, self.read))

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {SCHEMA: "Figures" if self.axes or self.count else "Figure"}


@dataclass(frozen=True)
class Over:
    """Marks a field of type `Series`: its unit (or units, where the meaning of each is told apart later) and limits."""

    unit: str
    low: float = -math.inf
    high: float = math.inf
    others: tuple[str, ...] = field(default=())
    """Further units that are kept as they are."""

    def read(self, raw: Any) -> Series:
        """Check `raw` as it came from the file.

        Raises:
            PydanticCustomError: of type ``figures``, with all problems and their paths in the context.
        """
        unit = self.unit
        if isinstance(raw, dict) and raw.get("unit") in self.others:
            unit = raw["unit"]
        reader = _Reader(Figure(unit, low=self.low, high=self.high))
        series = reader.series(raw)
        if reader.problems or series is None:
            raise PydanticCustomError("figures", "wrong figures", {"problems": reader.problems})
        return series

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_passing(Series, self.read))

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {SCHEMA: "Series"}


def _passing(kind: type, read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda raw: raw if isinstance(raw, kind) else read(raw)


class _Reader:
    """Walks a raw value, collecting leaves and problems."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.leaves: list[Leaf] = []
        self.problems: Problems = []

    def group(self, raw: Any, path: Path, origin: Origin | None, unit: str) -> Tree:
        """`raw` as a tree of numbers in the field's unit."""
        if isinstance(raw, dict):
            if "value" in raw or "values" in raw:
                key = "value" if "value" in raw else "values"
                origin, unit = self._block(raw, path, origin, unit, (key,))
                return self.group(raw[key], (*path, key), origin, unit)
            if any(key in raw for key in _BLOCK):
                return self._without_value(raw, path)
            return {str(key): self.group(item, (*path, key), origin, unit) for key, item in raw.items()}
        if isinstance(raw, list) and self.figure.count:
            if len(raw) != self.figure.count:
                self.problems.append((path, f"expected {self.figure.count} numbers, found {len(raw)}", ""))
            return {str(at): self.group(item, (*path, at), origin, unit) for at, item in enumerate(raw)}
        return self._leaf(raw, path, origin, unit)

    def _without_value(self, raw: Mapping[str, Any], path: Path) -> float:
        """Note what is wrong with a block that has an origin or a unit and no number."""
        strange = [key for key in raw if key not in (*_BLOCK, "between")]
        for key in strange:
            hint = closest(str(key), ("value", "values", "by_year", "by_month"))
            self.problems.append(((*path, key), f"unknown key '{key}'", hint))
        if not strange:
            self.problems.append((path, "a block without a number", "add value: ... or values: {...}"))
        return math.nan

    def series(self, raw: Any) -> Series | None:
        """`raw` as a series: ``by_year``, ``by_month``, or one number for all time."""
        unit = self.figure.unit
        if not isinstance(raw, dict) or not ("by_year" in raw or "by_month" in raw):
            constant = self.group(raw, (), None, unit)
            if isinstance(constant, dict):
                self.problems.append(((), "expected a number or a series", "write by_year: {...} or by_month: {...}"))
                return None
            return Series(((0.0, constant),), linear=False, unit=unit, leaves=tuple(self.leaves))
        key = "by_year" if "by_year" in raw else "by_month"
        origin, written = self._block(raw, (), None, unit, (key, "between"))
        if raw.get("between") not in ("step", "linear"):
            at: Path = ("between",) if "between" in raw else ()
            self.problems.append((at, "a series that does not say how it runs", "add between: step or linear"))
        points = sorted(self._points(raw[key], key, origin, written, linear=raw.get("between") == "linear"))
        if not points:
            self.problems.append(((key,), "an empty series", ""))
            return None
        return Series(tuple(points), raw.get("between") == "linear", unit, tuple(self.leaves))

    def _points(
        self, raw: Any, key: str, origin: Origin | None, unit: str, *, linear: bool
    ) -> Iterator[tuple[float, float]]:
        if not isinstance(raw, dict):
            self.problems.append(((key,), f"expected a map of {key[3:]}s to numbers, found {kind_of(raw)}", ""))
            return
        for when, item in raw.items():
            month = _month(when, key, linear=linear)
            if month is None:
                hint = "2010" if key == "by_year" else "2010-09"
                self.problems.append(((key, when), f"'{when}' is not a {key[3:]}", f"write it as {hint}"))
                continue
            value = self.group(item, (key, when), origin, unit)
            if isinstance(value, dict):
                self.problems.append(((key, when), "expected a number, found a map", ""))
            else:
                yield month, value

    def _block(
        self, raw: Mapping[str, Any], path: Path, origin: Origin | None, unit: str, own: tuple[str, ...]
    ) -> tuple[Origin | None, str]:
        """Origin and unit that the block `raw` states, or those from around it."""
        known = (*own, *_BLOCK)
        for key in raw:
            if key not in known:
                self.problems.append(((*path, key), f"unknown key '{key}'", closest(str(key), known)))
        stated, wrong, hint = read_origin(raw)
        if wrong:
            self.problems.append((path, wrong, hint))
        written = raw.get("unit", unit)
        if not isinstance(written, str):
            self.problems.append(((*path, "unit"), f"expected a unit, found {kind_of(written)}", ""))
            written = unit
        if factor(written, self.figure.unit) is None:
            options = " or ".join(accepted(self.figure.unit))
            self.problems.append(((*path, "unit"), f"unit '{written}' does not fit here", f"write {options}"))
            written = unit
        return stated or origin, written

    def _leaf(self, raw: Any, path: Path, origin: Origin | None, unit: str) -> float:
        if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not math.isfinite(raw):
            self.problems.append((path, f"expected a number, found {kind_of(raw)}", ""))
            return math.nan
        value = float(raw) * (factor(unit, self.figure.unit) or 1.0)
        low, high = self.figure.low, self.figure.high
        if value < low:
            what = "negative" if low == 0 else f"below {low:g}"
            self.problems.append((path, f"{raw:g} is {what}", f"expected {_range(low, high)}"))
        elif value > high:
            self.problems.append((path, f"{raw:g} is above {high:g}", f"expected {_range(low, high)}"))
        self.leaves.append(Leaf(path, value, origin))
        return value


def _range(low: float, high: float) -> str:
    if math.isinf(high):
        return f"{low:g} or more"
    return f"{high:g} or less" if math.isinf(low) else f"{low:g} to {high:g}"


def _month(when: object, key: str, *, linear: bool) -> float | None:
    if key == "by_year":
        if isinstance(when, bool) or not isinstance(when, int) or not 1900 <= when <= 2200:
            return None
        return when * 12.0 + (5.5 if linear else 0.0)
    match = MONTH_PATTERN.match(str(when))
    return int(match[1]) * 12.0 + int(match[2]) - 1 if match else None

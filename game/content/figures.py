"""Numbers of the rule files: single, in groups, in yearly series, each with its origin.

One number::

    capacity: {value: 22000, unit: t/year, source: projects, confidence: high}

A group over one or more axes, with one origin; ``other`` stands for everything not named, and a number given where
another level could follow holds for all of it::

    reserve:
      values: {island: {light_magnet: 18, other: 5}, other: 0}
      unit: days
      source: stockpiles
      confidence: medium

A series; ``between`` says what happens between the entries (``step``: a value holds until the next one, ``linear``:
yearly values stand at the middle of their year, monthly ones at their month, with straight lines between)::

    activity: {by_year: {2009: 0.8, 2010: 1.0}, between: linear, unit: factor, assumed: true, why: "..."}
    quota: {by_month: {2010-01: 22000, 2010-07: 8000}, between: step, unit: t/year, source: "...", confidence: high}

A bare number takes the unit of its field, and the origin of the nearest entry around it that states one.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from game.content.figure_reader import Reader
from game.content.numbers import Numbers, Series
from game.content.words import kind_of

SCHEMA = "x-schema"
"""Marks a number field in a JSON Schema with the name of its definition, which `schemas` puts in."""


@dataclass(frozen=True)
class NumberField:
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
        reader = Reader(self.unit, self.low, self.high, self.count)
        tree = reader.group(raw, (), None, self.unit)
        if isinstance(tree, dict) and not self.axes and not self.count:
            reader.problems = [((), f"expected a number, found {kind_of(raw)}", "")]
        if reader.problems:
            raise PydanticCustomError("figures", "wrong figures", {"problems": reader.problems})
        return Numbers(tree, self.axes, self.unit, self.fallback, tuple(reader.leaves), self.low, self.high)

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
    others: tuple[str, ...] = ()
    """Further units that are kept as they are."""

    def read(self, raw: Any) -> Series:
        """Check `raw` as it came from the file.

        Raises:
            PydanticCustomError: of type ``figures``, with all problems and their paths in the context.
        """
        unit = self.unit
        if isinstance(raw, dict) and raw.get("unit") in self.others:
            unit = raw["unit"]
        reader = Reader(unit, self.low, self.high)
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

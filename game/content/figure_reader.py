"""Reads the numbers of one field from what YAML gave, with all that is wrong with them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from game.content import miswritten
from game.content import origin as origins
from game.content.calendar import MONTH_PATTERN
from game.content.fitting import FITTED, marks, numbers_in
from game.content.numbers import Leaf, Path, Series, Tree
from game.content.origin import Origin, read_origin
from game.content.units import accepted, factor
from game.content.words import closest, kind_of

Problems = list[tuple[Path, str, str]]
"""Path below the field, what is wrong, what would be right."""

_BLOCK = (*origins.KEYS, "unit", FITTED)
_UNKNOWN = "?"
"""Unit of numbers of which nobody can tell whether they are too large."""


class Reader:
    """Walks a raw value, collecting leaves and problems.

    `unit`, `low` and `high` are those of the field; `count` is the length of a list of numbers, 0 where none may stand.
    """

    def __init__(self, unit: str, low: float, high: float, count: int = 0) -> None:
        self.unit, self.low, self.high, self.count = unit, low, high, count
        self.leaves: list[Leaf] = []
        self.problems: Problems = []

    def group(self, raw: Any, path: Path, origin: Origin | None, unit: str) -> Tree:
        """`raw` as a tree of numbers in the field's unit."""
        if raw == {}:
            self.problems.append((path, "an empty map where a number belongs", "write one, or leave the key out"))
            return math.nan
        if isinstance(raw, dict):
            if "value" in raw or "values" in raw:
                key = "value" if "value" in raw else "values"
                origin, unit = self._block(raw, path, origin, unit, (key,))
                return self.group(raw[key], (*path, key), origin, unit)
            if any(key in raw for key in _BLOCK):
                return self._without_value(raw, path)
            return {str(key): self.group(item, (*path, key), origin, unit) for key, item in raw.items()}
        if isinstance(raw, list) and self.count:
            if len(raw) != self.count:
                self.problems.append((path, f"expected {self.count} numbers, found {len(raw)}", ""))
            return {str(at): self._single(item, (*path, at), origin, unit) for at, item in enumerate(raw)}
        return self._leaf(raw, path, origin, unit)

    def _single(self, raw: Any, path: Path, origin: Origin | None, unit: str) -> float:
        """`raw` as a number, which may be a block with an origin; a map of numbers is a problem."""
        before = tuple(self.problems)
        value = self.group(raw, path, origin, unit)
        if isinstance(value, dict):
            self.problems = [*before, (path, "expected a number, found a map", "")]
            return math.nan
        return value

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
        unit = self.unit
        if not isinstance(raw, dict) or not ("by_year" in raw or "by_month" in raw):
            constant = self.group(raw, (), None, unit)
            if isinstance(constant, dict):
                self.problems = [((), "expected a number or a series", "write by_year: {...} or by_month: {...}")]
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
            yield month, self._single(item, (key, when), origin, unit)

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
        if FITTED in raw and not marks(raw[FITTED], among=numbers_in(raw.get(own[0]))):
            what = f"{FITTED} is neither true nor a count of the numbers here"
            self.problems.append(((*path, FITTED), what, f"write {FITTED}: true, or how many of the table were moved"))
        if stated is not None and raw.get(FITTED):
            stated = replace(stated, fitted=True)
        return stated or origin, self._unit(raw["unit"], path) if "unit" in raw else unit

    def _unit(self, written: Any, path: Path) -> str:
        """The unit that a block states; `_UNKNOWN`, with a problem noted, where it does not fit."""
        options = " or ".join(accepted(self.unit))
        if not isinstance(written, str):
            self.problems.append(((*path, "unit"), f"expected a unit, found {kind_of(written)}", f"write {options}"))
        elif factor(written, self.unit) is None:
            self.problems.append(((*path, "unit"), f"unit '{written}' does not fit here", f"write {options}"))
        else:
            return written
        return _UNKNOWN

    def _leaf(self, raw: Any, path: Path, origin: Origin | None, unit: str) -> float:
        if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not math.isfinite(raw):
            meant = miswritten.hint(raw, unit) if isinstance(raw, str) else ""
            self.problems.append((path, f"expected a number, found {kind_of(raw)}", meant))
            return math.nan
        value = float(raw) * (factor(unit, self.unit) or 1.0)
        low, high = (self.low, self.high) if unit != _UNKNOWN else (-math.inf, math.inf)
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

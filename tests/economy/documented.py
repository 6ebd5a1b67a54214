"""What is documented of 2007-25, as ``documented.yaml`` has it: series by year, and facts with their tolerances."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.economy.rare_earths import at
from tests.economy.ruleset import read

FILE = Path(__file__).parent / "documented.yaml"


@dataclass(frozen=True)
class Series:
    """A series by year: what it is called, how it is printed, and the error that is taken for one."""

    text: str
    form: str
    spread: float
    by_year: dict[int, float]


@dataclass(frozen=True)
class Fact:
    """A figure that is to lie between two; what is measured, when, and how it becomes one figure."""

    name: str
    text: str
    of: str
    months: slice
    low: float
    high: float
    take: str = "mean"
    above: float | None = None
    over: str | None = None
    against: slice | None = None
    is_input: bool = False
    held_out: bool = False

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


@cache
def written() -> dict[str, Any]:
    """The file as it is."""
    return read(FILE)


@cache
def basket() -> dict[str, float]:
    """Shares of goods in the basket."""
    return dict(written()["basket"]["values"])


@cache
def series() -> dict[str, Series]:
    """Series by the name of what is measured."""
    return {
        name: Series(each["text"], each["form"], each["spread"], _by_year(each))
        for name, each in written()["series"].items()
    }


@cache
def facts() -> list[Fact]:
    """All parts of all facts."""
    return [_fact(name, fact, part) for name, fact in written()["facts"].items() for part in fact["parts"]]


def _by_year(each: dict[str, Any]) -> dict[int, float]:
    if "weights" not in each:
        return {year: float(value) for year, value in each["by_year"].items()}
    weights = each["weights"]
    return {
        year: sum(weight * value for weight, value in zip(weights, values, strict=True)) / sum(weights)
        for year, values in each["by_year"].items()
    }


def _fact(name: str, fact: dict[str, Any], part: dict[str, Any]) -> Fact:
    low, high = _bounds(part)
    first, last = (part["in"], part["in"]) if "in" in part else (part["from"], part["to"])
    return Fact(
        name=name,
        text=part["text"],
        of=part["of"],
        months=at(str(first), str(last)),
        low=low,
        high=high,
        take=part.get("take", "mean"),
        above=part.get("above"),
        over=part.get("over"),
        against=at(str(part["against"])) if "against" in part else None,
        is_input=fact.get("input", False),
        held_out=fact.get("held_out", False),
    )


def _bounds(part: dict[str, Any]) -> tuple[float, float]:
    """Least and most: as written, or around the target."""
    if "low" in part:
        return part["low"], part["high"]
    target = part["target"]
    low, high = target if isinstance(target, list) else (target, target)
    if "by" in part:
        return low - part["by"], high + part["by"]
    return low * (1.0 - part["within"]), high * (1.0 + part["within"])

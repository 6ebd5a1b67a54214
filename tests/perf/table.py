"""What a benchmark returns, and how the table is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Speed:
    """One measured figure and what it should reach; None where it is only looked at."""

    name: str
    figure: float
    unit: str
    aim: float | None
    more_is_better: bool = True

    @property
    def reached(self) -> bool:
        if self.aim is None:
            return True
        return self.figure >= self.aim if self.more_is_better else self.figure <= self.aim


def figures(measured: Speed | Iterable[Speed]) -> Iterable[Speed]:
    """What a benchmark returned, as several."""
    return (measured,) if isinstance(measured, Speed) else measured


def lines(figures: Iterable[Speed]) -> Iterable[str]:
    """The table, line by line."""
    yield f"{'what':<44}{'measured':>12}{'aim':>10}  unit"
    for figure in figures:
        note = "" if figure.reached else "  (missed)"
        aim = "" if figure.aim is None else f"{figure.aim:,g}"
        yield f"{figure.name:<44}{figure.figure:>12,.1f}{aim:>10}  {figure.unit}{note}"

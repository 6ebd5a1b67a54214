"""A curve in letters."""

from __future__ import annotations

from collections.abc import Iterator

from game.session.views import Series

HEIGHT = 12
WIDTH = 64


def curve(label: str, series: Series, start: str) -> Iterator[str]:
    """`series`, called `label`, as a chart of `HEIGHT` lines; `start` is the label of month 0 (``YYYY-MM``)."""
    if not series.values:
        yield f"{label}: nothing is recorded yet."
        return
    columns = _columns(series.values)
    low, high = min(columns), max(columns)
    step = (high - low) / (HEIGHT - 1) or 1.0
    yield f"{label} ({series.unit})"
    for row in range(HEIGHT - 1, -1, -1):
        marks = "".join("*" if round((value - low) / step) == row else " " for value in columns)
        mark = f"{low + row * step:,.4g}" if row % 3 == 2 or row == 0 else ""
        yield f"{mark:>10} | {marks}".rstrip()
    first, last = _month(start, series.months[0]), _month(start, series.months[-1])
    yield f"{'':>10} + {'-' * max(len(columns), len(first) + len(last) + 1)}"
    yield f"{'':>10}   {first}{last:>{max(len(columns) - len(first), len(last) + 1)}}"


def values(label: str, series: Series, start: str, every: int) -> Iterator[str]:
    """The same in sentences: a value each `every` months and the last."""
    yield f"{label}, in {series.unit}:"
    for place in [*range(0, len(series.values) - 1, every), len(series.values) - 1]:
        if place >= 0:
            yield f"{_month(start, series.months[place])}: {series.values[place]:,.4g}"


def _columns(numbers: tuple[float, ...]) -> list[float]:
    """The numbers, each as wide as fits; where there are too many, the last of each group."""
    if len(numbers) > WIDTH:
        return [numbers[(column + 1) * len(numbers) // WIDTH - 1] for column in range(WIDTH)]
    wide = max(1, min(4, WIDTH // len(numbers)))
    return [number for number in numbers for _ in range(wide)]


def _month(start: str, months: int) -> str:
    year, month = map(int, start.split("-"))
    years, rest = divmod(year * 12 + month - 1 + months, 12)
    return f"{years:04d}-{rest + 1:02d}"

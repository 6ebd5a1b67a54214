"""A curve in letters."""

from __future__ import annotations

from collections.abc import Iterator

from game.session.views import Series
from game.telling import _, numbers

HEIGHT = 12
WIDTH = 80
_BETWEEN = 3
"""Signs between the amounts at the side and the curve."""
_WIDEST = 4
"""Signs that a month takes at most."""
_LEAST = 10
"""Narrowest margin, for curves below one another to stand alike."""


def curve(label: str, series: Series, start: str) -> Iterator[str]:
    """`series`, called `label`, as a chart of `HEIGHT` lines; `start` is the label of month 0 (``YYYY-MM``)."""
    if not series.values:
        yield _("{figure}: nothing is recorded yet.").format(figure=label)
        return
    low, high = min(series.values), max(series.values)
    step = (high - low) / (HEIGHT - 1) or 1.0
    marks = [numbers.write(low + row * step, series.unit) if row % 3 == 2 or row == 0 else "" for row in range(HEIGHT)]
    margin = max(_LEAST, *map(len, marks))
    columns = _columns(series.values, WIDTH - _BETWEEN - margin)
    yield label
    for row in range(HEIGHT - 1, -1, -1):
        stars = "".join("*" if round((value - low) / step) == row else " " for value in columns)
        yield f"{marks[row]:>{margin}} | {stars}".rstrip()
    first, last = _month(start, series.months[0]), _month(start, series.months[-1])
    yield f"{'':>{margin}} + {'-' * max(len(columns), len(first) + len(last) + 1)}"
    yield f"{'':>{margin}}   {first}{last:>{max(len(columns) - len(first), len(last) + 1)}}"


def values(label: str, series: Series, start: str, every: int) -> Iterator[str]:
    """The same in sentences: a value each `every` months and the last."""
    yield f"{label}:"
    for place in [*range(0, len(series.values) - 1, every), len(series.values) - 1]:
        if place >= 0:
            amount = numbers.write(series.values[place], series.unit)
            yield f"{_month(start, series.months[place])}: {amount}"


def _columns(values: tuple[float, ...], room: int) -> list[float]:
    """The values, each as wide as fits; where there are too many, the last of each group."""
    if len(values) > room:
        return [values[(column + 1) * len(values) // room - 1] for column in range(room)]
    wide = max(1, min(_WIDEST, room // len(values)))
    return [value for value in values for _column in range(wide)]


def _month(start: str, months: int) -> str:
    year, month = map(int, start.split("-"))
    years, rest = divmod(year * 12 + month - 1 + months, 12)
    return numbers.month(f"{years:04d}-{rest + 1:02d}")

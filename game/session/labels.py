"""Figures in words: what each is called on a screen, how its value is written, and which direction is good."""

from __future__ import annotations

from collections.abc import Callable

from game.engine import metrics
from game.session.keys import Key
from game.session.words import Words, capital


def label_of(words: Words, key: Key) -> str:
    """The name of a figure, ready to show."""
    metric, *arguments = key
    entry = metrics.METRICS[metric]
    names = [words.of(metrics.argument_axis(axis), name) for axis, name in zip(entry.axes, arguments, strict=True)]
    return capital(entry.label.format(rival=words.rival, **dict(zip(entry.places, names, strict=True))))


def good_of(metric: str) -> int:
    """1 where more is better, -1 where less is, 0 where neither."""
    return metrics.METRICS[metric].good


def unit_of(metric: str) -> str:
    """The unit of a metric as its table gives it."""
    return metrics.METRICS[metric].unit


def _share(value: float) -> str:
    return f"{100 * value:.1f} %" if 0.0005 <= abs(value) < 0.095 else f"{100 * value:.0f} %"


def _money(value: float) -> str:
    return f"US$ {value:,.0f} m" if abs(value) < 10_000 else f"US$ {value / 1000:,.1f} bn"


_WRITE: dict[str, Callable[[float], str]] = {
    "share": _share,
    "0-1": lambda value: f"{100 * value:.0f} / 100",
    "US$ million": _money,
    "US$ million/year": lambda value: f"{_money(value)}/year",
    "US$/kg": lambda value: f"US$ {value:,.0f}/kg" if abs(value) >= 100 else f"US$ {value:,.1f}/kg",
    "days": lambda value: f"{value:,.0f} days",
    "t/year": lambda value: f"{value:,.0f} t/year",
    "ratio": lambda value: f"{value:.2f} x",
    "%": lambda value: f"{value:.2f} %",
    "rate": lambda value: f"{100 * value:.0f} %",
    "jobs": lambda value: f"{value:,.0f} jobs",
    "points": lambda value: f"{value:.0f}",
    "1-9": lambda value: f"{value:.1f} of 9",
}


def write(value: float, unit: str) -> str:
    """`value` with its unit, rounded for reading."""
    writer = _WRITE.get(unit)
    return writer(value) if writer else f"{value:,.4g} {unit}".strip()

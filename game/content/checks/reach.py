"""Whether a condition can ever hold: bounds of metrics, the length of the match, and bounds that exclude each other."""

from __future__ import annotations

import math

from game.engine.conditions import Atom, Condition
from game.engine.metrics import METRICS
from game.engine.world import Calendar

Range = tuple[float, float]

_BY_UNIT: dict[str, Range] = {
    "share": (0.0, 1.0),
    "0-1": (0.0, 1.0),
    "0 or 1": (0.0, 1.0),
    "1-9": (1.0, 9.0),
    "days": (0.0, math.inf),
    "t/year": (0.0, math.inf),
    "US$/kg": (0.0, math.inf),
    "ratio": (0.0, math.inf),
    "times": (0.0, math.inf),
    "rate": (0.0, math.inf),
    "jobs": (0.0, math.inf),
    "projects": (0.0, math.inf),
    "US$ million/year": (0.0, math.inf),
}


def never(condition: Condition, calendar: Calendar) -> str:
    """Why `condition` can never hold in a match of `calendar`, in words; empty when it may."""
    reasons = [_contradiction(group, calendar) for group in condition.any_of]
    if not reasons:
        return "it is false"
    return "" if any(reason == "" for reason in reasons) else reasons[0]


def _contradiction(group: tuple[Atom, ...], calendar: Calendar) -> str:
    """Why the atoms of `group` cannot hold together; empty when they may."""
    bounds: dict[object, tuple[float, bool, float, bool]] = {}
    for atom in group:
        metric = atom.reading.metric
        low, high = _range(metric, calendar)
        if not _meets(atom, low, high):
            return _outside(atom, metric, low, high, calendar)
        least, open_least, most, open_most = bounds.get(atom.reading, (low, False, high, False))
        if atom.sign > 0:
            least, open_least = max((least, open_least), (atom.threshold, not atom.or_equal))
        else:
            most, shut = min((most, not open_most), (atom.threshold, atom.or_equal))
            open_most = not shut
        if least > most or (least == most and (open_least or open_most)):
            return f"its bounds on {metric} exclude each other"
        bounds[atom.reading] = (least, open_least, most, open_most)
    return ""


def _range(metric: str, calendar: Calendar) -> Range:
    if metric == "month":
        return 0.0, calendar.months - 1.0
    if metric == "year":
        return calendar.start / 12.0, (calendar.start + calendar.months - 1) / 12.0
    entry = METRICS[metric]
    if entry.codes:
        return float(min(entry.codes)), float(max(entry.codes))
    return _BY_UNIT.get(entry.unit, (-math.inf, math.inf))


def _meets(atom: Atom, low: float, high: float) -> bool:
    """Whether any value in the range of the metric satisfies `atom`."""
    if atom.sign > 0:
        return high > atom.threshold or (atom.or_equal and high == atom.threshold)
    return low < atom.threshold or (atom.or_equal and low == atom.threshold)


def _outside(atom: Atom, metric: str, low: float, high: float, calendar: Calendar) -> str:
    if metric in ("month", "year"):
        return f"the match runs from {calendar.label(0)} to {calendar.label(calendar.months - 1)}"
    if atom.sign > 0:
        return f"{metric} is never above {high:g}"
    return f"{metric} is never below {low:g}"

"""Units of the rule files, and what a file may write instead of each.

A field has one unit. A file may state another one of the same kind, which is converted; a bare number is taken to be
in the unit of its field.
"""

from __future__ import annotations

_SAME_KIND: dict[str, dict[str, float]] = {
    "share": {"%": 0.01, "share": 1.0, "ratio": 1.0},
    "t/year": {"t/year": 1.0, "kt/year": 1000.0, "t/month": 12.0},
    "t": {"t": 1.0, "kt": 1000.0},
    "months": {"months": 1.0, "years": 12.0},
    "US$ million": {"US$ million": 1.0, "US$ billion": 1000.0},
    "US$ million/year": {"US$ million/year": 1.0, "US$ billion/year": 1000.0},
    "US$ billion/year": {"US$ billion/year": 1.0, "US$ million/year": 0.001, "US$ trillion/year": 1000.0},
    "US$/kg": {"US$/kg": 1.0, "US$/t": 0.001},
    "factor": {"factor": 1.0, "ratio": 1.0, "index": 1.0, "%": 0.01},
    "share/month": {"share/month": 1.0, "%/month": 0.01, "share/year": 1 / 12, "%/year": 0.01 / 12},
    "share/year": {"share/year": 1.0, "%/year": 0.01},
}


def accepted(unit: str) -> tuple[str, ...]:
    """What may be written for `unit`."""
    return tuple(_SAME_KIND.get(unit, {unit: 1.0}))


def factor(written: str, unit: str) -> float | None:
    """Multiplier from `written` to `unit`; None when they do not measure the same."""
    return _SAME_KIND.get(unit, {unit: 1.0}).get(written)

"""What is recorded month by month, as charts take it."""

from __future__ import annotations

from game.engine.metrics import METRICS
from game.session.keys import Key, short
from game.session.record import Record
from game.session.views import Series


def series_of(record: Record, key: Key, seat: str = "") -> Series:
    """One recorded figure since the start.

    Raises:
        KeyError: when it is not recorded.
    """
    values = record.column(key)
    return Series(
        key=short(key, seat),
        unit=METRICS[key[0]].unit,
        months=tuple(range(len(values))),
        values=values,
    )

"""What an intervention does for some months: a factor on what sites can make, or on how busy sectors are.

It is kept beside the fields of the state as a short list, so that a match in which nobody intervenes neither holds nor
pays anything for it, and its digest and its saves are what they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

OUTPUT, DEMAND = "output", "demand"
KINDS = {OUTPUT: 1, DEMAND: 2}
"""How many positions each kind names."""


@dataclass(frozen=True, eq=False)
class Shock:
    """A factor that acts in months before `until`, in the matches of `where` (B,)."""

    kind: str
    place: tuple[int, ...]
    """A site; or a nation and a sector, where -1 stands for all nations."""
    factor: float
    until: int
    where: Mask

    def written(self) -> list[Any]:
        """It as JSON, of a batch of one."""
        return [self.kind, list(self.place), self.factor, self.until]


def read(written: Sequence[Any]) -> Shock:
    """The shock that `Shock.written` wrote, in a batch of one.

    Raises:
        ValueError: when it is none.
    """
    kind, place, factor, until = written
    if kind not in KINDS or len(place) != KINDS[kind]:
        raise ValueError(f"no shock: {written!r}")
    return Shock(kind, tuple(map(int, place)), float(factor), int(until), np.ones(1, dtype=bool))


def acting(shocks: Sequence[Shock], month: int, match: int) -> list[list[Any]]:
    """Those that act in `month` or later in one match, as JSON."""
    return [shock.written() for shock in shocks if shock.until > month and shock.where[match]]


def of_match(shocks: Sequence[Shock], match: int) -> tuple[Shock, ...]:
    """Those of one match, as a batch of one."""
    one = slice(match, match + 1)
    return tuple(replace(shock, where=shock.where[one].copy()) for shock in shocks if shock.where[match])


def spread_over(shocks: Sequence[Shock], batch: int) -> tuple[Shock, ...]:
    """Those of a batch of one, in a batch that continues it."""
    return tuple(replace(shock, where=np.repeat(shock.where, batch)) for shock in shocks)


def factor(shocks: Sequence[Shock], kind: str, month: int, shape: tuple[int, ...]) -> Array | None:
    """Their factor in `month` over the axes of a kind, ``(..., B)``; None where none acts."""
    found = [shock for shock in shocks if shock.kind == kind and month < shock.until]
    if not found:
        return None
    whole = np.ones(shape)
    for shock in found:
        at = tuple(slice(None) if place < 0 else place for place in shock.place)
        whole[at] *= np.where(shock.where, shock.factor, 1.0)
    return whole

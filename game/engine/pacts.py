"""The agreements in force in a month, as its phases hand them on."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Index = NDArray[np.intp]


@dataclass(frozen=True)
class Parties:
    """Agreements by kind and parties, each in both directions, sorted by the first party, then the second."""

    kind: Index
    one: Index
    other: Index
    """(n,)"""
    cells: tuple[tuple[int, int, int], ...]
    """Kind, first and second party of each."""
    starts: Index
    """Where the agreements of each pair of parties begin, however many bind it."""
    _rows: dict[frozenset[int], tuple[int, ...]] = field(default_factory=dict)
    _by_seat: dict[int, tuple[tuple[Index, Index, Index], Mask | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, kind: Index, one: Index, other: Index) -> Parties:
        """Those of the sorted places (n,)."""
        new = np.ones(len(one), dtype=bool)
        new[1:] = (one[1:] != one[:-1]) | (other[1:] != other[:-1])
        cells = tuple(zip(kind.tolist(), one.tolist(), other.tolist(), strict=True))
        return cls(kind, one, other, cells, np.flatnonzero(new))

    def rows(self, kinds: frozenset[int]) -> tuple[int, ...]:
        """Rows of the agreements of some kinds."""
        if kinds not in self._rows:
            self._rows[kinds] = tuple(row for row, cell in enumerate(self.cells) if cell[0] in kinds)
        return self._rows[kinds]

    def by_seat(self, seats: int) -> tuple[tuple[Index, Index, Index], Mask | None]:
        """Where the state holds what each agreement says: kind, seat and partner, (n,) each, the first party where it
        is one of the `seats`, else the second; and which have no seat at all, for which the place means nothing, (n,),
        None where all have one.
        """
        if seats not in self._by_seat:
            swapped = self.one >= seats
            seat = np.where(swapped, self.other, self.one)
            partner = np.where(swapped, self.one, self.other)
            foreign = seat >= seats
            place = self.kind, np.where(foreign, 0, seat), partner
            self._by_seat[seats] = place, foreign if foreign.any() else None
        return self._by_seat[seats]


@dataclass(frozen=True)
class Pacts:
    """Agreements in force in a month."""

    parties: Parties
    where: Mask
    """(n, B)"""

    def any_of(self, kinds: frozenset[int]) -> bool:
        """Whether one of some kinds is in force in any match."""
        return bool(self.parties.rows(kinds))

    def of(self, kinds: frozenset[int]) -> list[tuple[int, int, Mask]]:
        """First party, second party and (B,) of the agreements of some kinds."""
        return [(one, other, where) for _, one, other, where in self.with_kind(kinds)]

    def with_kind(self, kinds: frozenset[int]) -> list[tuple[int, int, int, Mask]]:
        """The same with the kind before each."""
        return [(*self.parties.cells[row], self.where[row]) for row in self.parties.rows(kinds)]

"""The small world with terms to bargain over, partners who weigh them, and promises that can be broken."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.world import CLAUSES, Weighing, World
from tests.orders.table import Table, calm

Array = NDArray[np.float64]


def _clauses(**stated: tuple[float, float, float]) -> list[tuple[float, float, float]]:
    return [stated.get(name, (0.0, 0.0, 0.0)) for name in CLAUSES]


BARGAIN = np.array(
    [
        _clauses(share=(0.1, 0.3, 0.6), money=(2.0, 2.0, 2.0), fee=(-20.0, 0.0, 20.0), years=(1.0, 3.0, 10.0)),
        _clauses(days=(10.0, 20.0, 90.0), money=(4.0, 4.0, 4.0), fee=(-20.0, 0.0, 20.0), years=(1.0, 4.0, 10.0)),
    ]
)
"""Of the kinds supply and pool."""


def stated(kind: int, clause: str, *bounds: float) -> Array:
    """The same with other bounds of one clause."""
    found = BARGAIN.copy()
    found[kind, CLAUSES.index(clause)] = bounds
    return found


SCALES = Weighing(
    first_refusal=0.02, assured_sale=0.02, cover=1.0, learning=2.0, staff=3.0, displeasure=10.0, goodwill=15.0
)
CLUB = {"joins": np.array([True, False]), "allowed": np.tile(~np.eye(6, dtype=bool), (2, 1, 1))}
"""Supply agreements that bind all who sign them; anybody may."""


def bargaining(agreements: dict[str, Any] | None = None, **changes: Any) -> World:
    """The calm world with all that."""
    given = {"clauses": BARGAIN, "grace": np.array([6.0, 12.0])} | (agreements or {})
    return calm(diplomacy={"weighing": SCALES, "breach": 0.5}, agreements=given, **changes)


def propose(table: Table, nation: int, agreement: str, partner: str, **terms: Any) -> None:
    """Propose it, or answer the partner's proposal with these terms; it must be allowed."""
    codes = table.give(nation, kind="propose_agreement", agreement=agreement, partner=partner, **terms)
    assert codes[0] == 0, table.refusal(nation, kind="propose_agreement", agreement=agreement, partner=partner, **terms)

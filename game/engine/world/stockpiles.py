"""Public stockpiles and the stocks of firms."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world.arrays import Array

RELEASE_RULES = ("hold", "shortage", "price")


@dataclass(frozen=True)
class Stockpiles:
    """Public stockpiles, kept as the good `stage`."""

    stage: int
    reserve: Array
    """(N, M) days of consumption at the start."""
    target: Array
    """(N, M) days."""
    pace: Array
    """(N,) days of consumption bought a month, at most."""
    storage_cost: float
    """Part of the value a year."""
    commercial_cover: Array
    """(N, K) months of use that firms want to hold."""
    stock: Array
    """(N, M, K) months of use held at the start."""
    panic: float
    """Rise of the wanted cover at full fear, as a multiple."""
    fear_decay: float
    """Part of fear that fades a month."""
    fear_from_price: float
    fear_from_control: float
    adjust_months: float
    """Time over which firms close a gap of stock."""
    release_shortage: float
    """Unmet share of need above which `shortage` releases."""
    release_price: float
    """Multiple of the reference price above which `price` releases."""

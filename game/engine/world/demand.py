"""What industry asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from game.engine.seen import Seen
from game.engine.world.arrays import Array


@dataclass(frozen=True)
class Demand:
    """What industry asks for, before price and thrift."""

    base: Annotated[Array, Seen.COMING]
    """(T, N, M, K) t/month at the reference price."""
    sector_share: Array
    """(N, J, M, K) each sector's part of the base; sums to 1 over J where the base is not 0."""
    activity: Annotated[Array, Seen.COMING]
    """(T, N, J) how busy each sector is, as an index on its usual use; the mean of its goods by weight."""
    reference_price: Array
    """(Z, M, K) US$/kg at which the base holds."""
    elasticity: Array
    """(M,) passing response to price, < 0."""
    response_months: float
    """Time constant of the passing response."""
    thrift_rate: Array
    """(M,) part of the passing saving that becomes permanent each month."""
    thrift_limit: Array
    """(M,) permanent saving never exceeds this part of the base."""
    noise: float
    """Standard deviation of the monthly disturbance of demand."""
    noise_memory: float
    """Autocorrelation of that disturbance, in [0, 1)."""

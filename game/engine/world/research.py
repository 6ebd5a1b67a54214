"""Lines of research."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world.arrays import Array


@dataclass(frozen=True)
class Research:
    """Lines of R&D and their readiness on a 1-9 scale."""

    readiness: Array
    """(N, L) at the start."""
    half_spend: Array
    """(L,) US$ million a year at which progress is half the fastest."""
    fastest: Array
    """(L,) levels a year."""
    spillover: float
    """Part of a partner's lead gained a year under an agreement that shares technology."""
    thrift_gain: Array
    """(L,) part of a dear feed that recipes save for a level gained."""
    recycling_gain: Array
    """(L,) collection rate a level gained."""
    separation_gain: Array
    """(L,) cut in the cash cost of plants a level gained, as a share."""
    market_loss: Array
    """(L,) output of the leading sector lost a level gained (an alternative technology's opportunity cost)."""
    max_rate: Array
    """(L,) US$ million a year that a nation can usefully spend."""

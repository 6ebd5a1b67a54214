"""Mines and plants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from game.engine.seen import Seen
from game.engine.world.arrays import Array, Bools, Ints


@dataclass(frozen=True)
class Sites:
    """Mines and plants. Sites are sorted by host, then stage."""

    host: Ints
    """(S,) nation."""
    stage: Ints
    """(S,) the good it makes (MINE, SEPARATION, MAGNET)."""
    grade: Array
    """(S, M) mine: split of its output over materials, sums to 1. Plant: 1 where it can treat the material."""
    recovery: Array
    """(S,) part of the input that leaves as product (plants)."""
    capacity: Array
    """(S,) t/year at the start; 0 for a site not yet built."""
    ramp_months: Array
    """(S,) from first product to full capacity."""
    cash_cost: Array
    """(S,) US$/kg of product."""
    cash: Array
    """(S,) US$ million at the start."""
    fixed_cost: Array
    """(S,) US$ million a year that it pays while it operates, whatever it makes: interest, staff, upkeep."""
    revenue_share: Array
    """(S,) part of the oxide (magnet) price that the site earns for its product."""
    swing: Array
    """(S,) elasticity of output to price over cost (0: runs full or not at all)."""
    ceiling: Annotated[Array, Seen.COMING]
    """(T, S) production quota as a multiple of the capacity at the start; inf where none."""
    feed_to: Ints
    """(S,) nation whose plants own the concentrate under contract; -1 none."""
    offtake: Array
    """(H, S) part of the output that a seat holds at the start."""
    recycling: Bools
    """(S,) feeds on scrap of the host instead of the good of the stage before."""
    needs_line: Ints
    """(S,) research line that must be ready before the site can run; -1 none."""
    needs_level: Array
    """(S,) readiness that line must have reached."""
    protest: Array
    """(S,) approval a month that a site costs those who financed it, while it operates."""
    suspension: Array
    """(S,) chance a month that its licence is suspended while it operates, whatever the standard."""
    care_months: float
    """Months on care and maintenance before a site is bankrupt."""
    restart_margin: float
    """Price over cash cost at which a site on care and maintenance starts again."""

"""Mines and plants: what the economy does not count of them."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world.arrays import Array, Bools, Ints


@dataclass(frozen=True)
class Sites:
    """Mines and plants, in the order of the records of the economy."""

    host: Ints
    """(S,) nation."""
    stage: Ints
    """(S,) stage of what it makes most of."""
    cash: Array
    """(S,) US$ million at the start."""
    fixed_cost: Array
    """(S,) US$ million a year that it pays while it operates, whatever it makes: interest, staff, upkeep."""
    informal: Bools
    """(S,) comes and goes with the price, without a bankruptcy."""
    recycling: Bools
    """(S,) feeds on what comes back at the end of its use."""
    digs: Bools
    """(S,) takes nothing: what it makes comes from the ground."""
    treats: Array
    """(S,) 1 where it takes what a mine makes, so that research into that makes it cheaper; else 0."""
    offtake: Array
    """(H, S) part of the output that a seat holds at the start."""
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
    """What a run fetches over what it costs at which a site on care and maintenance starts again."""

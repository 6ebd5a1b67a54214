"""What may be built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from game.engine.seen import Seen
from game.engine.world.arrays import Array, Bools, Ints

PHASES = ("prospecting", "feasibility", "permitting", "construction", "commissioning")


@dataclass(frozen=True)
class Projects:
    """Catalogue of what may be built. Each project adds capacity to one site."""

    site: Ints
    """(P,)"""
    capacity: Array
    """(P,) t/year added."""
    capex: Array
    """(P,) US$ million, before overrun."""
    phase_low: Array
    phase_mode: Array
    phase_high: Array
    """(P, 5) months of each of `PHASES`: triangular draw."""
    start_phase: Ints
    """(P,) place in `PHASES` of the first phase; what lies before it is done, or never needed."""
    overrun_mode: Array
    overrun_high: Array
    """(P,) cost factor: triangular between 1, mode and high."""
    failure: Array
    """(P,) chance that it never produces."""
    offtake: Array
    """(P,) part of the site's output that full public finance (at the cap) buys its sponsor."""
    private_month: Annotated[Ints, Seen.CONTROL]
    """(P,) month from which private owners start it unaided, once the price is there; -1 never."""
    private_price: Annotated[Array, Seen.CONTROL]
    """(P,) US$/kg outside price of the site's main material that private owners wait for."""
    cash: Array
    """(P,) US$ million of working capital that a public loan or equity leaves in the site at completion."""
    refinances: Bools
    """(P,) money for a site that exists: acts at once, no construction."""
    needs_line: Ints
    needs_level: Array
    """(P,) research line and readiness without which it cannot start; -1 none."""
    replaces: Ints
    """(P,) site that it takes over: it cannot start before that site has closed; -1 none."""
    after: Ints
    """(P,) project that has to be under construction, or done, before it; -1 none."""
    partners_month: Annotated[Ints, Seen.COMING]
    """(P,) month from which private partners are ready to bring the rest of the money, once the price is there."""
    partners_price: Array
    """(P,) US$/kg outside price of the site's usual product that they wait for; 0 none."""
    known_month: Annotated[Ints, Seen.COMING]
    """(P,) month from which everybody knows of it. Whoever has the research that it needs thinks of it sooner."""
    begun_phase: Ints
    """(P,) where it stands at the start, as ``State.project_phase`` counts it."""
    begun_sponsor: Ints
    begun_instrument: Ints
    """(P,) seat that has financed it since before the start, and how; -1 private or none."""
    begun_public: Array
    """(P,) public part of that finance."""

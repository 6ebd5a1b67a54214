"""Score: what is counted month by month for the parts that look at the whole match."""

from __future__ import annotations

from game.engine.month import Month
from game.engine.scoring import count
from game.engine.state import State
from game.engine.world import World


def advance(world: World, state: State, month: Month) -> None:
    """Add this month to the sums and greatest values; a part that counts only at the end is left alone."""
    del month
    count(world, state)

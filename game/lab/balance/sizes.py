"""How much is played for a balance: at full size, and in a minute."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.package import Package
from game.lab.tournament import run as tournament


@dataclass(frozen=True)
class Sizes:
    """Numbers of plans, tables and matches."""

    name: str
    tables: int
    """Tables of the others that a doctrine meets in the tournament, ..."""
    table_seeds: int
    """... and matches at each."""
    children: int
    """Plans of a generation of the search, ..."""
    generations: int
    """... generations, ..."""
    search_seeds: int
    """... and matches of each plan."""
    money_generations: int
    """Generations of the search for money."""
    check: int
    """Matches of a plan with something changed in it."""
    held: int
    """Matches by which the points of a plan are stated; none of them has a seed of the search."""
    tries: int
    """Further orders that are tried in each turn of a best plan."""
    item_tries: int
    """Places in a best plan at which everything that could be ordered is tried."""
    ministers: int
    """Random ministers of a seat."""
    ahead: int
    """Matches by which the points of a doctrine that looks ahead are stated, the first of those `held`; 0 for none."""

    def matches(self, package: Package, seats: int, seed: int) -> int:
        """About how many matches there will be for so many seats; what cannot be known before is left out."""
        turns = package.world.calendar.turns
        searched = self.children * self.search_seeds * (self.generations + self.money_generations + 2)
        items = 60 * self.item_tries * self.check
        changed = turns * self.tries * self.check + items + self.ministers * self.search_seeds
        stated = 40 * (self.held + self.check)
        met = tournament.matches(package, self.tables, self.table_seeds, seed)
        return met + seats * (searched + changed + stated)


FULL = Sizes("full size", 64, 8, 64, 48, 4, 12, 8, 32, 16, 4, 64, 2)
QUICK = Sizes("quick", 24, 2, 32, 10, 2, 2, 2, 8, 2, 1, 16, 0)

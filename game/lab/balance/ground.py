"""What all measurements of a balance stand on: the scenario, the seats that are looked at, and the seeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from game.content.package import Package
from game.content.plan import Plan
from game.lab.balance.sizes import Sizes
from game.lab.plans.choices import Choices, choices
from game.lab.plans.scripts import script
from game.lab.runs.seeds import Draws
from game.lab.tables.bench import Bench, Job
from game.lab.tables.hands import AS_IT_STANDS, Hand, Setting, Table, seats_of, usual, with_hands
from game.lab.tables.outcomes import Outcomes
from game.lab.tournament.draw import suiting


@dataclass(frozen=True)
class Ground:
    """The bench and the sizes; `seats` are positions of those that are looked at."""

    bench: Bench
    sizes: Sizes
    seed: int
    seats: tuple[int, ...]

    @property
    def package(self) -> Package:
        """The scenario."""
        return self.bench.package

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Identifiers of all seats."""
        return seats_of(self.package)

    @cached_property
    def table(self) -> Table:
        """The doctrines that lead the seats when nobody does: what the others play, unless it is said otherwise."""
        return usual(self.package)

    @cached_property
    def choices(self) -> Mapping[int, Choices]:
        """Everything that each seat could order."""
        return {seat: choices(self.package, self.names[seat]) for seat in self.seats}

    @cached_property
    def scripts(self) -> Mapping[int, tuple[Plan, ...]]:
        """What the doctrines that suit each seat did in one match."""
        return {seat: tuple(self._scripts(self.names[seat])) for seat in self.seats}

    def _scripts(self, seat: str) -> Iterator[Plan]:
        for doctrine in suiting(self.package, seat):
            yield script(self.package, seat, doctrine, self.search[0])

    @cached_property
    def held(self) -> tuple[int, ...]:
        """Seeds by which points are stated: those of ``simulate --runs`` with the same seed."""
        return Draws(self.seed, self.sizes.held).seeds

    @cached_property
    def search(self) -> tuple[int, ...]:
        """Seeds under which is searched."""
        return Draws(self.seed + 1, self.sizes.search_seeds).seeds

    @cached_property
    def check(self) -> tuple[int, ...]:
        """Seeds under which changes of a plan are tried; more than those of the search, and others."""
        return Draws(self.seed + 1, self.sizes.search_seeds + self.sizes.check).seeds[self.sizes.search_seeds :]

    def hands(self, seat: int, hands: Sequence[Hand]) -> tuple[Table, ...]:
        """The usual table with each of `hands` at a seat."""
        return tuple(with_hands(self.table, {seat: hand}) for hand in hands)

    def plans(self, seat: int, plans: Sequence[Plan]) -> tuple[Table, ...]:
        """The usual table with each of `plans` at a seat."""
        return self.hands(seat, [Hand(plan=plan) for plan in plans])

    def play(
        self, tables: Sequence[Sequence[Table]], seeds: tuple[int, ...], setting: Setting = AS_IT_STANDS
    ) -> list[Outcomes]:
        """What comes of each of several lists of tables."""
        return self.bench.play([Job(tuple(each), seeds, setting) for each in tables])

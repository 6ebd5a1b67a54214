"""Leaders of a batch in which every match has a table of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from game.content.package import Package
from game.doctrines import PlanLeader, SeveralLeaders, leader_of
from game.lab.tables.hands import Table, seats_of
from game.session.batch import BatchLeaders
from game.session.records import Leader, Mask


class Leading:
    """The leaders of a batch: match number m is played at ``tables[m]``.

    `planned` has, by seat, the leader that gives the orders of the plans.
    """

    def __init__(self, package: Package, tables: Sequence[Table]) -> None:
        self.planned = [PlanLeader([table[seat].plan for table in tables]) for seat in range(package.world.seats)]
        self._tables = tables
        self._package = package

    def leaders(self) -> BatchLeaders:
        """What `play_batch` asks for; the doctrine that it names is not heeded."""
        seats = seats_of(self._package)

        def of_package(package: Package, batch: int = 1) -> Callable[[str, str], Leader]:
            def of_seat(doctrine: str, seat: str) -> Leader:
                del doctrine
                return self._lead(package, batch, seats.index(seat))

            return of_seat

        return of_package

    def _lead(self, package: Package, batch: int, seat: int) -> Leader:
        doctrines = [table[seat].doctrine for table in self._tables]
        parts: list[tuple[Leader, Mask]] = []
        for doctrine in sorted({*doctrines} - {""}):
            leader = leader_of(package, doctrine, seats_of(package)[seat], batch)
            parts.append((leader, np.array([one == doctrine for one in doctrines])))
        return SeveralLeaders([*parts, (self.planned[seat], np.ones(batch, dtype=bool))])

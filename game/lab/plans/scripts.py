"""What a doctrine did in one match, as a plan: a start for the search that somebody has thought about."""

from __future__ import annotations

from collections.abc import Callable

from game.content.package import Package
from game.content.plan import Plan, Planned
from game.doctrines import leaders_of
from game.session.batch import play_batch
from game.session.records import Leader, Mask, Proposal
from game.session.sight import Sight


class _Noted:
    """Lets another lead, and keeps what took effect in the first match."""

    def __init__(self, leader: Leader) -> None:
        self.noted: list[Planned] = []
        self.memory, self.restore = leader.memory, leader.restore
        self._leader = leader
        self._wanted: list[Proposal] = []

    def orders(self, sight: Sight, turn: int, where: Mask) -> list[Proposal]:
        """As the other has it."""
        self._wanted = self._leader.orders(sight, turn, where)
        return self._wanted

    def settled(self, index: int, accepted: Mask, turn: int) -> None:
        """Keep what was accepted."""
        self._leader.settled(index, accepted, turn)
        if accepted[0]:
            self.noted.append(Planned(turn, self._wanted[index].order))


def script(package: Package, seat: str, doctrine: str, seed: int) -> Plan:
    """The orders of `seat` that took effect where it is led by `doctrine`, and all others as usual.

    Raises:
        KeyError: for an unknown seat or doctrine.
    """
    noted: list[_Noted] = []

    def leaders(package: Package, batch: int = 1) -> Callable[[str, str], Leader]:
        usual = leaders_of(package, batch)

        def lead(doctrine: str, named: str) -> Leader:
            if named != seat:
                return usual(doctrine, named)
            noted.append(_Noted(usual(doctrine, named)))
            return noted[-1]

        return lead

    play_batch(package, [seed], leaders=leaders, doctrines={seat: doctrine})
    return Plan.of(noted[0].noted)

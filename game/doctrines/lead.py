"""Who leads a seat by a doctrine: its rules, or its rules and a look ahead."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.content.package import Package
from game.doctrines.ahead import AheadLeader
from game.doctrines.leader import RuleLeader
from game.session.records import Leader


def leader_of(package: Package, doctrine: str, seat: str, batch: int = 1) -> Leader:
    """Who leads `seat` by `doctrine` in a batch of `batch` matches.

    Raises:
        KeyError: for an unknown doctrine or nation.
    """
    bound = package.bind_doctrine(doctrine, seat)
    return RuleLeader(bound, batch) if bound.ahead is None else AheadLeader(package, bound, seat, batch)


def leaders_of(package: Package, batch: int = 1) -> Callable[[str, str], Leader]:
    """A factory of leaders for the doctrines of `package`, each for a batch of `batch` matches."""
    return partial(_lead, package, batch)


def _lead(package: Package, batch: int, doctrine: str, seat: str) -> Leader:
    return leader_of(package, doctrine, seat, batch)

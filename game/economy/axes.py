"""Axes of the records: a type for the index of each, its room in a record, and a loop over it.

An index is an ``int`` at run time; to a type checker the index of a nation is not that of a good, so that swapped axes
are a mistake that it finds. Records are padded to `SIZES`: every rule set has the same layout, and the month is
compiled once for all of them. The loops run over what a rule set really has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NewType, Protocol, TypeVar

from game.economy.compiled import compiled
from game.economy.counts import Counts

Nation = NewType("Nation", int)
Good = NewType("Good", int)
Site = NewType("Site", int)
Zone = NewType("Zone", int)
Origin = NewType("Origin", int)
Sector = NewType("Sector", int)
Contract = NewType("Contract", int)
Quota = NewType("Quota", int)
"""What limits the exports of a zone: a weight a month of some goods together."""
Place = NewType("Place", int)
"""A place in a list of goods or origins."""
Step = NewType("Step", int)
"""A step of something that happens by steps: an age in use, a stage of building."""
Month = NewType("Month", int)
One = NewType("One", int)
"""Of what there is once in a match."""

SIZES: Mapping[str, int] = {
    "Nation": 24,
    "Good": 16,
    "Site": 72,
    "Zone": 4,
    "Origin": 12,
    "Sector": 14,
    "Contract": 40,
    "Quota": 6,
    "Place": 16,
    "Step": 3,
    "Month": 300,
    "One": 1,
}
"""Room in a record: the most that a rule set may declare."""

STEPS = SIZES["Step"]
"""What happens by steps is spread around its mean as an Erlang number of this order is."""

ONLY = One(0)
OUTSIDE = Zone(0)
"""The zone of all who control nothing: the world market."""

Index_co = TypeVar("Index_co", covariant=True)


class Run(Protocol[Index_co]):
    """Indices from 0 upwards."""

    def __iter__(self) -> Iterator[Index_co]: ...


@compiled
def nations(w: Counts) -> Run[Nation]:
    """All nations."""
    return range(w.nations)  # type: ignore[return-value]


@compiled
def goods(w: Counts) -> Run[Good]:
    """All goods."""
    return range(w.goods)  # type: ignore[return-value]


@compiled
def sites(w: Counts) -> Run[Site]:
    """All sites."""
    return range(w.sites)  # type: ignore[return-value]


@compiled
def zones(w: Counts) -> Run[Zone]:
    """All zones, the world market first."""
    return range(w.zones)  # type: ignore[return-value]


@compiled
def borders(w: Counts) -> Run[Zone]:
    """All zones with a controller, whose border shuts and opens."""
    return range(1, w.zones)  # type: ignore[return-value]


@compiled
def origins(w: Counts) -> Run[Origin]:
    """All origins."""
    return range(w.origins)  # type: ignore[return-value]


@compiled
def sectors(w: Counts) -> Run[Sector]:
    """All sectors."""
    return range(w.sectors)  # type: ignore[return-value]


@compiled
def contracts(w: Counts) -> Run[Contract]:
    """All contracts."""
    return range(w.contracts)  # type: ignore[return-value]


@compiled
def quotas(w: Counts) -> Run[Quota]:
    """All quotas, in force or not."""
    return range(w.quotas)  # type: ignore[return-value]


@compiled
def places(count: int) -> Run[Place]:
    """The places of a list that has so many."""
    return range(count)  # type: ignore[return-value]


@compiled
def steps() -> Run[Step]:
    """All steps."""
    return range(STEPS)  # type: ignore[return-value]


@compiled
def known_month(w: Counts, month: int) -> Month:
    """The month of a series, or its last one where it has ended."""
    return min(month, w.months - 1)  # type: ignore[return-value]

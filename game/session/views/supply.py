"""The seat's supply: chain, trade and stockpiles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FlowView:
    """Trade of one good in the last month, at a yearly rate."""

    origin: str
    """Nation id of the largest exporter of the origin."""
    importer: str
    good: str
    tonnes: float
    cut: float
    """Share cut by embargo or licence."""


@dataclass(frozen=True)
class ChainView:
    """One good in the seat's own supply chain, t/year at last month's rate."""

    good: str
    production: float
    from_rival: float
    from_others: float
    recycled: float
    use: float
    """By industry and by works that make something else of it."""
    industry: float
    """Part of the use that is industry's."""
    exports: float
    unmet: float
    cover_days: float
    dependence: float


@dataclass(frozen=True)
class StockpileView:
    good: str
    tonnes: float
    days: float
    target_days: float
    commercial_days: float
    price: float
    """US$/kg now."""
    day_use: float
    """Tonnes that the nation uses in a day, by which days of stock are counted."""
    cost_to_target: float
    """US$ million at the present price."""


@dataclass(frozen=True)
class GoodView:
    """A good of the rule set: its column in the flow picture, and how recipes link it to others."""

    id: str
    name: str
    stage: str
    counted: bool
    """Whether it counts in stock cover, unmet need and dependence."""
    comes_back: bool
    """Whether it is what other goods become at the end of their use."""
    holds: tuple[tuple[str, float], ...]
    """Materials, and tonnes of each in a tonne of it, by the recipes."""
    feeds: tuple[str, ...]
    """Goods that are made of it."""

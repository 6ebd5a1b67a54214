"""What the flow of a supply chain shows, as plain records: its columns, what runs between them, and their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.marks import N_
from game.telling import _

Source = Literal["own", "recycled", "others", "rival", "stock"]
SOURCES: dict[Source, str] = {
    "own": N_("Own"), "recycled": N_("Recycled"), "others": N_("Others"), "rival": N_("Rival"), "stock": N_("Stocks"),
}  # fmt: skip
"""Where supply comes from, in the order in which it is stacked, and its word."""
INDUSTRY = "industry"
"""Id of the column of users."""
Row = tuple[str, str, float]
"""Kind, word and tonnes of a figure. Kinds are sources, ``unmet``, ``abroad``, ``stored``, ``from:`` and a shape, and
``none`` for words alone.
"""
_SHORT = 0.02


@dataclass(frozen=True)
class Part:
    """A good in a column: t/year of the good itself that arrive."""

    name: str
    tonnes: float


@dataclass(frozen=True)
class StageFlow:
    """One stage: what reaches it by source, what is used, what is missing (t/year of the material in its goods)."""

    id: str
    name: str
    shape: str
    """Of `badges.SHAPES`, as on the map."""
    supply: tuple[tuple[Source, float], ...]
    """In the order of `SOURCES`, without what is nought."""
    use: float
    industry: float
    """Part of the use that is industry's; works take the rest."""
    exports: float
    unmet: float
    cover_days: float
    dependence: float
    counted: bool
    """Whether stocks and dependence of it count."""
    comes_back: bool
    """It holds what comes back from industry, and stands behind it."""
    parts: tuple[Part, ...]

    @property
    def stored(self) -> float:
        """What arrives beyond use and exports and goes into stocks."""
        return max(0.0, self.total - self.unmet - self.use - self.exports)

    @property
    def total(self) -> float:
        """Supply and what is missing."""
        return sum(tonnes for _, tonnes in self.supply) + self.unmet

    @property
    def short(self) -> float:
        """Share of what is wanted that is missing."""
        return self.unmet / max(self.use + self.unmet, 1e-9)


@dataclass(frozen=True)
class Link:
    """What a column hands on to a later one (t/year): as it leaves, and as the later one has it of its own."""

    origin: str
    target: str
    tonnes: float
    made: float


@dataclass(frozen=True)
class ChainModel:
    """A material's chain. Two equal models draw alike."""

    material: str
    title: str
    rival: str
    """Its name, where it is short."""
    stages: tuple[StageFlow, ...]
    """In the order of the rule set."""
    links: tuple[Link, ...]
    lacking: float
    """What industry wants and does not get, t/year."""
    bottleneck: str
    """Stage id with the greatest dependence or shortage; empty where nothing presses."""

    @property
    def columns(self) -> tuple[StageFlow | None, ...]:
        """All columns from left to right; None is industry."""
        ahead = [stage for stage in self.stages if not stage.comes_back]
        return (*ahead, None, *(stage for stage in self.stages if stage.comes_back))

    @property
    def received(self) -> float:
        """What industry gets and what it lacks, t/year."""
        return sum(link.made for link in self.links if link.target == INDUSTRY) + self.lacking


def tables(model: ChainModel) -> list[tuple[str, list[Row]]]:
    """For each column: its id, and its figures."""
    return [
        (INDUSTRY, _industry_rows(model)) if stage is None else (stage.id, _stage_rows(stage, model.rival))
        for stage in model.columns
    ]


def _industry_rows(model: ChainModel) -> list[Row]:
    known = {stage.id: stage for stage in model.stages}
    origins = [(known[link.origin], link.made) for link in reversed(model.links) if link.target == INDUSTRY]
    rows: list[Row] = [(f"from:{stage.shape}", stage.name, tonnes) for stage, tonnes in origins]
    if model.lacking > 0.0:
        rows.append(("unmet", _("Unmet"), model.lacking))
    return rows or [("none", _("Nothing arrives"), 0.0)]


def _stage_rows(stage: StageFlow, rival: str) -> list[Row]:
    rows: list[Row] = [
        (source, rival if source == "rival" else _(SOURCES[source]), tonnes) for source, tonnes in stage.supply
    ]
    if stage.unmet > 0:
        rows.append(("unmet", _("Unmet"), stage.unmet))
    leaving = (("abroad", _("Abroad"), stage.exports), ("stored", _("Stored"), stage.stored))
    rows += [row for row in leaving if row[2] > _SHORT * stage.total]
    return rows or [("none", _("None at home"), 0.0)]
